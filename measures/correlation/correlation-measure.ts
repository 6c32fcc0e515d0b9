import type { Correlation, CorrelationExpectation, CorrelationJudgement } from '../../sigma/index.ts'
import type { ObservedEvent } from '../observation.ts'
import type { Point, PointId } from '../point.ts'

/** Everything that happened in a counted observation of a correlation, and what that says of it. */
export interface CorrelationSighting {
  readonly expected: CorrelationExpectation
  readonly events: readonly ObservedEvent[]
  readonly judgement: CorrelationJudgement
}

/** What one measure asks of one correlation: all its points, and those that a sighting covers. */
export interface CorrelationMeasure {
  readonly points: readonly Point[]
  readonly seen: (sighting: CorrelationSighting) => Iterable<PointId>
}

/** Makes a measure of a correlation. */
export type MeasureCorrelation = (correlation: Correlation) => CorrelationMeasure
