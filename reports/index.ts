// The door of the reports: one document, and every format of it.
export { assembleReport, type ReportParts } from './assembly/assemble.ts'
export { hasMoreToRun, outcomeOf, type RunOutcome } from './assembly/run-outcome.ts'
export { isRed } from './assembly/scenario-judgement.ts'
export * from './check/index.ts'
export { ReportError, readReport } from './document/read-report.ts'
export type {
  CorrelationObservationReport,
  CorrelationReport,
  DetectionObservationReport,
  EventReport,
  Finding,
  GapState,
  IdentifierReport,
  MatchReport,
  MeasureRatios,
  ObservationReport,
  ObservedEventReport,
  OutlineReport,
  Place,
  PointReport,
  ProblemReport,
  Report,
  RuleReport,
  RunReport,
  ScenarioReport,
  ScenarioRun,
  ScenarioStatus,
  StatementReport,
  StepReport,
  TimedEventReport,
  Totals,
  UnreadableFile,
  VerdictCounts,
} from './document/report.ts'
export { formatHtml } from './formats/html.ts'
export { formatJson } from './formats/json.ts'
export { killFeatures } from './formats/mutation/kill-features.ts'
export { formatMutationHtml } from './formats/mutation/mutation-html.ts'
export { mutationDocument } from './formats/mutation/mutation-json.ts'
export { formatMutationTerminal, isBelow } from './formats/mutation/mutation-terminal.ts'
export { formatSuggestions } from './formats/suggested-features.ts'
export { formatTerminal, type TerminalOptions } from './formats/terminal.ts'
export { commandOption, type ReportedRun, type TakeRun } from './formatters/run-handover.ts'
export { MergeError } from './merge/merge-error.ts'
export { mergeRuns } from './merge/merge-runs.ts'
export type { RunMessages } from './merge/run-messages.ts'
export { seedsIn } from './merge/seeds-in.ts'
export { assembleMutation } from './mutation/assemble-mutation.ts'
export { type MutatedSubject, mutateSubjects } from './mutation/mutate-subjects.ts'
export type { MutationReport, MutationThresholds } from './mutation/mutation-report.ts'
export { type MutationPage, writeMutation } from './mutation/write-mutation.ts'
export { type Progress, progressOn } from './progress.ts'
export { keptWords, reportOfRun, writeReport } from './report-run.ts'
export { collectRun } from './run/collect-run.ts'
export { bodiesOf, type CollectedRun, type CollectedScenario } from './run/collected-run.ts'
export { isDryRun } from './run/dry-run.ts'
export { type RunForMutation, rulesJudgedIn, runForMutation } from './run/run-for-mutation.ts'
