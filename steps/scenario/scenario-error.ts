import { inertLines, visibleLines } from '../../sigma/index.ts'

/**
 * A scenario that cannot be played as it is written: an unknown name, a value of the wrong type, no event to judge. It is
 * never a failed assertion, so it can never satisfy a known gap.
 */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError'

  constructor(message: string) {
    super(inertLines(visibleLines(message)))
    // The reader of a feature is helped by the message; frames of this package would only push it out of sight.
    this.stack = ''
  }
}
