import type { JudgedObservation } from '../measures/index.ts'
import type { CollectedScenario } from './collected-run.ts'
import type { GapState, ScenarioReport } from './report.ts'

/** A scenario as the document holds it, with these observations of its own. */
export function scenarioReport(
  { uri, line, feature, name, tags, status, outline, steps }: CollectedScenario,
  judged: readonly JudgedObservation[],
): ScenarioReport {
  return { uri, line, feature, name, tags, status, knownGap: gapState(judged), outline, steps }
}

/** The state of the gap as the one step that judged it found it; a scenario that fails elsewhere leaves it open. */
function gapState(judged: readonly JudgedObservation[]): GapState | null {
  const states = judged.map(({ observation }) => observation.knownGap).filter((state) => state !== null)
  return states.includes('closed') ? 'closed' : (states[0] ?? null)
}
