import type { JsonObject } from '../../../sigma/index.ts'
import type { Envelope } from './envelope.ts'
import { flatEventIn } from './event-in.ts'

/** The names that flat exports have for the parts of an origin, letter case and underscores apart. */
const parts: Readonly<Record<string, readonly string[]>> = {
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
      return key === undefined ? [] : [[name, json[key] ?? null] as const]
    })
    if (found.filter(([name]) => name !== 'Computer').length < 2) return null
    return flatEventIn(Object.fromEntries(found), json)
  },
}

function keyLike(json: JsonObject, spellings: readonly string[]): string | undefined {
  return Object.keys(json).find(
    (key) => spellings.includes(key.replaceAll('_', '').toLowerCase()) && typeof json[key] !== 'object',
  )
}
