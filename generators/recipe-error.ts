import { visibleLines } from '../sigma/index.ts'

/**
 * A Given or a When that cannot be carried out: an unknown field, a value of the wrong type, a text that is not there, an
 * event that nothing can make. It is never a failed assertion, so it can never satisfy a known gap.
 */
export class RecipeError extends Error {
  override readonly name = 'RecipeError'

  /** Names and values of scenarios may stand in the message as they are: what could act in them is made visible. */
  constructor(message: string, options?: ErrorOptions) {
    super(visibleLines(message), options)
  }
}
