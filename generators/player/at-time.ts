import type { Fields, Json } from '../../sigma/index.ts'
import { startOfTime } from '../chance.ts'
import type { MadeEvent } from '../recipe.ts'
import { breachesOf } from '../sysmon/breaches.ts'
import { textOfField } from '../sysmon/facts/fact.ts'
import { formatGuid, parsedGuid } from '../sysmon/guid.ts'

/**
 * The event, made for the start of time, as it happens at another: the times it holds move as far, and so does the second
 * in a new process's GUID. Where the scenario states one of them, or a rule that the event was solved for reads one, all
 * stay as they are.
 */
export function atTime(event: MadeEvent, time: number, isRead: (field: string) => boolean): MadeEvent {
  const moved = movedTimes(event, time - startOfTime)
  const stays = Object.keys(moved).some((field) => event.stated.includes(field) || isRead(field))
  if (time === startOfTime || stays) return { ...event, time }
  const fields = { ...event.fields, ...moved }
  const breaches = event.eventId === null ? event.breaches : breachesOf(fields, event.eventId)
  return { ...event, fields, breaches, time }
}

function movedTimes({ fields, eventId }: MadeEvent, by: number): Fields {
  const texts = ['UtcTime', 'TimeCreated_SystemTime'].flatMap((field): [string, Json][] => {
    const text = movedText(textOfField(fields, field) ?? '', by)
    return text === null ? [] : [[field, text]]
  })
  const guid = eventId === 1 ? parsedGuid(textOfField(fields, 'ProcessGuid') ?? '') : null
  const utcTime = millisecondsIn(textOfField(fields, 'UtcTime') ?? '')
  if (guid === null || utcTime === null) return Object.fromEntries(texts)
  const seconds = Math.floor((utcTime + by) / 1000)
  return Object.fromEntries([...texts, ['ProcessGuid', formatGuid({ ...guid, seconds })]])
}

/** Date and time to the millisecond, with a blank or a `T` between them; what follows is finer still. */
const written = /^(\d{4}-\d\d-\d\d)([ T])(\d\d:\d\d:\d\d\.\d{3})(.*)$/

function millisecondsIn(text: string): number | null {
  const [, date = '', , time = ''] = written.exec(text) ?? []
  const milliseconds = Date.parse(`${date}T${time}Z`)
  return Number.isNaN(milliseconds) ? null : milliseconds
}

function movedText(text: string, by: number): string | null {
  const milliseconds = millisecondsIn(text)
  if (milliseconds === null) return null
  const [, , between = '', , rest = ''] = written.exec(text) ?? []
  return new Date(milliseconds + by).toISOString().replace('T', between).replace('Z', rest)
}
