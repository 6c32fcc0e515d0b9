/** A failed assertion: the rule was judged, and its verdict is not the one the scenario states. */
export class VerdictError extends Error {
  override readonly name = 'VerdictError'

  constructor(message: string) {
    super(message)
    // The message ends in the evidence; frames of this package say nothing about the rule.
    this.stack = message
  }
}
