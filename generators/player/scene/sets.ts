import { canonicalText } from '../../../sigma/index.ts'
import { grouped } from '../../grouped-number.ts'
import type { MadeEvent } from '../../recipe.ts'
import { RecipeError } from '../../recipe-error.ts'

/** A scenario has at most this many current events. */
const mostEvents = 10_000

/** Throws {@link RecipeError} when a step would make more events than a scenario can have. */
export function requireAtMostTheLimit(count: number): void {
  if (count > mostEvents) throw new RecipeError(`${grouped(count)} events; the limit is ${grouped(mostEvents)}`)
}

/** The events without repetitions: of equal ones that a list of values made of one event, the first stays. */
export function merged(events: readonly MadeEvent[]): readonly MadeEvent[] {
  if (events.length < 2) return events
  const byContent = new Map<string, MadeEvent>()
  for (const event of events) {
    const content = canonicalText([event.made, event.eventId, { ...event.origin }, event.fields])
    if (!byContent.has(content)) byContent.set(content, event)
  }
  return [...byContent.values()]
}
