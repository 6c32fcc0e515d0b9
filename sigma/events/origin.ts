import { textOf } from '../values/text-of.ts'
import { type Event, type Fields, fieldValue } from './event.ts'

/**
 * Where an event comes from, as its System block says or whatever an exporter writes instead (semantics 6.1).
 * Texts as written; null where it is not told. No field of the event's own data changes it.
 */
export interface Origin {
  readonly channel: string | null
  readonly provider: string | null
  readonly eventId: string | null
}

/** The names under which rules see an origin. */
export const originNames: Readonly<Record<keyof Origin, string>> = {
  channel: 'Channel',
  provider: 'Provider_Name',
  eventId: 'EventID',
}

/** The origin that fields in the names of rules tell. */
export function originIn(fields: Fields): Origin {
  return {
    channel: textIn(fields, originNames.channel),
    provider: textIn(fields, originNames.provider),
    eventId: textIn(fields, originNames.eventId),
  }
}

/** The event of these fields, which say themselves where it comes from. */
export function eventOf(fields: Fields): Event {
  return { origin: originIn(fields), fields }
}

/** The text of a field; null when it has none. */
export function textIn(fields: Fields, field: string): string | null {
  const value = fieldValue(fields, field)
  return value === undefined || value === '' ? null : textOf(value)
}
