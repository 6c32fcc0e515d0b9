import { windowsEventOf } from '../../catalogue/index.ts'
import { chanceOf } from '../../generators/chance.ts'
import { filledEvent } from '../../generators/host/fill-event.ts'
import { hostOf } from '../../generators/host/profile.ts'
import type { Fields } from '../../sigma/index.ts'

/** A realistic event of this kind around these values. */
export function madeEvent(eventId: number, given: Fields = {}, seed = 'test', key = 'event'): Fields {
  const event = windowsEventOf(eventId)
  if (event === null) throw new Error(`no event ${eventId}`)
  return filledEvent(event, given, hostOf(seed), chanceOf(seed, key))
}
