import type { SystemName } from '../../../catalogue/index.ts'
import { isList, isObject, type Json, type JsonObject } from '../../../sigma/index.ts'
import type { Envelope } from './envelope.ts'
import { eventDataOf } from './event-data.ts'
import { eventIn, flatEventIn } from './event-in.ts'
import { without } from './paths.ts'

/** The names that flat exports have for the parts of an origin, letter case and underscores apart. */
const parts: Readonly<Partial<Record<SystemName, readonly string[]>>> = {
  Channel: ['channel'],
  EventID: ['eventid'],
  Provider_Name: ['providername', 'provider'],
  Computer: ['computer', 'computername', 'hostname', 'machinename'],
}

/** An event without nesting whose keys tell two parts of its origin, whatever their letter case. */
export const flat: Envelope = {
  name: 'flat',
  open: (json) => {
    const found = Object.entries(parts).flatMap(([name, spellings]) => {
      const key = Object.hasOwn(json, name) ? name : keyLike(json, spellings)
      const value = key === undefined ? undefined : plainValueOf(json[key])
      return value === undefined ? [] : [[name, value] as const]
    })
    if (found.filter(([name]) => name !== 'Computer').length < 2) return null
    const system = Object.fromEntries(found)
    const below = Object.entries(json).find(([key]) => /^event_?data$/i.test(key))?.[1]
    const data = below === undefined ? null : eventDataOf(below)
    return data === null ? flatEventIn(system, without(json, Object.keys(system))) : eventIn(system, data)
  },
}

function keyLike(json: JsonObject, spellings: readonly string[]): string | undefined {
  return Object.keys(json).find(
    (key) => spellings.includes(key.replaceAll('_', '').toLowerCase()) && plainValueOf(json[key]) !== undefined,
  )
}

/** A value that some exporters wrap in an object or a list of its own; undefined for what holds more. */
function plainValueOf(value: Json | undefined): Json | undefined {
  if (isList(value)) return value.length === 1 ? plainValueOf(value[0]) : undefined
  if (isObject(value)) return plainValueOf(value.Value ?? value['#text'] ?? value.id)
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  return value ?? undefined
}
