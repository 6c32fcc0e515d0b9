import { eventDataFields, type Fields, type JsonObject, placedEvent } from '../../../sigma/index.ts'
import type { Opening } from './envelope.ts'

/** An event of what its exporter says of its origin, in the names of System, and of its own fields. */
export function eventIn(system: Fields, data: JsonObject): Opening {
  return { kind: 'event', event: placedEvent(system, eventDataFields(data)) }
}
