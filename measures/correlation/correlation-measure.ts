import type { Correlation, CorrelationExpectation, CorrelationJudgement, Occurrence } from '../../sigma/index.ts'
import type { CorrelationPoint, PointId } from '../point.ts'

/** A counted observation of a correlation: what was asked of it, and what everything that happened says. */
export interface CorrelationSighting {
  readonly expected: CorrelationExpectation
  readonly judgement: CorrelationJudgement
  /** What the correlation counts: the occurrences of its rules that have a text in every field it groups by. */
  readonly occurrences: readonly Occurrence[]
}

/** What one measure asks of one correlation: all its points, and those that a sighting covers. */
export interface CorrelationMeasure {
  readonly points: readonly CorrelationPoint[]
  readonly seen: (sighting: CorrelationSighting) => Iterable<PointId>
}

/** Makes a measure of a correlation. */
export type MeasureCorrelation = (correlation: Correlation) => CorrelationMeasure
