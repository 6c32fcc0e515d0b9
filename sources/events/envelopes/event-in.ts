import { eventDataFields, type Fields, type JsonObject, placedEvent } from '../../../sigma/index.ts'
import type { Opening } from './envelope.ts'

/** An event of what its exporter says of its origin, in the names of System, and of the keys beside that. */
export function flatEventIn(system: Fields, rest: JsonObject): Opening {
  const fields = Object.entries(rest).map(([name, value]) => [name.replaceAll(' ', ''), value] as const)
  return { kind: 'event', event: placedEvent(system, fields) }
}

/** An event of what its exporter says of its origin, in the names of System, and of what its EventData holds. */
export function eventIn(system: Fields, data: JsonObject): Opening {
  return { kind: 'event', event: placedEvent(system, eventDataFields(data)) }
}
