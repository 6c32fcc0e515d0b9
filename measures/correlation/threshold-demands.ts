import {
  type Bound,
  type BoundOperator,
  type BoundsCondition,
  boundHolds,
  type Correlation,
  type CorrelationType,
} from '../../sigma/index.ts'
import type { ThresholdPoint } from '../point.ts'
import { type Demand, wouldFailFor } from './demand.ts'
import { type Step, stepOf } from './threshold-step.ts'

/**
 * Each bound of the condition, just met and just missed: an observation would not hold if the bound were one step stricter,
 * or one step laxer. Counts of events, values and rules step by 1, computed values by the last decimal place in which the
 * bound is written. An equality is just missed on either side of it, and only just met. The bounds of an order are not
 * asked about, as all of it is there or nothing, nor are answers that no window can give.
 */
export function thresholdDemands(correlation: Correlation): readonly Demand[] {
  const { condition, type } = correlation
  const range = ranges[type](correlation)
  if (condition.kind === 'expression' || condition.isDefault || range === null) return []
  return condition.bounds.flatMap((bound) => {
    const step = stepOf(bound.value, range.isWhole)
    return (['met', 'missed'] as const).flatMap((answer): readonly Demand[] => {
      const moved = answer === 'met' ? stricter[bound.operator](step) : laxer[bound.operator](step)
      const bounds = condition.bounds.flatMap((each) =>
        each === bound ? moved.map((change) => ({ ...bound, ...change })) : [each],
      )
      const isPossible = valuesAround(bound.value, step, range).some(
        (value) => holdsAt(condition.bounds, value) !== holdsAt(bounds, value),
      )
      if (!isPossible) return []
      const other = { ...correlation, condition: { ...condition, bounds } }
      return [{ point: pointOf(bound, answer), isShownBy: wouldFailFor(other) }]
    })
  })
}

function pointOf({ operator, value, span }: Bound, answer: ThresholdPoint['answer']): ThresholdPoint {
  const id = `values/condition/${operator}/${value}/${answer}`
  return { kind: 'threshold', measure: 'values', id, span, operator, value, answer }
}

type Change = Pick<Bound, 'operator' | 'value'>
type Move = (step: Step) => readonly Change[]

/** The bounds that take a bound's place where a window that just meets it is not to meet it any more. */
const stricter: Readonly<Record<BoundOperator, Move>> = {
  gt: ({ above }) => [{ operator: 'gt', value: above }],
  gte: ({ above }) => [{ operator: 'gte', value: above }],
  lt: ({ below }) => [{ operator: 'lt', value: below }],
  lte: ({ below }) => [{ operator: 'lte', value: below }],
  eq: ({ own }) => [
    { operator: 'eq', value: own },
    { operator: 'neq', value: own },
  ],
  neq: ({ below, own, above }) => [below, own, above].map((value) => ({ operator: 'neq', value })),
}

/** The same where a window that just misses it is to meet it. None of them makes closed windows slide. */
const laxer: Readonly<Record<BoundOperator, Move>> = {
  gt: ({ below }) => [{ operator: 'gt', value: below }],
  gte: ({ below }) => [{ operator: 'gte', value: below }],
  lt: ({ above }) => [{ operator: 'lt', value: above }],
  lte: ({ above }) => [{ operator: 'lte', value: above }],
  eq: ({ below, above }) => [
    { operator: 'gte', value: below },
    { operator: 'lte', value: above },
  ],
  neq: () => [{ operator: 'lte', value: Number.POSITIVE_INFINITY }],
}

/** What the value of a window can be. */
interface Range {
  readonly least: number
  readonly most: number
  readonly isWhole: boolean
}

const anyNumber: Range = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY, isWhole: false }

/** By type; null where a bound has no values around it that windows could have. A window is never empty. */
const ranges: Readonly<Record<CorrelationType, (correlation: Correlation) => Range | null>> = {
  event_count: () => ({ least: 1, most: Number.POSITIVE_INFINITY, isWhole: true }),
  value_count: () => ({ least: 0, most: Number.POSITIVE_INFINITY, isWhole: true }),
  temporal: ({ rules }) => ({ least: 1, most: rules.length, isWhole: true }),
  temporal_ordered: () => null,
  value_sum: () => anyNumber,
  value_avg: () => anyNumber,
  value_median: () => anyNumber,
  value_percentile: () => anyNumber,
}

function valuesAround(bound: number, { below, above }: Step, { least, most, isWhole }: Range): readonly number[] {
  const values = isWhole
    ? [Math.floor(below), Math.ceil(below), Math.floor(bound), Math.ceil(bound), Math.floor(above), Math.ceil(above)]
    : [below, (below + bound) / 2, bound, (bound + above) / 2, above]
  return values.filter((value) => value >= least && value <= most)
}

function holdsAt(bounds: BoundsCondition['bounds'], value: number): boolean {
  return bounds.every((bound) => boundHolds(bound, value))
}
