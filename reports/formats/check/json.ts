import type { CheckReport } from '../../check-report.ts'
import { safeJson } from '../safe-json.ts'

/** The report as JSON: the data as it is, without the text made for people. */
export function formatCheckJson({ problems, ...report }: CheckReport): string {
  const data = problems.map(({ shown: _, ...problem }) => problem)
  return `${safeJson({ ...report, problems: data }, 2)}\n`
}
