import { type Correlation, correlate, correlationMeets } from '../../sigma/index.ts'
import type { CorrelationPoint } from '../point.ts'
import type { CorrelationMeasure, CorrelationSighting } from './correlation-measure.ts'

/** A point of a correlation, and what shows it. */
export interface Demand {
  readonly point: CorrelationPoint
  readonly isShownBy: (sighting: CorrelationSighting) => boolean
}

/** The measure that makes these demands. */
export function measureOf(demands: readonly Demand[]): CorrelationMeasure {
  return {
    points: demands.map(({ point }) => point),
    seen: (sighting) => demands.filter(({ isShownBy }) => isShownBy(sighting)).map(({ point }) => point.id),
  }
}

/**
 * Shown by an observation that would not hold if the correlation were this other one, on the occurrences that it counts: a
 * test that stays green either way says nothing of what is different.
 */
export function wouldFailFor(other: Correlation): Demand['isShownBy'] {
  return ({ expected, occurrences }) => !correlationMeets(other, correlate(other, occurrences), expected)
}
