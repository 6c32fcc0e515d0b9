/**
 * A Given or a When that cannot be carried out: an unknown field, a value of the wrong type, a text that is not there, an
 * event that nothing can make. It is never a failed assertion, so it can never satisfy a known gap.
 */
export class RecipeError extends Error {
  override readonly name = 'RecipeError'
}
