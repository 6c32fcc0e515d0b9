import assert from 'node:assert/strict'
import { suggestionFor } from '../../../../authoring/index.ts'
import {
  judgeMutants,
  type MutantState,
  type MutationOptions,
  type Observation,
  type PassedScenario,
  type Statement,
  suiteOf,
} from '../../../../measures/index.ts'
import { buildRuleSet, meaningOfAll, type Rule, type RuleSet, readRules } from '../../../../sigma/index.ts'

export const options: MutationOptions = { seed: 'sigmaproof', placeholders: {}, suggest: suggestionFor }

/** Where the one scenario of these tests stands. */
export const place = { uri: 'features/sample.feature', name: 'Sample', line: 3, stepLine: 5, stepText: 'it' } as const

/** What every statement of it has; what its rules mean is put in by {@link toldOf}. */
export const said: Pick<Statement, 'version' | 'meaning' | 'knownGap' | 'isSo' | 'scenario'> = {
  version: 1,
  meaning: '',
  knownGap: false,
  isSo: true,
  scenario: place,
}

/** It has passed, and has asserted this. */
export function scenario(observations: readonly Observation[], statements: readonly Statement[] = []): PassedScenario {
  return { uri: place.uri, line: place.line, name: place.name, observations, statements }
}

/** These rules as a project of their own. */
export function setOf(rules: readonly Rule[]): RuleSet {
  return buildRuleSet(rules.map(({ source }) => readRules(source)))
}

/** The scenarios as a run over these rules leaves them: with what the rules meant in every statement. */
export function toldOf(ruleSet: RuleSet, scenarios: readonly PassedScenario[]): readonly PassedScenario[] {
  const meanings = new Map(ruleSet.rules.map(({ key, meaning }) => [key, meaning]))
  const all = meaningOfAll(ruleSet)
  const told = (statement: Statement): Statement => {
    return { ...statement, meaning: statement.kind === 'claim' ? (meanings.get(statement.rule) ?? '') : all }
  }
  return scenarios.map((each) => ({ ...each, statements: each.statements.map(told) }))
}

/** What becomes of the mutants of the first rule, by their names. */
export function judged(rules: readonly Rule[], scenarios: readonly PassedScenario[]): ReadonlyMap<string, MutantState> {
  const [first] = rules
  assert.ok(first !== undefined)
  const set = setOf(rules)
  const results = [...judgeMutants(suiteOf(set, toldOf(set, scenarios)), first, options)]
  return new Map(results.map(({ mutant, state }) => [mutant.id, state]))
}
