import { meaningOf, meaningOfAll, type RuleKey, type RuleSet, visibleText } from '../sigma/index.ts'
import { faultOfText } from './judged-text.ts'
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
    const { scenario, meaning } = statement
    switch (statement.kind) {
      case 'claim':
        return faultOfText(scenario, statement, meanings.get(statement.rule))
      case 'alarm': {
        const unknown = statement.rules.find((rule) => !meanings.has(rule))
        if (unknown !== undefined) return faultOfText(scenario, { rule: unknown, meaning }, undefined)
        if (meaning === ofAll) return null
        const place = `${visibleText(scenario.uri)}:${scenario.line}`
        return `${place} speaks of all rules, and some have changed since; run its scenarios again`
      }
    }
  }
}
