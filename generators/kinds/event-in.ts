import { type WindowsEvent, windowsEventOf } from '../../catalogue/index.ts'
import { type Event, eventOf, type Fields, type Origin, originNames } from '../../sigma/index.ts'

/** The event of the catalogue that this one is, by provider or channel and event id; null for any other event. */
export function windowsEventIn({ origin: { channel, provider, eventId } }: Event): WindowsEvent | null {
  const event = /^[1-9]\d{0,4}$/.test(eventId ?? '') ? windowsEventOf(Number(eventId)) : null
  if (event === null) return null
  const { log } = event
  return isText(provider, log.provider) || isText(channel, log.channel) ? event : null
}

/**
 * An event of this kind with these fields: they say where it comes from, but where the kind has a field of its own called
 * like a part of its origin.
 */
export function eventOfKind(kind: WindowsEvent | null, fields: Fields): Event {
  const event = eventOf(fields)
  const own = ownOriginOf(kind)
  return Object.keys(own).length === 0 ? event : { ...event, origin: { ...event.origin, ...own } }
}

/** The parts of an event's origin that its fields of the same name do not tell. */
export function ownOriginOf(kind: WindowsEvent | null): Partial<Origin> {
  const isOwn = (name: string) => kind?.fields.some((field) => field.name === name) ?? false
  return {
    ...(kind !== null && isOwn(originNames.channel) ? { channel: kind.log.channel } : {}),
    ...(kind !== null && isOwn(originNames.provider) ? { provider: kind.log.provider } : {}),
  }
}

function isText(text: string | null, wanted: string): boolean {
  return text?.toLowerCase() === wanted.toLowerCase()
}
