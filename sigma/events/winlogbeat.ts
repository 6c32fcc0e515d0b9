import { isObject, type Json, type JsonObject } from '../event.ts'

/** Winlogbeat's own names of the System block. */
const systemNames: Readonly<Record<string, string>> = {
  channel: 'Channel',
  event_id: 'EventID',
  computer_name: 'Computer',
  provider_name: 'Provider_Name',
}

const dataPrefixes = ['event_data.', 'user_data.']

/**
 * The fields of an event in Winlogbeat's spelling, nested or dotted, under the names that rules use; beside them every
 * key of the event as it stands.
 */
export function winlogbeatFields(event: JsonObject): JsonObject {
  const named = winlogEntries(event).flatMap(([path, value]): (readonly [string, Json])[] => {
    const system = Object.hasOwn(systemNames, path) ? systemNames[path] : undefined
    if (system !== undefined) return [[system, value]]
    const prefix = dataPrefixes.find((each) => path.startsWith(each))
    return prefix === undefined ? [] : [[path.slice(prefix.length).replaceAll(' ', ''), value]]
  })
  return Object.fromEntries([...Object.entries(event), ...named])
}

/** Whether the event is in Winlogbeat's spelling. */
export function isWinlogbeat(event: JsonObject): boolean {
  return (Object.hasOwn(event, 'winlog') && isObject(event.winlog)) || Object.keys(event).some(isDotted)
}

function isDotted(key: string): boolean {
  return key.startsWith('winlog.')
}

/** Everything under `winlog`, by its path below it; the content of `event_data` one level down. */
function winlogEntries(event: JsonObject): readonly (readonly [path: string, value: Json])[] {
  return Object.entries(event)
    .flatMap(([key, value]): (readonly [string, Json])[] => {
      if (key === 'winlog' && isObject(value)) return Object.entries(value)
      return isDotted(key) ? [[key.slice('winlog.'.length), value]] : []
    })
    .flatMap(([path, value]): (readonly [string, Json])[] => {
      if (!dataPrefixes.includes(`${path}.`) || !isObject(value)) return [[path, value]]
      return Object.entries(value).map(([name, inner]) => [`${path}.${name}`, inner])
    })
}
