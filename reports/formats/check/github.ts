import { type Severity, visibleText } from '../../../sigma/index.ts'
import type { CheckProblem, CheckReport } from '../../check-report.ts'

/** What GitHub calls each severity. */
const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' }

/** Workflow commands of GitHub Actions, one for each problem: they become annotations of the changed lines. */
export function formatCheckGithub({ problems }: CheckReport): string {
  return problems.map((problem) => `${annotation(problem)}\n`).join('')
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
