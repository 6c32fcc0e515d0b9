import type { Correlation, RuleKey } from '../../../sigma/index.ts'

/** The keys of all rules and correlations that a correlation rests on, however many correlations lie between. */
export function correlatedBy(
  { rules }: Correlation,
  correlationOf: (key: RuleKey) => Correlation | undefined,
): readonly RuleKey[] {
  return rules.flatMap((key) => {
    const correlation = correlationOf(key)
    return correlation === undefined ? [key] : [key, ...correlatedBy(correlation, correlationOf)]
  })
}
