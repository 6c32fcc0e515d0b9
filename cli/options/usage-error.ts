/** The command was asked for something that cannot be done: the message is one plain sentence, the exit code 3. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
