import type { Writable } from 'node:stream'
import { formatProblem, namesWritten } from '../../sigma/index.ts'
import { quotedIn } from '../../sigma/text/index.ts'
import type { LoadedRules } from '../../sources/index.ts'

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

/**
 * Prints what rejects the rules that scenarios speak of, and one line about all others where they have more than a few errors.
 * `features` are the texts that hold the scenarios.
 */
export function printErrorsSpokenOf(loaded: LoadedRules, features: readonly string[], stderr: Writable): void {
  const names = new Set(features.flatMap(namesInFeature))
  const errors = loaded.problems.filter(({ severity }) => severity === 'error')
  const own = Map.groupBy(errors, ({ span, rule }) => {
    const text = loaded.sources.get(span.path)?.text ?? ''
    return [span.path, rule ?? span.path, ...namesWritten(text)].some((name) => names.has(name))
  })
  const others = own.get(false) ?? []
  const isFew = others.length <= mostOfOthers
  printProblems({ ...loaded, problems: isFew ? errors : (own.get(true) ?? []) }, stderr)
  if (isFew) return
  const files = new Set(others.map(({ span }) => span.path)).size
  const said = `${files === 1 ? '1 file' : `${files} files`} that no scenario names cannot be read`
  stderr.write(`${said} (${others.length} errors); sigmaproof check tells why.\n\n`)
}

/** So many errors of rules that no scenario speaks of are told; more are counted. */
const mostOfOthers = 3

/** Every text in quotes and every cell of a table: what can name a rule in a feature. */
function namesInFeature(text: string): readonly string[] {
  const cells = text
    .split('\n')
    .filter((line) => line.trimStart().startsWith('|'))
    .flatMap((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll(/\\([\\|])/g, '$1')))
  return [...quotedIn(text), ...cells]
}

/** Whether a rule was rejected; a warning keeps it. */
export function hasUnreadableRule({ problems }: LoadedRules): boolean {
  return problems.some((problem) => problem.severity === 'error')
}
