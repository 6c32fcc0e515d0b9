import { eventDataFields, isObject, type Json, type JsonObject, placedEvent } from '../../../sigma/index.ts'
import { fieldsOfEcs } from './ecs.ts'
import type { Envelope } from './envelope.ts'
import { has, named, objectAt, type PathsOfFields } from './paths.ts'

/** Winlogbeat's names of what stands in System. */
const systemNames: PathsOfFields = {
  EventID: 'winlog.event_id',
  Channel: 'winlog.channel',
  Provider_Name: 'winlog.provider_name',
  Provider_Guid: 'winlog.provider_guid',
  Computer: 'winlog.computer_name',
  EventRecordID: 'winlog.record_id',
  Version: 'winlog.version',
  Correlation_ActivityID: 'winlog.activity_id',
  Execution_ProcessID: 'winlog.process.pid',
  Execution_ThreadID: 'winlog.process.thread.id',
  Security_UserID: 'winlog.user.identifier',
}

/** The modules for Sysmon and Security move what an event holds to the names of ECS. */
const ofModules = ['process', 'event.module', 'file', 'registry', 'dns', 'source']

/**
 * Winlogbeat and Elastic's agent, nested or with dots. The event's own data is as Windows has it, or under ECS where a
 * module has moved it; every key of the document stays readable beside it, for rules in the names of ECS.
 */
export const winlogbeat: Envelope = {
  name: 'winlogbeat',
  open: (json) => {
    const winlog = objectAt(json, 'winlog')
    if (winlog === null || !['channel', 'event_id', 'provider_name'].some((key) => has(winlog, key))) return null
    const system = named(json, systemNames)
    const moved = ofModules.some((path) => objectAt(json, path) !== null || has(json, path))
    const data = [
      ...(moved ? Object.entries(fieldsOfEcs(json, String(system.EventID))) : []),
      ...dataIn(winlog, 'user_data'),
      ...dataIn(winlog, 'event_data'),
    ]
    return { kind: 'event', event: placedEvent({ ...json, ...system }, data) }
  },
}

function dataIn(winlog: JsonObject, key: string): readonly (readonly [name: string, value: Json])[] {
  const data = objectAt(winlog, key)
  return isObject(data ?? undefined) && data !== null ? eventDataFields(data) : []
}
