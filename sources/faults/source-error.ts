import { visibleLines } from '../../sigma/index.ts'

/** The user's disk or settings do not hold what was asked for. The message is one plain sentence, fit to print. */
export class SourceError extends Error {
  override readonly name = 'SourceError'

  constructor(message: string, options?: ErrorOptions) {
    super(visibleLines(message), options)
  }
}
