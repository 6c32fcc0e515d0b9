import { type Event, flattenEvent, isObject, type Json, type JsonObject } from '../../../sigma/index.ts'
import type { Envelope } from '../envelopes/envelope.ts'
import { envelopes } from '../envelopes/envelopes.ts'
import { eventIn, flatEventIn } from '../envelopes/event-in.ts'
import { at, has, named, objectAt } from '../envelopes/paths.ts'
import { eventTime, millisecondsOf } from './event-time.ts'
import { mappedEvent } from './mapped-event.ts'
import { type EventSpelling, type OwnEnvelope, usualSpelling } from './spelling.ts'

/** What a record of a file turns out to be. */
export type OpenedEvent =
  | {
      readonly kind: 'event'
      readonly event: Event
      /** In milliseconds since 1970; null where nothing tells. */
      readonly time: number | null
      /** The envelope that explains it; null for an event that stands as it is, whatever it was wrapped in. */
      readonly envelope: string | null
      /** The names of the outermost object, for whoever has to tell what was not understood. */
      readonly keys: readonly string[]
    }
  /** Known for what it is, and not readable by rules. */
  | { readonly kind: 'foreign'; readonly what: string; readonly instead: string }

/** Nobody wraps an event in more than this, but for somebody who wants to keep a reader busy. */
const mostWrappers = 3

/**
 * The events that a record holds, whatever its exporter's spelling (semantics 6.6): one mostly, several in the answer of a
 * search. What no envelope explains stands as it is, beside what it was wrapped in.
 */
export function openEvents(json: Json, spelling: EventSpelling = usualSpelling): readonly OpenedEvent[] {
  const table = [...spelling.envelopes.map(ownEnvelope), ...envelopes]
  const keys = isObject(json) ? Object.keys(json) : []
  return opened(json, [], 0)

  function opened(inner: Json, around: readonly JsonObject[], depth: number): readonly OpenedEvent[] {
    if (!isObject(inner)) return [told(flattenEvent(inner), around, null)]
    const found = openedBy(table, inner, depth < mostWrappers)
    const levels = [inner, ...around]
    if (found === null) return [told(flattenEvent(Object.assign({}, ...levels.toReversed())), levels, null)]
    const { name, opening } = found
    switch (opening.kind) {
      case 'event':
        return [told(opening.event, levels, name)]
      case 'several':
        return opening.members.flatMap((member) => opened(member, [], depth + 1))
      case 'inner':
        return opened(opening.json, levels, depth + 1)
      case 'foreign':
        return [opening]
    }
  }

  function told(event: Event, levels: readonly JsonObject[], envelope: string | null): OpenedEvent {
    const [innermost = {}] = levels
    const mapped = mappedEvent(event, innermost, spelling.mapping)
    return { kind: 'event', event: mapped, time: timeOf(mapped, levels, spelling), envelope, keys }
  }
}

function openedBy(table: readonly Envelope[], json: JsonObject, mayWrap: boolean) {
  for (const { name, open } of table) {
    const opening = open(json)
    if (opening === null) continue
    const isWrapper = opening.kind === 'inner' || opening.kind === 'several'
    if (mayWrap || !isWrapper) return { name, opening }
  }
  return null
}

/** The event's own time, else that of what is around it, from the inside out. */
function timeOf({ fields }: Event, levels: readonly JsonObject[], { envelopes: own }: EventSpelling): number | null {
  const stated = levels.flatMap((level) =>
    own.map(({ time }) => (time === null ? null : millisecondsOf(at(level, time)))),
  )
  const times = [...stated, eventTime(fields), ...levels.map(eventTime)]
  return times.find((time) => time !== null) ?? null
}

function ownEnvelope({ name, marks, origin, fields }: OwnEnvelope): Envelope {
  const names = {
    Channel: origin.channel,
    Provider_Name: origin.provider,
    EventID: origin.eventId,
    Computer: origin.computer,
  }
  const paths = Object.fromEntries(Object.entries(names).flatMap(([key, path]) => (path === null ? [] : [[key, path]])))
  return {
    name,
    open: (json) => {
      const data = fields === null ? json : objectAt(json, fields)
      if (!has(json, ...marks) || data === null) return null
      return fields === null ? flatEventIn(named(json, paths), data) : eventIn(named(json, paths), data)
    },
  }
}
