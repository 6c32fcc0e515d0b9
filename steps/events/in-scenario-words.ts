import { RecipeError } from '../../generators/index.ts'
import { ScenarioError } from '../scenario/scenario-error.ts'

/**
 * Runs what generators do for a step. What they say of a recipe, they say of the scenario: its reader needs the words,
 * after the row or cell concerned, and no stack.
 */
export function inScenarioWords<Value>(run: () => Value, place = ''): Value {
  try {
    return run()
  } catch (error) {
    if (error instanceof RecipeError || error instanceof ScenarioError) throw new ScenarioError(place + error.message)
    throw error
  }
}
