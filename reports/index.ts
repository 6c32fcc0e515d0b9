// The door of the reports: one document, and every format of it.
export { assembleReport, type ReportParts } from './assemble.ts'
export * from './check/index.ts'
export { collectRun } from './collect-run.ts'
export { bodiesOf, type CollectedRun, type CollectedScenario } from './collected-run.ts'
export { isDryRun } from './dry-run.ts'
export { formatHtml } from './formats/html.ts'
export { formatJson } from './formats/json.ts'
export { killFeatures } from './formats/mutation/kill-features.ts'
export { formatMutationHtml } from './formats/mutation/mutation-html.ts'
export { mutationDocument } from './formats/mutation/mutation-json.ts'
export { formatMutationTerminal, isBelow } from './formats/mutation/mutation-terminal.ts'
export { formatSuggestions } from './formats/suggested-features.ts'
export { formatTerminal, type TerminalOptions } from './formats/terminal.ts'
export { MergeError } from './merge/merge-error.ts'
export { mergeRuns } from './merge/merge-runs.ts'
export type { RunMessages } from './merge/run-messages.ts'
export { seedsIn } from './merge/seeds-in.ts'
export { assembleMutation } from './mutation/assemble-mutation.ts'
export type { MutationReport, MutationThresholds } from './mutation/mutation-report.ts'
export { type Progress, progressOn } from './progress.ts'
export { ReportError, readReport } from './read-report.ts'
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
} from './report.ts'
export { keptWords, reportOfRun, writeReport } from './report-run.ts'
export { commandOption, type ReportedRun, type TakeRun } from './run-handover.ts'
export { hasMoreToRun, outcomeOf, type RunOutcome } from './run-outcome.ts'
export { isRed } from './scenario-judgement.ts'
