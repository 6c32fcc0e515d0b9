import { ScenarioError } from './scenario-error.ts'
import { type ScenarioWorld, stateOf } from './scenario-state.ts'

/** Logs the warnings; in strict mode the first of them is an error. */
export function warn(world: ScenarioWorld, warnings: readonly string[]): void {
  const [first] = warnings
  if (first !== undefined && stateOf(world).settings.strict) throw new ScenarioError(`${first} (strict mode)`)
  for (const warning of warnings) world.log(warning)
}
