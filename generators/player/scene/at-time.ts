import { startOfTime } from '../../chance.ts'
import { movedTimes } from '../../host/moved-times.ts'
import type { MadeEvent } from '../../recipe.ts'
import { violationsOf } from '../../violations/violations.ts'

/**
 * The event, made for the start of time, as it happens at another: the times it holds move as far, and so does the second
 * in a new process's GUID. Where the scenario states one of them, or a rule that the event was solved for reads one, all
 * stay as they are.
 */
export function atTime(event: MadeEvent, time: number, isRead: (field: string) => boolean): MadeEvent {
  const moved = movedTimes(event.fields, event.eventId, time - startOfTime)
  const stays = Object.keys(moved).some((field) => event.stated.includes(field) || isRead(field))
  if (time === startOfTime || stays) return { ...event, time }
  const fields = { ...event.fields, ...moved }
  const breaches = event.eventId === null ? event.breaches : violationsOf(fields, event.eventId)
  return { ...event, fields, breaches, time }
}
