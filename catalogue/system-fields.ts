import type { LogName } from './event-log.ts'
import type { JsonType } from './field.ts'
import type { WindowsEvent } from './windows-event.ts'

/** The flat name of a value of the System block. */
export type SystemName =
  | 'Provider_Name'
  | 'Provider_Guid'
  | 'EventID'
  | 'Version'
  | 'Level'
  | 'Task'
  | 'Opcode'
  | 'Keywords'
  | 'TimeCreated_SystemTime'
  | 'EventRecordID'
  | 'Correlation'
  | 'Correlation_ActivityID'
  | 'Execution_ProcessID'
  | 'Execution_ThreadID'
  | 'Channel'
  | 'Computer'
  | 'Security'
  | 'Security_UserID'

/** One value of the System block: its flat name (semantics 6.3), its tag and, where it has one, its attribute. */
export interface SystemField {
  readonly name: SystemName
  readonly tag: string
  readonly attribute: string | null
  readonly jsonType: JsonType
}

const upToRecordId: readonly SystemField[] = [
  { name: 'Provider_Name', tag: 'Provider', attribute: 'Name', jsonType: 'string' },
  { name: 'Provider_Guid', tag: 'Provider', attribute: 'Guid', jsonType: 'string' },
  { name: 'EventID', tag: 'EventID', attribute: null, jsonType: 'number' },
  { name: 'Version', tag: 'Version', attribute: null, jsonType: 'number' },
  { name: 'Level', tag: 'Level', attribute: null, jsonType: 'number' },
  { name: 'Task', tag: 'Task', attribute: null, jsonType: 'number' },
  { name: 'Opcode', tag: 'Opcode', attribute: null, jsonType: 'number' },
  { name: 'Keywords', tag: 'Keywords', attribute: null, jsonType: 'string' },
  { name: 'TimeCreated_SystemTime', tag: 'TimeCreated', attribute: 'SystemTime', jsonType: 'string' },
  { name: 'EventRecordID', tag: 'EventRecordID', attribute: null, jsonType: 'number' },
]

/** Empty in the events of most logs: null. */
const noCorrelation: SystemField = { name: 'Correlation', tag: 'Correlation', attribute: null, jsonType: 'string' }
const activity: SystemField = {
  name: 'Correlation_ActivityID',
  tag: 'Correlation',
  attribute: 'ActivityID',
  jsonType: 'string',
}

const afterCorrelation: readonly SystemField[] = [
  { name: 'Execution_ProcessID', tag: 'Execution', attribute: 'ProcessID', jsonType: 'number' },
  { name: 'Execution_ThreadID', tag: 'Execution', attribute: 'ThreadID', jsonType: 'number' },
  { name: 'Channel', tag: 'Channel', attribute: null, jsonType: 'string' },
  { name: 'Computer', tag: 'Computer', attribute: null, jsonType: 'string' },
]

/** Whose token wrote the event; the Security log leaves the tag empty. */
const writer: SystemField = { name: 'Security_UserID', tag: 'Security', attribute: 'UserID', jsonType: 'string' }
const noWriter: SystemField = { name: 'Security', tag: 'Security', attribute: null, jsonType: 'string' }

const usual: readonly SystemField[] = [...upToRecordId, noCorrelation, ...afterCorrelation, writer]

const byLog: Readonly<Record<LogName, readonly SystemField[]>> = {
  Sysmon: usual,
  System: usual,
  PowerShell: [...upToRecordId, activity, ...afterCorrelation, writer],
  Security: [...upToRecordId, noCorrelation, activity, ...afterCorrelation, noWriter],
}

/**
 * The System block of an event in the order in which Windows writes it, without the names that the event gives fields of
 * its own: EventData wins a clash (semantics 6.3), as the Version of Sysmon event 4 does.
 */
export function systemFieldsOf(event: WindowsEvent): readonly SystemField[] {
  const fields = systemTagsOf(event)
  return fields.filter(({ name }) => !event.fields.some((own) => own.name === name))
}

/** The System block of an event, whatever its own fields are called. */
export function systemTagsOf(event: WindowsEvent | null): readonly SystemField[] {
  return event === null ? usual : byLog[event.log.name]
}
