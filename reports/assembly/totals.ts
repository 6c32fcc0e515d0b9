import type { MeasureRatios, Report, ScenarioStatus, Totals } from '../document/report.ts'

/** The figures of the whole run. */
export function totalsOf(
  {
    rules,
    unreadable,
    scenarios,
    observations,
    events,
  }: Pick<Report, 'rules' | 'unreadable' | 'scenarios' | 'observations' | 'events'>,
  coverage: MeasureRatios,
): Totals {
  const ofStatus = (status: ScenarioStatus) => scenarios.filter((scenario) => scenario.status === status).length
  return {
    rules: rules.length,
    unreadable: unreadable.length,
    scenarios: {
      passed: ofStatus('passed'),
      failed: ofStatus('failed'),
      skipped: ofStatus('skipped'),
      pending: ofStatus('pending'),
      undefined: ofStatus('undefined'),
      ambiguous: ofStatus('ambiguous'),
      unknown: ofStatus('unknown'),
      'not-run': ofStatus('not-run'),
    },
    gaps: {
      open: scenarios.filter((scenario) => scenario.knownGap === 'open').length,
      closed: scenarios.filter((scenario) => scenario.knownGap === 'closed').length,
    },
    observations: observations.length,
    counted: observations.filter((each) => each.counted).length,
    verdicts: observations.reduce((sum, each) => sum + (each.kind === 'correlation' ? 1 : each.events.length), 0),
    events: events.length,
    unrealistic: events.filter((event) => event.breaches.length > 0).length,
    coverage,
  }
}
