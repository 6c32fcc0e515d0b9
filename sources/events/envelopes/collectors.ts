import { type Fields, isList, isObject, type Json, type JsonObject } from '../../../sigma/index.ts'
import type { Envelope, Opening } from './envelope.ts'
import { eventDataOf } from './event-data.ts'
import { eventIn, flatEventIn } from './event-in.ts'
import { orderedFields } from './ordered-values.ts'
import { has, named, without } from './paths.ts'
import { isSeverity } from './severity.ts'

const toName = 'the same with names: an EventData map, or the event as XML or evtx_dump has it'

/** Values without names, told as what they are where the catalogue does not know how many there should be. */
function ordered(system: Fields, values: readonly Json[], what: string): Opening {
  const fields = orderedFields(system, values)
  return fields === null ? { kind: 'foreign', what, instead: toName } : eventIn(system, fields)
}

/** fluent-bit's winevtlog. */
export const fluentBit: Envelope = {
  name: 'fluent-bit',
  open: (json) => {
    if (!has(json, 'Channel', 'EventID') || !(has(json, 'EventData') || has(json, 'StringInserts'))) return null
    if (!has(json, 'ProviderName') && !has(json, 'StringInserts')) return null
    const system = named(json, {
      EventID: 'EventID',
      Channel: 'Channel',
      Provider_Name: 'ProviderName',
      Provider_Guid: 'ProviderGuid',
      Computer: 'Computer',
      TimeCreated_SystemTime: 'TimeCreated',
      EventRecordID: 'EventRecordID',
      Version: 'Version',
      Level: 'Level',
      Task: 'Task',
      Opcode: 'Opcode',
      Keywords: 'Keywords',
      Execution_ProcessID: 'ProcessID',
      Execution_ThreadID: 'ThreadID',
      Security_UserID: 'UserID',
    })
    const { EventData: data, StringInserts: inserts } = json
    const own = isList(data) || isObject(data) ? eventDataOf(data) : null
    if (own !== null) return eventIn(system, own)
    return isList(inserts)
      ? ordered(system, inserts, "fluent-bit's StringInserts of an event that has another number of fields")
      : null
  },
}

/** The receiver of OpenTelemetry, and Vector. */
export const openTelemetry: Envelope = {
  name: 'OpenTelemetry',
  open: (json) => {
    if (!has(json, 'event_id', 'channel', 'event_data')) return null
    const system = named(json, {
      EventID: ['event_id.id', 'event_id'],
      Channel: 'channel',
      Provider_Name: ['provider.name', 'provider_name'],
      Provider_Guid: ['provider.guid', 'provider_guid'],
      Computer: 'computer',
      TimeCreated_SystemTime: ['system_time', 'timestamp'],
      EventRecordID: 'record_id',
      Execution_ProcessID: ['execution.process_id', 'process_id'],
      Execution_ThreadID: ['execution.thread_id', 'thread_id'],
      Security_UserID: ['security.user_id', 'user_id'],
    })
    return eventIn(system, namedData(json.event_data ?? null))
  },
}

/** A map, or a list of maps of one key. */
function namedData(value: Json): JsonObject {
  const data = eventDataOf(value) ?? {}
  const list = data.data
  if (!isList(list)) return data
  return Object.fromEntries(list.flatMap((each) => (isObject(each) ? Object.entries(each) : [])))
}

/** nxlog: Windows' level stands where Sysmon has its EventType. */
export const nxlog: Envelope = {
  name: 'nxlog',
  open: (json) => {
    if (!has(json, 'SourceName', 'EventID', 'Channel') || !isSeverity(json.EventType)) return null
    const system = named(json, {
      EventID: 'EventID',
      Channel: 'Channel',
      Provider_Name: 'SourceName',
      Computer: 'Hostname',
    })
    return flatEventIn(system, without(json, ['EventID', 'Channel', 'SourceName', 'EventType']))
  },
}

/** What PowerShell's Get-WinEvent gives ConvertTo-Json. */
export const getWinEvent: Envelope = {
  name: 'Get-WinEvent',
  open: (json) => {
    const { Properties: properties } = json
    if (!has(json, 'Id', 'LogName', 'ProviderName') || !isList(properties)) return null
    const system = named(json, {
      EventID: 'Id',
      Channel: 'LogName',
      Provider_Name: 'ProviderName',
      Computer: 'MachineName',
      TimeCreated_SystemTime: 'TimeCreated',
      EventRecordID: 'RecordId',
    })
    if (properties.some(isNameOfClass)) {
      const what = "Get-WinEvent's Properties as names of classes"
      return { kind: 'foreign', what, instead: 'the same by ConvertTo-Json -Depth 3' }
    }
    const values = properties.map((each) =>
      isObject(each) && Object.hasOwn(each, 'Value') ? (each.Value ?? null) : each,
    )
    return ordered(system, values, "Get-WinEvent's Properties of an event that has another number of fields")
  },
}

/** What ConvertTo-Json writes for an object that lies too deep for it. */
function isNameOfClass(value: Json): boolean {
  return typeof value === 'string' && value.startsWith('System.Diagnostics.Eventing.')
}
