import { isObject } from '../../../sigma/index.ts'
import type { Envelope, Opening } from './envelope.ts'
import { eventDataOf } from './event-data.ts'
import { eventIn } from './event-in.ts'
import { has, named } from './paths.ts'

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
    const data = eventDataOf(columns.data)
    return data === null ? unreadable("osquery's data") : eventIn(system, data)
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
    const data = json.Payload === '' ? {} : eventDataOf(json.Payload)
    return data === null ? unreadable("EvtxECmd's Payload") : eventIn(system, data)
  },
}

function unreadable(what: string): Opening {
  return { kind: 'foreign', what: `${what} that is neither JSON nor XML`, instead: 'a whole export of it' }
}
