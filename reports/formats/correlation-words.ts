import type { CorrelationReport } from '../document/report.ts'
import { plural } from './plural.ts'

/** What a correlation is, in a line: `event_count correlation over 1 rule within 10m by User`. Not yet safe to show. */
export function correlationWords({ type, rules, groupBy, timespan }: CorrelationReport): string {
  const by = groupBy.length === 0 ? '' : ` by ${groupBy.join(', ')}`
  return `${type} correlation over ${plural(rules.length, 'rule')} within ${timespan}${by}`
}
