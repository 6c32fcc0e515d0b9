import type { Fields, Json } from '../../sigma/index.ts'
import { textOfField } from '../facts/fact.ts'
import { formatGuid, parsedGuid } from '../values/sysmon-guid.ts'

/** The times that an event holds, this many milliseconds later, and the second in a new process's GUID with them. */
export function movedTimes(fields: Fields, eventId: number | null, by: number): Fields {
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
