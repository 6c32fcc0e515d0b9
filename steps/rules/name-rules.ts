import { ScenarioError } from '../scenario/scenario-error.ts'
import { advance, type ScenarioWorld, stateOf } from '../scenario/scenario-state.ts'
import { ruleBookOf, ruleNamed } from './rule-book.ts'

/** Puts these rules under test, in place of those named before. Throws a ScenarioError once there is an event. */
export function putUnderTest(world: ScenarioWorld, names: readonly string[]): void {
  const state = stateOf(world)
  if (state.scene.events.length > 0) throw new ScenarioError('name the rule before its events')
  const rules = names.map((name) => ruleNamed(ruleBookOf(state.settings), name))
  advance(world, { underTest: [...new Set(rules)] })
}
