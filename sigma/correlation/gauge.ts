import type { Bound, BoundsCondition, Correlation, ExpressionCondition, RuleExpression } from './correlation.ts'
import { boundOperators, correlationTypes } from './correlation-types.ts'
import type { Occurrence } from './occurrence.ts'
import { rulePresence } from './rule-presence.ts'
import { repairOf } from './rule-repair.ts'
import { tallies } from './tallies.ts'

/** What a condition says of a window. */
export interface Reading {
  readonly held: boolean
  /** What the bounds are compared with: null where nothing can be computed; for a condition over rules, how many occur. */
  readonly value: number | null
  /** How far it is from holding: 0 when it holds, else over 0, by the distances of its bounds or the rules to change. */
  readonly shortfall: number
}

/** Reads a condition over a window that occurrences enter in order of time and leave in the order they came. */
export interface Gauge {
  readonly enter: (occurrence: Occurrence) => void
  readonly leave: (occurrence: Occurrence) => void
  readonly read: () => Reading
}

/** A gauge of an empty window of the correlation. */
export function gaugeOf(correlation: Correlation): Gauge {
  const { condition } = correlation
  return condition.kind === 'bounds' ? boundsGauge(correlation, condition) : expressionGauge(correlation, condition)
}

/** Whether the condition is judged at every occurrence; else once for each closed window (semantics 7.4). */
export function slides({ type, condition }: Correlation): boolean {
  if (condition.kind === 'expression') return !negates(condition.expression)
  return correlationTypes[type].slides && condition.bounds.every(isLower)
}

export function isLower({ operator }: Bound): boolean {
  return operator === 'gt' || operator === 'gte'
}

function negates(expression: RuleExpression): boolean {
  switch (expression.kind) {
    case 'rule':
      return false
    case 'not':
      return true
    case 'all':
    case 'any':
      return expression.children.some(negates)
  }
}

function boundsGauge(correlation: Correlation, { bounds, fields, percentile }: BoundsCondition): Gauge {
  const tally = tallies[correlation.type]({ correlation, fields, percentile })
  const presence = rulePresence(correlation.rules)
  const isOrdered = correlation.type === 'temporal_ordered' && bounds.every(isLower)
  return {
    enter: (occurrence) => {
      tally.enter(occurrence)
      if (isOrdered) presence.enter(occurrence)
    },
    leave: (occurrence) => {
      tally.leave(occurrence)
      if (isOrdered) presence.leave(occurrence)
    },
    read: () => {
      const value = tally.value()
      if (value === null) return { held: false, value, shortfall: Number.POSITIVE_INFINITY }
      const held = bounds.every((bound) => boundHolds(bound, value))
      if (held) return { held, value, shortfall: 0 }
      const shortfall = isOrdered ? shortOfAll(correlation.rules.length - presence.count()) : farness(bounds, value)
      return { held, value, shortfall }
    },
  }
}

export function boundHolds({ operator, value: bound }: Pick<Bound, 'operator' | 'value'>, value: number): boolean {
  return boundOperators[operator](value, bound)
}

/** `gt: 5` fails by nothing at 5, and fails all the same. */
function farness(bounds: readonly Bound[], value: number): number {
  const failed = bounds.filter((bound) => !boundHolds(bound, value))
  return failed.reduce((sum, bound) => sum + Math.max(Math.abs(bound.value - value), Number.MIN_VALUE), 0)
}

/** How short a window is that has all it needs but in another order: nearer than with one missing. */
export const outOfOrderShortfall = 0.5

function shortOfAll(missing: number): number {
  return missing === 0 ? outOfOrderShortfall : missing
}

function expressionGauge(correlation: Correlation, { expression }: ExpressionCondition): Gauge {
  const presence = rulePresence(correlation.rules)
  const isOrdered = correlation.type === 'temporal_ordered'
  return {
    enter: presence.enter,
    leave: presence.leave,
    read: () => {
      const value = presence.count()
      const changes = repairOf(expression, presence.has).length
      if (changes > 0) return { held: false, value, shortfall: changes }
      const held = !isOrdered || presence.inOrder()
      return { held, value, shortfall: held ? 0 : outOfOrderShortfall }
    },
  }
}
