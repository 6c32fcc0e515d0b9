import { type Correlation, correlate, slides } from '../../sigma/index.ts'

/** Whether the condition holds from the first occurrence of a group on, whatever it is: neither time nor order matters. */
export function isMetByAnyOccurrence(correlation: Correlation): boolean {
  if (!slides(correlation)) return false
  const together = { ...correlation, groupBy: [] }
  return correlation.rules.every((rule) => {
    const { matches } = correlate(together, [{ rule, time: 0, event: 0, fields: {} }])
    return matches.length > 0
  })
}
