import type { Writable } from 'node:stream'
import { formatProblem } from '../sigma/index.ts'
import type { LoadedRules } from '../sources/index.ts'

/** Prints every problem with its place, the line and what to write instead. */
export function printProblems({ problems, sources }: LoadedRules, stderr: Writable): void {
  for (const problem of problems) {
    const source = sources.get(problem.span.path)
    stderr.write(`${source === undefined ? problem.message : formatProblem(problem, source)}\n\n`)
  }
}

/** Whether a rule was rejected; a warning keeps it. */
export function hasUnreadableRule({ problems }: LoadedRules): boolean {
  return problems.some((problem) => problem.severity === 'error')
}
