import type { JudgedObservation, Statement } from '../../measures/index.ts'
import type { GapState, ScenarioStatus } from '../document/report.ts'
import type { CollectedRun, CollectedScenario } from '../run/collected-run.ts'

/** What is said of one scenario, all of it judged again. */
export interface Asserted {
  readonly judged: readonly JudgedObservation[]
  readonly said: readonly Statement[]
}

/** The state of the gap as the one step that judged it found it; a scenario that fails elsewhere leaves it open. */
export function gapState({ judged, said }: Asserted): GapState | null {
  const states = [
    ...withoutAlarms(judged, said).flatMap(({ observation }) => observation.knownGap ?? []),
    ...said.filter(({ knownGap }) => knownGap).map(({ isSo }) => (isSo ? 'closed' : 'open')),
  ]
  return states.includes('closed') ? 'closed' : (states[0] ?? null)
}

/** Whether a verdict of a scenario that passed is not the one that it states, so that it cannot have passed. */
export function isRefuted({ judged, said }: Asserted): boolean {
  return (
    withoutAlarms(judged, said).some(({ observation: { held, knownGap } }) =>
      knownGap === null ? !held : knownGap === 'closed',
    ) || said.some(({ isSo, knownGap }) => isSo === knownGap)
  )
}

/** What a step that speaks of all rules leaves of those it names is said by its own statement, and exactly. */
function withoutAlarms(judged: readonly JudgedObservation[], said: readonly Statement[]): readonly JudgedObservation[] {
  const alarms = new Set(said.flatMap(({ kind, scenario }) => (kind === 'alarm' ? [scenario.stepLine] : [])))
  return judged.filter(({ observation }) => !alarms.has(observation.scenario.stepLine))
}

/**
 * Whether a scenario makes the run red. One of ours does unless it passed or was not run on purpose; one of others keeps
 * Cucumber's own rules, by which what is pending is red where the configuration says so, and what is skipped never is.
 */
export function isRed(
  { ours, status }: Pick<CollectedScenario, 'ours'> & { readonly status: ScenarioStatus },
  { success }: Pick<CollectedRun, 'success'>,
): boolean {
  switch (status) {
    case 'passed':
    case 'not-run':
      return false
    case 'skipped':
      return ours
    case 'pending':
      return ours || !success
    case 'failed':
    case 'undefined':
    case 'ambiguous':
    case 'unknown':
      return true
  }
}
