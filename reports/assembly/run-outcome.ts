import type { Finding, Report } from '../document/report.ts'

/** What a run came to beside its thresholds: it held, there is a finding that makes it red, or nothing was run at all. */
export type RunOutcome = 'held' | 'red' | 'nothing-ran'

/** The findings for which a run fails; a rule that cannot be read is told apart. */
const red: ReadonlySet<Finding['kind']> = new Set(['closed-gap', 'failed-scenario', 'never-fires'])

/** What a run came to, by what the report has worked out itself. What was skipped on purpose did not run. */
export function outcomeOf({ findings, scenarios }: Pick<Report, 'findings' | 'scenarios'>): RunOutcome {
  if (findings.some(({ kind }) => red.has(kind))) return 'red'
  return scenarios.every(({ status }) => status === 'not-run') ? 'nothing-ran' : 'held'
}

/** Where a scenario stands in a plan of Cucumber's. */
interface Planned {
  readonly uri: string
  readonly location: { readonly line: number }
}

/** Whether a plan has a scenario that is not skipped on purpose: a part of it without any is then no run of nothing. */
export function hasMoreToRun({ scenarios }: Pick<Report, 'scenarios'>, plan: readonly Planned[]): boolean {
  const skipped = new Set(scenarios.flatMap(({ skipped: why, uri, line }) => (why === null ? [] : [`${uri}:${line}`])))
  return plan.some(({ uri, location }) => !skipped.has(`${uri.replaceAll('\\', '/')}:${location.line}`))
}
