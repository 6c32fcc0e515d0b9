import { safeJson } from '../../../sigma/index.ts'
import type { CheckProblem, CheckReport } from '../../check/check-report.ts'

/** The report as JSON: the data as it is, without the lines quoted for people. */
export function formatCheckJson({ problems, suppressed, ...report }: CheckReport): string {
  return `${safeJson({ ...report, problems: problems.map(dataOf), suppressed: suppressed.map(dataOf) }, 2)}\n`
}

function dataOf<Told extends CheckProblem>({ frame: _, ...data }: Told): Omit<Told, 'frame'> {
  return data
}
