import { windowsEventOf } from '../../catalogue/index.ts'
import { chanceOf } from '../../generators/chance.ts'
import { filledEvent } from '../../generators/host/fill-event.ts'
import { hostOf } from '../../generators/host/machine/profile.ts'
import { eventOfKind } from '../../generators/kinds/event-in.ts'
import type { Event, Fields } from '../../sigma/index.ts'

/** The fields of a realistic event of this kind around these values. */
export function madeEvent(eventId: number, given: Fields = {}, seed = 'test', key = 'event'): Fields {
  const event = windowsEventOf(eventId)
  if (event === null) throw new Error(`no event ${eventId}`)
  return filledEvent(event, given, hostOf(seed), chanceOf(seed, key))
}

/** A realistic event of this kind around these values, with where it comes from. */
export function wholeEvent(eventId: number, given: Fields = {}, seed = 'test'): Event {
  return eventOfKind(windowsEventOf(eventId), madeEvent(eventId, given, seed))
}
