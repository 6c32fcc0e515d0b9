import { type RuleSet, unreportedBy } from '../sigma/index.ts'
import { alarmAssertion, claimAssertion } from './mutation/judging/assert-statement.ts'
import { worldOf } from './mutation/judging/rule-world.ts'
import type { Statement } from './statement.ts'

/**
 * Tells whether a statement is so, judged again on these rules: a claim is proved anew, the rules that fire are looked for
 * anew. What a statement says of itself is not asked. In a known gap a claim of which nothing is known counts as so.
 */
export function statementJudge({
  rules,
  correlations,
}: Pick<RuleSet, 'rules' | 'correlations'>): (statement: Statement) => boolean {
  const world = worldOf({ rules, correlations, unreported: unreportedBy(correlations) })
  return (statement) => {
    const assertion = statement.kind === 'claim' ? claimAssertion(statement) : alarmAssertion(statement, world)
    return assertion.holds(world) !== statement.knownGap
  }
}
