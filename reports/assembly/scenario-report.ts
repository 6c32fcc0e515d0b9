import type { ScenarioReport } from '../document/report.ts'
import type { CollectedScenario } from '../run/collected-run.ts'
import { type Asserted, gapState } from './scenario-judgement.ts'

/** A scenario as the document holds it, with what it asserted. `isRed` says whether the run is red for it. */
export function scenarioReport(scenario: CollectedScenario, asserted: Asserted, isRed: boolean): ScenarioReport {
  const { uri, line, feature, name, tags, status, ours, skipped, outline, steps } = scenario
  return { uri, line, feature, name, tags, status, ours, isRed, skipped, knownGap: gapState(asserted), outline, steps }
}
