import { type Observation, observationMediaType, observationText, observedEventsOf } from '../../measures/index.ts'
import { meaningOf } from '../../sigma/index.ts'
import type { NamedRule } from '../rules/rule-book.ts'
import { type ScenarioState, type ScenarioWorld, stateOf } from '../scenario/scenario-state.ts'

/** How an assertion ended. */
export interface AssertionOutcome {
  /** The verdict was the one asked for, on every event. */
  readonly held: boolean
  /** In a known gap: the verdict was right, or as wanted but for its cause, on some event. */
  readonly isClosed: boolean
}

/** Leaves one assertion about one rule as an attachment: it survives workers, shards and saved message files. */
export function attachObservation(
  world: ScenarioWorld,
  rule: NamedRule,
  expected: Observation['expected'],
  outcome: AssertionOutcome,
): void {
  const observation = observationOf(stateOf(world), rule, expected, outcome)
  world.attach(observationText(observation), observationMediaType)
}

/** What one assertion leaves behind. */
function observationOf(
  state: ScenarioState,
  rule: NamedRule,
  expected: Observation['expected'],
  { held, isClosed }: AssertionOutcome,
): Observation {
  const { place, step, recipe, knownGap } = state
  return {
    version: 2,
    rule: rule.key,
    meaning: meaningOf(rule),
    expected,
    held,
    knownGap: knownGap ? (isClosed ? 'closed' : 'open') : null,
    scenario: { uri: place.uri, name: place.name, line: place.line, stepLine: step.line, stepText: step.text },
    recipe,
    events: observedEventsOf(rule.key, state.scene.events),
  }
}
