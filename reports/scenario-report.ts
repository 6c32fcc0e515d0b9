import type { JudgedObservation, Statement } from '../measures/index.ts'
import type { CollectedScenario } from './collected-run.ts'
import type { GapState, ScenarioReport } from './report.ts'

/** A scenario as the document holds it, with these observations and statements of its own. */
export function scenarioReport(
  { uri, line, feature, name, tags, status, outline, steps }: CollectedScenario,
  judged: readonly JudgedObservation[],
  said: readonly Statement[],
): ScenarioReport {
  return { uri, line, feature, name, tags, status, knownGap: gapState(judged, said), outline, steps }
}

/** The state of the gap as the one step that judged it found it; a scenario that fails elsewhere leaves it open. */
function gapState(judged: readonly JudgedObservation[], said: readonly Statement[]): GapState | null {
  const states = [
    ...judged.flatMap(({ observation }) => observation.knownGap ?? []),
    ...said.filter(({ knownGap }) => knownGap).map(({ isSo }) => (isSo ? 'closed' : 'open')),
  ]
  return states.includes('closed') ? 'closed' : (states[0] ?? null)
}
