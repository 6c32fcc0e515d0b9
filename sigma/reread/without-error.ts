import type { ReportProblem } from '../problems/problem.ts'

/** What is read; null after an error. */
export function withoutError<Value>(read: (report: ReportProblem) => Value | null): Value | null {
  let failed = false
  const value = read(({ severity }) => {
    if (severity === 'error') failed = true
  })
  return failed ? null : value
}
