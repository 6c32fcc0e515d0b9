import type { JsonObject } from '../../../sigma/index.ts'
import type { Envelope } from './envelope.ts'
import { flatEventIn } from './event-in.ts'
import { without } from './paths.ts'

/** The names that flat exports have for the parts of an origin, letter case and underscores apart. */
const parts: Readonly<Record<string, readonly string[]>> = {
  Channel: ['channel', 'logname', 'eventlog', 'eventchannel'],
  EventID: ['eventid', 'eventcode'],
  Provider_Name: ['providername', 'provider', 'sourcename', 'eventsource'],
  Computer: ['computer', 'computername', 'hostname', 'machinename'],
}

/** An event without nesting whose keys tell two parts of its origin, whatever their letter case. */
export const flat: Envelope = {
  name: 'flat',
  open: (json) => {
    const found = Object.entries(parts).flatMap(([name, spellings]) => {
      const key = Object.hasOwn(json, name) ? name : keyLike(json, spellings)
      return key === undefined ? [] : [[name, key] as const]
    })
    if (found.filter(([name]) => name !== 'Computer').length < 2) return null
    const system = Object.fromEntries(found.map(([name, key]) => [name, json[key] ?? null]))
    const used = found.filter(([name]) => name !== 'Computer').map(([, key]) => key)
    return flatEventIn(system, without(json, used))
  },
}

function keyLike(json: JsonObject, spellings: readonly string[]): string | undefined {
  return Object.keys(json).find(
    (key) => spellings.includes(key.replaceAll('_', '').toLowerCase()) && typeof json[key] !== 'object',
  )
}
