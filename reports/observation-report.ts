import type { JudgedObservation } from '../measures/index.ts'
import type { Fields } from '../sigma/index.ts'
import type { ObservationReport } from './report.ts'

/** An observation as the document holds it: its events by hash, its verdicts as judged again. */
export function observationReport(
  { observation, events, counted, circular, vacuous }: JudgedObservation,
  hashOf: (fields: Fields) => string,
): ObservationReport {
  const { rule, expected, held, knownGap, recipe, scenario } = observation
  return {
    rule,
    uri: scenario.uri,
    line: scenario.line,
    step: { line: scenario.stepLine, text: scenario.stepText },
    expected,
    held,
    knownGap,
    counted,
    circular,
    vacuous,
    recipe,
    events: events.map(({ event, verdict, distance }) => ({
      event: hashOf(event.fields),
      stated: event.stated,
      verdict,
      distance,
    })),
  }
}
