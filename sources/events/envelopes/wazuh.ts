import { windowsEventOf } from '../../../catalogue/index.ts'
import { isObject, type Json, type JsonObject } from '../../../sigma/index.ts'
import type { Envelope } from './envelope.ts'
import { eventIn } from './event-in.ts'
import { named, objectAt } from './paths.ts'

/** Wazuh's alerts and archives: names begin in lower case. */
export const wazuh: Envelope = {
  name: 'Wazuh',
  open: (json) => {
    const win = objectAt(json, 'win') ?? objectAt(json, 'data.win')
    const system = win === null ? null : objectAt(win, 'system')
    if (win === null || system === null) return null
    const origin = named(system, {
      EventID: 'eventID',
      Channel: 'channel',
      Provider_Name: 'providerName',
      Provider_Guid: 'providerGuid',
      Computer: 'computer',
      EventRecordID: 'eventRecordID',
      TimeCreated_SystemTime: 'systemTime',
      Version: 'version',
      Level: 'level',
      Task: 'task',
      Opcode: 'opcode',
      Keywords: 'keywords',
      Execution_ProcessID: 'processID',
      Execution_ThreadID: 'threadID',
      Security_UserID: 'securityUserID',
    })
    const data = plainBackslashes(objectAt(win, 'eventdata') ?? userDataIn(win))
    return eventIn(origin, withNamesOf(String(origin.EventID), data))
  },
}

/** What other element there is beside System holds the data of an event that has UserData. */
function userDataIn(win: JsonObject): JsonObject {
  return Object.entries(win).flatMap(([key, value]) => (key !== 'system' && isObject(value) ? [value] : []))[0] ?? {}
}

function withNamesOf(eventId: string, data: JsonObject): JsonObject {
  const known = windowsEventOf(Number(eventId))?.fields ?? []
  const names = new Map(known.map(({ name }) => [name.toLowerCase(), name]))
  const spelled = (name: string) =>
    names.get(name.toLowerCase()) ?? (/^param\d+$/.test(name) ? name : name.slice(0, 1).toUpperCase() + name.slice(1))
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [spelled(name), value]))
}

/** Some versions escape a value twice: where every run of backslashes is an even one, each stands for half of it. */
function plainBackslashes(data: JsonObject): JsonObject {
  const runs = Object.values(data).flatMap((value) => (typeof value === 'string' ? (value.match(/\\+/g) ?? []) : []))
  if (runs.length === 0 || runs.some((run) => run.length % 2 === 1)) return data
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, halved(value)]))
}

function halved(value: Json): Json {
  if (typeof value === 'string') return value.replaceAll('\\\\', '\\')
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, halved(each)])) : value
}
