import { hash } from 'node:crypto'
import type { Correlation, RuleExpression } from '../../sigma/index.ts'

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
          condition.bounds.map(({ operator, value }) => [operator, value]),
          condition.fields,
          condition.percentile,
        ]
  const fields = groupBy.map(({ field }) => field)
  const meant = [...aliases].map(([alias, byRule]) => [alias, [...byRule]])
  return hash('sha256', JSON.stringify([type, rules, fields, timespan.milliseconds, bound, meant, generate]))
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
