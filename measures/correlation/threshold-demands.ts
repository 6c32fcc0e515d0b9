import type { Bound, BoundOperator, Correlation } from '../../sigma/index.ts'
import type { ThresholdPoint } from '../point.ts'
import { type Demand, wouldFailFor } from './demand.ts'
import { type ComparedBound, hasWholeValues, heldValues } from './held-values.ts'
import { type Step, stepOf } from './threshold-step.ts'

/**
 * Each bound of the condition, just met and just missed: an observation would not hold if the bound were one step stricter,
 * or one step laxer. Counts of events, values and rules step by 1, computed values by the last decimal place in which the
 * bound is written. An equality is just missed on either side of it, and only just met. What no window can show is left out.
 */
export function thresholdDemands(correlation: Correlation): readonly Demand[] {
  const { condition, type } = correlation
  if (condition.kind === 'expression' || condition.isDefault) return []
  return condition.bounds.flatMap((bound) => {
    const step = stepOf(bound.value, hasWholeValues(type))
    return (['met', 'missed'] as const).flatMap((answer): readonly Demand[] => {
      const moved = answer === 'met' ? stricter[bound.operator](step) : laxer[bound.operator](step)
      const bounds = condition.bounds.flatMap((each) =>
        each === bound ? moved.map((change) => ({ ...bound, ...change })) : [each],
      )
      const [before, after] = [condition.bounds, bounds].map((each) => JSON.stringify(heldValues(correlation, each)))
      if (before === after) return []
      const other = { ...correlation, condition: { ...condition, bounds } }
      return [{ point: pointOf(bound, answer), isShownBy: wouldFailFor(other) }]
    })
  })
}

function pointOf({ operator, value, span }: Bound, answer: ThresholdPoint['answer']): ThresholdPoint {
  const id = `values/condition/${operator}/${value}/${answer}`
  return { kind: 'threshold', measure: 'values', id, span, operator, value, answer }
}

type Move = (step: Step) => readonly ComparedBound[]

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
