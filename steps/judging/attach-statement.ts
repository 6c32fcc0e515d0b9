import { observedEventsOf, type Statement, statementMediaType, statementText } from '../../measures/index.ts'
import type { Claim } from '../../proofs/index.ts'
import { meaningOfAllRules, type NamedRule } from '../rules/rule-book.ts'
import { type ScenarioState, type ScenarioWorld, stateOf } from '../scenario/scenario-state.ts'

/** Leaves a claim as an attachment, so that mutants of the rule are held to it too. */
export function attachClaim(world: ScenarioWorld, rule: NamedRule, claim: Claim, isSo: boolean): void {
  const state = stateOf(world)
  const { key, meaning } = rule
  attach(world, { kind: 'claim', ...placed(state), meaning, isSo, rule: key, claim, seed: state.settings.seed })
}

/** Leaves which rules fire and that no other does as an attachment: a mutant of any rule may break that. */
export function attachAlarm(world: ScenarioWorld, rules: readonly NamedRule[], isSo: boolean): void {
  const state = stateOf(world)
  const { recipe, scene } = state
  const events = observedEventsOf(null, scene.events)
  const meaning = meaningOfAllRules(state.settings)
  attach(world, { kind: 'alarm', ...placed(state), meaning, isSo, rules: rules.map(({ key }) => key), recipe, events })
}

function attach(world: ScenarioWorld, statement: Statement): void {
  world.attach(statementText(statement), statementMediaType)
}

function placed({ place, step, knownGap }: ScenarioState): Pick<Statement, 'version' | 'knownGap' | 'scenario'> {
  const { uri, name, line } = place
  return { version: 1, knownGap, scenario: { uri, name, line, stepLine: step.line, stepText: step.text } }
}
