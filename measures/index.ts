// The door of the measures: what the tests have shown of a rule, as counts.
export { cover } from './cover.ts'
export {
  type Coverage,
  type CoveredPoint,
  coverageOf,
  type Impossible,
  type JudgedCorrelationObservation,
  type JudgedDetectionObservation,
  type JudgedEvent,
  type JudgedObservation,
  type RuleCoverage,
  type RunObservation,
} from './coverage.ts'
export { hashOfEvent, hashOfEvents } from './event-hash.ts'
export { goalOf } from './goal-of-point.ts'
export {
  type Observation,
  type ObservedEvent,
  type ObservedEvents,
  observationMediaType,
  type ScenarioReference,
} from './observation.ts'
export { ObservationError } from './observation-error.ts'
export { observationText, parseObservation } from './observation-text.ts'
export { eventsOf, observedEventsOf } from './observed-events.ts'
export type { DecisionPoint, DetectionPoint, Measure, OutcomePoint, Point, PointId, ValuePoint } from './point.ts'
export { pointsOf } from './points.ts'
export { formatRatio, type Ratio, sumOf } from './ratio.ts'
export { isCircular } from './stated.ts'
export { isVacuous } from './vacuous.ts'
