// The door of the measures: what the tests have shown of a rule, as counts.
export { cover } from './cover.ts'
export {
  type Coverage,
  type CoveredPoint,
  coverageOf,
  type FilterPoint,
  type ImpossiblePoint,
  type JudgedCorrelationObservation,
  type JudgedDetectionObservation,
  type JudgedEvent,
  type JudgedObservation,
  type RuleCoverage,
  type RunObservation,
} from './coverage.ts'
export { distancesOf } from './distances.ts'
export { hashOfEvent, hashOfEvents } from './event-hash.ts'
export { goalOf, goalsOf } from './goal-of-point.ts'
export { logMediaType, type Misreading, misreadingIn, misreadingText } from './misreading.ts'
export { judgeMutants, type MutationOptions } from './mutation/judging/judge-mutants.ts'
export { mutationKeyOf } from './mutation/judging/mutation-key.ts'
export type { PassedScenario } from './mutation/judging/passed-scenario.ts'
export { rulesSolvedFor } from './mutation/judging/rules-solved-for.ts'
export { type Suite, suiteOf } from './mutation/judging/suite.ts'
export type { Mutant, MutationOperator } from './mutation/mutant.ts'
export { type MutationSubject, subjectsOf } from './mutation/reading/mutation-subject.ts'
export { jsonOfResults, resultsIn, type SubjectResults } from './mutation/scoring/kept-results.ts'
export type { JudgingScenario, MutantResult, MutantState } from './mutation/scoring/mutant-result.ts'
export {
  countMutants,
  coveredMutationScore,
  type MutantCounts,
  mutationScore,
  readMutationScore,
} from './mutation/scoring/mutation-score.ts'
export { withReplacement } from './mutation/text/with-replacement.ts'
export { type NeverFires, neverFires } from './never-fires.ts'
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
export {
  type CorrelationPoint,
  type DecisionPoint,
  type DetectionPoint,
  type GroupByPoint,
  isRulePoint,
  type Measure,
  type OrderPoint,
  type OutcomePoint,
  type Point,
  type PointId,
  type ReferredRulePoint,
  type RulePoint,
  type ThresholdPoint,
  type TimespanPoint,
  type ValuePoint,
} from './point.ts'
export { measuresOf, pointsOf } from './points.ts'
export { type ProvenCoverage, type ProvingOptions, provePoints } from './prove-points.ts'
export { type CoverageRatio, formatCoverage, formatRatio, type Ratio } from './ratio.ts'
export type { RuleMeasure } from './rule-measure.ts'
export { type DescribedNode, knownGapTag, skipReasonIn, skipTag, unreadTag } from './scenario-tags.ts'
export { isCircular } from './stated.ts'
export { type AlarmStatement, type ClaimStatement, type Statement, statementMediaType } from './statement.ts'
export { statementCheck } from './statement-check.ts'
export { statementJudge } from './statement-holds.ts'
export { parseStatement, statementText } from './statement-text.ts'
export type { SuggestedChange, SuggestedEvent, Suggestion, SuggestionTitle } from './suggestion.ts'
export { isVacuous } from './vacuous.ts'
