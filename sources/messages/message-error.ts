import { visibleLines } from '../../sigma/index.ts'

/** A file of messages that cannot be counted: cut off, no messages, of somebody else. The message names file and line. */
export class MessageError extends Error {
  override readonly name = 'MessageError'

  constructor(message: string, options?: ErrorOptions) {
    super(visibleLines(message), options)
  }
}
