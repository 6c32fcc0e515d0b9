import type { Problem, Span } from '../../sigma/index.ts'
import type { Place, ProblemReport } from '../document/report.ts'

/** A problem with its line and column. */
export function problemReport(
  { code, severity, message, hint, span }: Problem,
  placeOf: (span: Span) => Place,
): ProblemReport {
  return { code, severity, message, hint, place: placeOf(span) }
}
