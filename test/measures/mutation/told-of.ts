import type { PassedScenario, Statement } from '../../../measures/index.ts'
import { meaningOfAll, type RuleSet } from '../../../sigma/index.ts'

/** The scenarios as a run over these rules leaves them: with what the rules meant in every statement. */
export function toldOf(
  ruleSet: Pick<RuleSet, 'rules' | 'correlations'>,
  scenarios: readonly PassedScenario[],
): readonly PassedScenario[] {
  const meanings = new Map(ruleSet.rules.map(({ key, meaning }) => [key, meaning]))
  const all = meaningOfAll(ruleSet)
  const told = (statement: Statement): Statement => {
    return { ...statement, meaning: statement.kind === 'claim' ? (meanings.get(statement.rule) ?? '') : all }
  }
  return scenarios.map((scenario) => ({ ...scenario, statements: scenario.statements.map(told) }))
}
