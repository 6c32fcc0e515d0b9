import { type EventFacts, otherCategories, sourceEventsOf, sysmonLog } from '../../../catalogue/index.ts'
import type { LogSource } from '../../rule/rule.ts'
import { type KnownEvent, type KnownField, knownEvent, knownIdsOn } from './known-events.ts'
import { both, type PinnedIds } from './pinned-ids.ts'

/** Every event for which an entry of a rule can have a say. Never empty. */
export type KnownEvents = readonly KnownEvent[]

/**
 * The events of a log source with one of these ids, in no particular order; null where not every one of them is known, or
 * where there is none. Only then is it certain what they have.
 */
export function knownEventsOf(logsource: LogSource, pinned: PinnedIds): KnownEvents | null {
  const { category, product } = logsource
  // Without a product the category may be that of another system, whose agents name fields as they like.
  if (product === null && Object.values(otherCategories).some((table) => Object.hasOwn(table, lower(category)))) {
    return null
  }
  const alternatives = sourceEventsOf(logsource)
  if (alternatives === null) return null
  const reader = category === null ? 'service' : 'category'
  const events: KnownEvent[] = []
  for (const { facts } of alternatives) {
    const ids = idsOf(facts, pinned)
    if (ids === null || facts.channels.length === 0) return null
    for (const channel of facts.channels) {
      for (const id of ids) {
        const event = knownEvent(channel, id, reader)
        if (event === null) return null
        events.push(event)
      }
    }
  }
  return events.length === 0 ? null : events
}

/** The field in those events that have it, under the name of a rule, spaces aside (semantics 2.2). */
export function fieldIn(events: KnownEvents, name: string): readonly KnownField[] {
  const wanted = name.replaceAll(' ', '')
  return events.flatMap(({ fields }) => fields.get(wanted) ?? [])
}

function idsOf({ channels, eventIds }: EventFacts, pinned: PinnedIds): PinnedIds {
  const ofSysmon = channels.length > 0 && channels.every((channel) => channel === sysmonLog.channel)
  const all = eventIds.length > 0 ? new Set(eventIds.map(String)) : ofSysmon ? knownIdsOn(sysmonLog.channel) : null
  return both(all, pinned)
}

function lower(text: string | null): string {
  return text?.toLowerCase() ?? ''
}
