import { type Bound, boundHolds, type Correlation, type CorrelationType } from '../../sigma/index.ts'

/** A bound without its place. */
export type ComparedBound = Pick<Bound, 'operator' | 'value'>

/**
 * Which values of windows meet all of these bounds of a correlation, in a form to be compared: bounds of one form fire on the
 * same events. Where values are any numbers, the bounds stand for themselves. A window is never empty, and an order is all
 * there or nothing.
 */
export function heldValues(
  { type, rules }: Pick<Correlation, 'type' | 'rules'>,
  bounds: readonly ComparedBound[],
): readonly unknown[] {
  switch (type) {
    case 'event_count':
      return heldBetween(1, Number.POSITIVE_INFINITY, bounds)
    case 'value_count':
      return heldBetween(0, Number.POSITIVE_INFINITY, bounds)
    case 'temporal':
      return heldBetween(1, rules.length, bounds)
    case 'temporal_ordered':
      return [0, rules.length].filter((value) => bounds.every((bound) => boundHolds(bound, value)))
    case 'value_sum':
    case 'value_avg':
    case 'value_median':
    case 'value_percentile':
      return bounds.map(({ operator, value }) => [operator, value])
  }
}

/** Whether windows of a type have whole numbers as their values. */
export function hasWholeValues(type: CorrelationType): boolean {
  switch (type) {
    case 'event_count':
    case 'value_count':
    case 'temporal':
    case 'temporal_ordered':
      return true
    case 'value_sum':
    case 'value_avg':
    case 'value_median':
    case 'value_percentile':
      return false
  }
}

/** Whether the bounds hold at the least value, and every value at which that changes. */
function heldBetween(least: number, most: number, bounds: readonly ComparedBound[]): readonly unknown[] {
  const holds = (value: number): boolean => bounds.every((bound) => boundHolds(bound, value))
  const edges = bounds.flatMap(({ value }) => [Math.floor(value) - 1, Math.floor(value), Math.floor(value) + 1])
  const ordered = [...new Set([least, ...edges])]
    .filter((value) => value >= least && value <= most)
    .sort((one, other) => one - other)
  const changes = ordered.filter((value, at) => at > 0 && holds(value) !== holds(ordered[at - 1] ?? value))
  return [holds(least), ...changes]
}
