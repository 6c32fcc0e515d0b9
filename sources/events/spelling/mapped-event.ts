import { type Event, fieldValue, type Json, type JsonObject, type Origin, originIn } from '../../../sigma/index.ts'
import { at } from '../envelopes/paths.ts'
import type { FieldMapping } from './spelling.ts'

/**
 * The event with what the mapping finds of it under other names: a field that it has already stays, and a part of its
 * origin that is told already.
 */
export function mappedEvent(event: Event, json: JsonObject, mapping: FieldMapping): Event {
  const added = Object.entries(mapping).flatMap(([field, path]): (readonly [string, Json])[] => {
    if (Object.hasOwn(event.fields, field)) return []
    const value = at(json, path) ?? fieldValue(event.fields, path)
    return value === undefined ? [] : [[field, value]]
  })
  if (added.length === 0) return event
  const found = Object.fromEntries(added)
  return { origin: withUntold(event.origin, originIn(found)), fields: { ...event.fields, ...found } }
}

function withUntold(told: Origin, found: Origin): Origin {
  return {
    channel: told.channel ?? found.channel,
    provider: told.provider ?? found.provider,
    eventId: told.eventId ?? found.eventId,
  }
}
