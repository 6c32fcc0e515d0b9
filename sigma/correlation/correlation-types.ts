import type { BoundOperator, CorrelationType } from './correlation.ts'

/** What a type of correlation takes and how its windows run (semantics 7.3 and 7.4). */
export interface CorrelationTraits {
  /** How many fields the condition names; null where it may name none. */
  readonly fields: 'ignored' | 'one' | 'several' | null
  readonly takesPercentile: boolean
  /** Takes a condition over rules too, and none at all: then all rules have to occur. */
  readonly isTemporal: boolean
  /** Only ever grows with its window, so that lower bounds alone can be judged at every occurrence. */
  readonly slides: boolean
}

const counting: CorrelationTraits = { fields: null, takesPercentile: false, isTemporal: false, slides: true }
const temporal: CorrelationTraits = { ...counting, isTemporal: true }
const computing: CorrelationTraits = { ...counting, fields: 'one', slides: false }

export const correlationTypes: Readonly<Record<CorrelationType, CorrelationTraits>> = {
  event_count: { ...counting, fields: 'ignored' },
  value_count: { ...counting, fields: 'several' },
  temporal,
  temporal_ordered: temporal,
  value_sum: { ...computing, slides: true },
  value_avg: computing,
  value_median: computing,
  value_percentile: { ...computing, takesPercentile: true },
}

/** How each operator compares a window's value with its bound. */
export const boundOperators: Readonly<Record<BoundOperator, (value: number, bound: number) => boolean>> = {
  gt: (value, bound) => value > bound,
  gte: (value, bound) => value >= bound,
  lt: (value, bound) => value < bound,
  lte: (value, bound) => value <= bound,
  eq: (value, bound) => value === bound,
  neq: (value, bound) => value !== bound,
}

export function isCorrelationType(text: string): text is CorrelationType {
  return Object.hasOwn(correlationTypes, text)
}

export function isBoundOperator(text: string): text is BoundOperator {
  return Object.hasOwn(boundOperators, text)
}
