import { meaningOf, meaningOfAll, type RuleKey, type RuleSet, visibleText } from '../sigma/index.ts'
import type { Statement } from './statement.ts'

/** Tells what is wrong with a statement that was made of other rules than these; null where it was made of them. */
export function statementCheck(
  ruleSet: Pick<RuleSet, 'rules' | 'correlations'>,
): (statement: Statement) => string | null {
  const meanings = new Map<RuleKey, string>(
    [...ruleSet.rules, ...ruleSet.correlations].map((rule) => [rule.key, meaningOf(rule)]),
  )
  const ofAll = meaningOfAll(ruleSet)
  return (statement) => {
    const place = `${visibleText(statement.scenario.uri)}:${statement.scenario.line}`
    const rules = statement.kind === 'claim' ? [statement.rule] : statement.rules
    const unknown = rules.find((rule) => !meanings.has(rule))
    if (unknown !== undefined)
      return `${place} judged the rule ${visibleText(unknown)}, which is not among the rules loaded`
    switch (statement.kind) {
      case 'claim':
        return statement.meaning === meanings.get(statement.rule)
          ? null
          : `${place} judged another text of ${visibleText(statement.rule)} than the one loaded; run its scenarios again`
      case 'alarm':
        return statement.meaning === ofAll
          ? null
          : `${place} speaks of all rules, and some have changed since; run its scenarios again`
    }
  }
}
