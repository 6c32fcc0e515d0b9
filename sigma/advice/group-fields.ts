import type { Correlation } from '../correlation/correlation.ts'
import { describe } from '../log-source.ts'
import type { Problem } from '../problems/problem.ts'
import type { Rule, RuleKey } from '../rule/rule.ts'
import { knownEventsOf } from './events/known-events-of.ts'
import { pinnedIds, searchesOf } from './events/pinned-ids.ts'
import { adviceOnName } from './field-unknown.ts'

/**
 * The fields by which a correlation groups that no event of one of its rules has (W-FIELD-UNKNOWN): no occurrence of that
 * rule is counted (semantics 7.2). A rule that is a correlation itself is not looked into.
 */
export function adviceOnGroupFields(correlation: Correlation, rules: ReadonlyMap<RuleKey, Rule>): readonly Problem[] {
  return correlation.groupBy.flatMap(({ field, span }) => {
    const found = correlation.rules.flatMap((key) => {
      const rule = rules.get(key)
      if (rule === undefined || (rule.taxonomy ?? 'sigma') !== 'sigma') return []
      const events = knownEventsOf(rule.logsource, pinnedIds(rule.condition, searchesOf(rule.identifiers)))
      const name = correlation.aliases.get(field)?.get(key) ?? field
      return events === null ? [] : adviceOnName(name, span, events, describe(rule.logsource))
    })
    const once = new Map(found.map((problem) => [problem.message, problem]))
    return [...once.values()].map((problem) => ({ ...problem, rule: correlation.title }))
  })
}
