import type { Writable } from 'node:stream'
import { formatProblem } from '../sigma/index.ts'
import type { LoadedRules } from '../sources/index.ts'

/** Prints every problem with its place, the line and what to write instead. */
export function printProblems(
  { problems, sources }: Pick<LoadedRules, 'problems' | 'sources'>,
  stderr: Writable,
): void {
  for (const problem of problems) {
    const source = sources.get(problem.span.path)
    stderr.write(`${source === undefined ? problem.message : formatProblem(problem, source)}\n\n`)
  }
}

/** Prints what rejects a rule. A warning stands in the report, beside the rule it is about. */
export function printErrors(loaded: LoadedRules, stderr: Writable): void {
  const problems = loaded.problems.filter((problem) => problem.severity === 'error')
  printProblems({ ...loaded, problems }, stderr)
}

/** Whether a rule was rejected; a warning keeps it. */
export function hasUnreadableRule({ problems }: LoadedRules): boolean {
  return problems.some((problem) => problem.severity === 'error')
}
