import { compareSchemas, sysmonLog, type WindowsEvent } from '../../../catalogue/index.ts'
import type { Fields } from '../../../sigma/index.ts'
import { resourceFields } from '../../facts/resources.ts'
import { formatGuid, oldLogonTail, parsedGuid, zeroGuid } from '../../values/sysmon-guid.ts'

/** The last schema of the releases that left an unknown value empty and laid GUIDs out the old way. */
const lastOldSchema = '4.23'

/**
 * The event as the release of Sysmon wrote it that fits what is given. An empty value is one of releases before Sysmon 11,
 * and so is the question mark of what they did not know; they had another GUID layout and fewer fields. What is given stays
 * as it is. Without one, the event is of today.
 */
export function spelledForRelease(event: WindowsEvent, fields: Fields, given: Fields): Fields {
  const own = event.fields.map((field) => field.name)
  const isOldText = (name: string) => given[name] === '' || (given[name] === '?' && unknowns.includes(name))
  const isOld = own.some(isOldText) && !own.some((name) => given[name] === '-')
  const isBorn = event.fields.some((field) => compareSchemas(field.since, lastOldSchema) <= 0)
  const isOldGuid = own.every((name) => isNoNewGuid(given[name]))
  if (event.log !== sysmonLog || !isOld || !isBorn || !isOldGuid) return fields
  const kept = Object.entries(fields).filter(([name]) => {
    const field = event.fields.find((each) => each.name === name)
    return field === undefined || Object.hasOwn(given, name) || compareSchemas(field.since, lastOldSchema) <= 0
  })
  const spelled = kept.map(([name, value]) => {
    if (Object.hasOwn(given, name) || typeof value !== 'string') return [name, value] as const
    if (value === '-') return [name, ''] as const
    return [name, own.includes(name) ? oldGuid(name, value, fields.LogonId) : value] as const
  })
  return Object.fromEntries(spelled)
}

/** Where old releases write a question mark: 250 of 251 recorded events with one are of them. */
const unknowns: readonly string[] = ['ParentImage', 'ParentCommandLine', ...resourceFields]

/** A GUID that is given in today's layout settles the release. */
function isNoNewGuid(value: unknown): boolean {
  const guid = typeof value === 'string' ? parsedGuid(value) : null
  return guid === null || guid.tail.startsWith('000000')
}

/** The GUID in the old layout: a mark, then a number of the token, or the low half of LogonId. */
function oldGuid(name: string, value: string, logonId: unknown): string {
  const guid = parsedGuid(value)
  if (guid === null || value === zeroGuid) return value
  if (name === 'LogonGuid') {
    const tail = oldLogonTail(typeof logonId === 'string' ? logonId : '')
    return tail === null ? value : formatGuid({ ...guid, tail })
  }
  return formatGuid({ ...guid, tail: `00000010${guid.tail.slice(0, 6)}00` })
}
