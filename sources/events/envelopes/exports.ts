import { isObject, type Json, type JsonObject } from '../../../sigma/index.ts'
import { parsedObject } from '../parsed-object.ts'
import type { Envelope } from './envelope.ts'
import { eventIn } from './event-in.ts'
import { has, named } from './paths.ts'

/** The EventData of a JSON text, `{"EventData": {...}}` or with `Data` inside as EvtxECmd has it; null for any other text. */
function dataIn(value: Json | undefined): JsonObject | null {
  const json = typeof value === 'string' ? parsedObject(value) : value
  if (json === null || !isObject(json)) return null
  const data = json.EventData ?? json.UserData ?? json
  return isObject(data) ? data : null
}

/** A row of osquery's table of Windows events. */
export const osquery: Envelope = {
  name: 'osquery',
  open: (json) => {
    const { columns } = json
    if (!isObject(columns) || !has(columns, 'provider_name', 'eventid', 'data')) return null
    const system = named(columns, {
      EventID: 'eventid',
      Channel: ['source', 'channel'],
      Provider_Name: 'provider_name',
      Computer: 'computer_name',
      TimeCreated_SystemTime: 'datetime',
    })
    return eventIn(system, dataIn(columns.data) ?? {})
  },
}

/** EvtxECmd's JSON. */
export const evtxECmd: Envelope = {
  name: 'EvtxECmd',
  open: (json) => {
    if (!has(json, 'Payload', 'EventId', 'Channel')) return null
    const system = named(json, {
      EventID: 'EventId',
      Channel: 'Channel',
      Provider_Name: 'Provider',
      Computer: 'Computer',
      TimeCreated_SystemTime: 'TimeCreated',
      EventRecordID: 'EventRecordId',
      Execution_ProcessID: 'ProcessId',
      Execution_ThreadID: 'ThreadId',
      Security_UserID: 'UserId',
    })
    const data = dataIn(json.Payload)
    return data === null ? null : eventIn(system, data)
  },
}
