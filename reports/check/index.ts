// The door of whoever tells what is wrong with rules: the document, and every format of it.
export { formatCheckGithub } from '../formats/check/github.ts'
export { formatCheckJson } from '../formats/check/json.ts'
export { formatCheckSarif } from '../formats/check/sarif.ts'
export { type CheckTextOptions, formatCheckText } from '../formats/check/text.ts'
export type {
  BaselineReport,
  CheckCounts,
  CheckProblem,
  CheckReport,
  CodeReport,
  SuppressedBy,
  SuppressedCheckProblem,
} from './check-report.ts'
export { checkReportOf } from './check-report-of.ts'
export { type BaselineOptions, comparedWithBaseline } from './compared-with-baseline.ts'
