/** The user's disk or settings do not hold what was asked for. The message is one plain sentence, fit to print. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
}
