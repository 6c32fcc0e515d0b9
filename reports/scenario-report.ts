import type { JudgedObservation } from '../measures/index.ts'
import type { CollectedScenario } from './collected-run.ts'
import type { GapState, ScenarioReport } from './report.ts'

/** A scenario as the document holds it, with these observations of its own. */
export function scenarioReport(
  { uri, line, feature, name, tags, status, outline, steps }: CollectedScenario,
  judged: readonly JudgedObservation[],
): ScenarioReport {
  return { uri, line, feature, name, tags, status, knownGap: gapState(status, judged), outline, steps }
}

/**
 * A known gap is open while its scenario passes, that is while the verdict is the wrong one on every event. One that was
 * judged in a scenario that does not pass is closed.
 */
function gapState(status: CollectedScenario['status'], judged: readonly JudgedObservation[]): GapState | null {
  if (!judged.some(({ observation }) => observation.knownGap)) return null
  return status === 'passed' ? 'open' : 'closed'
}
