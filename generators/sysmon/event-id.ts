import type { Fields } from '../../sigma/index.ts'
import { sysmonEventOf } from './catalogue.ts'
import { sysmonChannel, sysmonProvider } from './system-block.ts'

/** The id of the Sysmon event that these fields are, by provider or channel and EventID; null for any other event. */
export function sysmonEventId(fields: Fields): number | null {
  const isSysmon = holds(fields, 'Provider_Name', sysmonProvider) || holds(fields, 'Channel', sysmonChannel)
  const id = Object.hasOwn(fields, 'EventID') ? fields.EventID : null
  const number = typeof id === 'string' && /^[1-9]\d{0,2}$/.test(id) ? Number(id) : id
  return isSysmon && typeof number === 'number' ? (sysmonEventOf(number)?.id ?? null) : null
}

function holds(fields: Fields, name: string, wanted: string): boolean {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  return typeof value === 'string' && value.toLowerCase() === wanted.toLowerCase()
}
