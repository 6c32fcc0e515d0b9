import { hash } from 'node:crypto'
import { byCodeUnit, type Correlation, type RuleExpression, slides } from '../../../sigma/index.ts'
import { heldValues } from '../../correlation/held-values.ts'
import { isMetByAnyOccurrence } from '../../correlation/is-met-by-any-occurrence.ts'

/**
 * SHA-256 in hex of what decides when a correlation fires on what its rules say, and whether they report beside it:
 * correlations of one hash, over rules that are the same, are the same. Names, places and spellings are left out.
 */
export function correlatingHashOf(correlation: Correlation): string {
  const { type, rules, groupBy, timespan, condition, aliases, generate } = correlation
  const bound =
    condition.kind === 'expression'
      ? [condition.kind, shapeOf(condition.expression)]
      : [
          condition.kind,
          heldValues(correlation, condition.bounds),
          slides(correlation),
          condition.fields,
          condition.percentile,
        ]
  const fields = [...new Set(groupBy.map(({ field }) => field))].sort(byCodeUnit)
  const length = isMetByAnyOccurrence(correlation) ? null : timespan.milliseconds
  const meant = [...aliases].map(([alias, byRule]) => [alias, [...byRule]])
  return hash('sha256', JSON.stringify([type, rules, fields, length, bound, meant, generate]))
}

function shapeOf(expression: RuleExpression): unknown {
  switch (expression.kind) {
    case 'rule':
      return expression.rule
    case 'not':
      return ['not', shapeOf(expression.child)]
    case 'all':
    case 'any':
      return [expression.kind, ...expression.children.map(shapeOf)]
  }
}
