import { type WindowsEvent, windowsEventOf } from '../../catalogue/index.ts'
import type { Fields } from '../../sigma/index.ts'

/** The event of the catalogue that these fields are, by provider or channel and EventID; null for any other event. */
export function windowsEventIn(fields: Fields): WindowsEvent | null {
  const id = Object.hasOwn(fields, 'EventID') ? fields.EventID : null
  const number = typeof id === 'string' && /^[1-9]\d{0,4}$/.test(id) ? Number(id) : id
  const event = typeof number === 'number' ? windowsEventOf(number) : null
  if (event === null) return null
  const isOfLog = holds(fields, 'Provider_Name', event.log.provider) || holds(fields, 'Channel', event.log.channel)
  return isOfLog ? event : null
}

function holds(fields: Fields, name: string, wanted: string): boolean {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  return typeof value === 'string' && value.toLowerCase() === wanted.toLowerCase()
}
