import type { Violation } from '../../generators/index.ts'
import type { JudgedObservation, ObservedEvent } from '../../measures/index.ts'
import { byCodeUnit, type Fields } from '../../sigma/index.ts'
import type { EventReport } from '../document/report.ts'

/** Every event judged, and these others, each once and sorted by its hash, with all that was said against its realism. */
export function eventReports(
  judged: readonly JudgedObservation[],
  others: readonly ObservedEvent[],
  hashOf: (fields: Fields) => string,
): readonly EventReport[] {
  const events = new Map<string, EventReport>()
  for (const event of [...judged.flatMap(eventsIn), ...others]) {
    const hash = hashOf(event.fields)
    const known = events.get(hash)
    events.set(hash, {
      hash,
      fields: known?.fields ?? event.fields,
      breaches: distinctViolations([...(known?.breaches ?? []), ...event.breaches]),
    })
  }
  return [...events.values()].sort((a, b) => byCodeUnit(a.hash, b.hash))
}

function eventsIn(judged: JudgedObservation): readonly ObservedEvent[] {
  return judged.kind === 'correlation' ? judged.events : judged.events.map(({ event }) => event)
}

/** Each breach once, sorted by its content. */
export function distinctViolations(breaches: readonly Violation[]): readonly Violation[] {
  const byContent = new Map(
    breaches.map((breach) => [JSON.stringify([breach.fact, breach.field, breach.message]), breach]),
  )
  return [...byContent].sort(([a], [b]) => byCodeUnit(a, b)).map(([, breach]) => breach)
}
