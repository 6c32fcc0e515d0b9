import { inertLines } from '../../sigma/index.ts'

/** A failed assertion: the rule was judged, and its verdict is not the one the scenario states. */
export class VerdictError extends Error {
  override readonly name = 'VerdictError'

  constructor(message: string) {
    super(inertLines(message))
    // The message ends in the evidence; frames of this package say nothing about the rule. A stack that is the message alone
    // would be searched for frames by Cucumber, in a time that grows with a power of the quotes in an event.
    this.stack = ''
  }
}
