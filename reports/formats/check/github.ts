import { type Severity, visibleText } from '../../../sigma/index.ts'
import type { CheckProblem, CheckReport } from '../../check/check-report.ts'

/** What GitHub calls each severity. */
const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' }

/**
 * Workflow commands of GitHub Actions, one for each problem: they become annotations of the changed lines. GitHub shows ten
 * errors and ten warnings of a step: errors come first, then the first warning of each code, then the second of each.
 */
export function formatCheckGithub({ problems }: CheckReport): string {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const warnings = problems.filter(({ severity }) => severity === 'warning')
  const notes = problems.filter(({ severity }) => severity === 'note')
  return [...errors, ...inTurn(warnings), ...notes].map((problem) => `${annotation(problem)}\n`).join('')
}

function inTurn(problems: readonly CheckProblem[]): readonly CheckProblem[] {
  const before = new Map<string, number>()
  const turns = problems.map((problem) => {
    const turn = before.get(problem.code) ?? 0
    before.set(problem.code, turn + 1)
    return { problem, turn }
  })
  return turns.toSorted((one, other) => one.turn - other.turn).map(({ problem }) => problem)
}

function annotation({ code, severity, message, hint, path, ...place }: CheckProblem): string {
  const { line, column, endLine, endColumn } = place
  // GitHub takes columns only for a stretch on one line.
  const columns = endLine === line && endColumn > column ? [`col=${column}`, `endColumn=${endColumn - 1}`] : []
  const properties = [
    `file=${property(path)}`,
    `line=${line}`,
    `endLine=${endLine}`,
    ...columns,
    `title=${property(code)}`,
  ]
  const said = hint === '' ? message : `${message}. ${hint}`
  return `::${commands[severity]} ${properties.join(',')}::${escaped(said)}`
}

function escaped(text: string): string {
  return visibleText(text).replaceAll('%', '%25')
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
