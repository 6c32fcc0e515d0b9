import { boundHolds, type Correlation } from '../../sigma/index.ts'
import type { OrderPoint } from '../point.ts'
import { type Demand, wouldFailFor } from './demand.ts'
import { isMetByAnyOccurrence } from './is-met-by-any-occurrence.ts'

/**
 * The order of several rules. Where one is asked for: the correlation fires, and would not if it were the other way round
 * (`kept`); an observation would not hold if no order were asked for (`broken`). Where none is: an observation would not
 * hold if it were (`free`), unless the condition is met by less than all of the rules.
 */
export function orderDemands(correlation: Correlation): readonly Demand[] {
  const { type, rules } = correlation
  if (rules.length < 2 || isMetByAnyOccurrence(correlation)) return []
  switch (type) {
    case 'temporal_ordered': {
      const failsReversed = wouldFailFor({ ...correlation, rules: rules.toReversed() })
      return [
        {
          point: pointOf(correlation, 'kept'),
          isShownBy: (sighting) => sighting.judgement.matches.length > 0 && failsReversed(sighting),
        },
        { point: pointOf(correlation, 'broken'), isShownBy: wouldFailFor({ ...correlation, type: 'temporal' }) },
      ]
    }
    case 'temporal': {
      if (isMetBySome(correlation)) return []
      const ordered = wouldFailFor({ ...correlation, type: 'temporal_ordered' })
      return [{ point: pointOf(correlation, 'free'), isShownBy: ordered }]
    }
    case 'event_count':
    case 'value_count':
    case 'value_sum':
    case 'value_avg':
    case 'value_median':
    case 'value_percentile':
      return []
  }
}

function pointOf({ typeSpan }: Correlation, answer: OrderPoint['answer']): OrderPoint {
  return { kind: 'order', measure: 'detections', id: `detections/order/${answer}`, span: typeSpan, answer }
}

/** With fewer rules than all, an order over all of them is another condition altogether. */
function isMetBySome({ condition, rules }: Correlation): boolean {
  if (condition.kind === 'expression') return false
  return rules.slice(1).some((_rule, at) => condition.bounds.every((bound) => boundHolds(bound, at + 1)))
}
