import type { Correlation } from '../../sigma/index.ts'
import type { TimespanPoint } from '../point.ts'
import { type Demand, wouldFailFor } from './demand.ts'
import { isMetByAnyOccurrence } from './is-met-by-any-occurrence.ts'

/** The smallest step in which a timespan can be written, in milliseconds. */
const second = 1_000

/**
 * The end of the window: an observation would not hold if the timespan were a second shorter (`inside`), or a second longer
 * (`outside`). Nothing is asked where any occurrence is enough, so that no window matters.
 */
export function timespanDemands(correlation: Correlation): readonly Demand[] {
  if (isMetByAnyOccurrence(correlation)) return []
  return [demandFor(correlation, 'inside', -second), demandFor(correlation, 'outside', second)]
}

function demandFor(correlation: Correlation, answer: TimespanPoint['answer'], change: number): Demand {
  const { timespan } = correlation
  const { text, span } = timespan
  const id = `values/timespan/${text}/${answer}`
  return {
    point: { kind: 'timespan', measure: 'values', id, span, timespan: text, answer },
    isShownBy: wouldFailFor({
      ...correlation,
      timespan: { ...timespan, milliseconds: timespan.milliseconds + change },
    }),
  }
}
