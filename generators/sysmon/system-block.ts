import type { JsonType } from './field.ts'

/** The provider's name in every Sysmon event. */
export const sysmonProvider = 'Microsoft-Windows-Sysmon'

/** The provider's id as evtx_dump prints it, without braces. */
export const sysmonProviderGuid = '5770385F-C22A-43E0-BF4C-06F5698FFBD9'

/** The channel of every Sysmon event. */
export const sysmonChannel = 'Microsoft-Windows-Sysmon/Operational'

/** One value of the System block: its flat name (semantics 6.3), its tag and, where it has one, its attribute. */
export interface SystemField {
  readonly name: string
  readonly tag: string
  readonly attribute: string | null
  readonly jsonType: JsonType
}

/** The System block in the order in which Windows writes it. Correlation is empty in Sysmon's events: null. */
export const systemFields: readonly SystemField[] = [
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
  { name: 'Correlation', tag: 'Correlation', attribute: null, jsonType: 'string' },
  { name: 'Execution_ProcessID', tag: 'Execution', attribute: 'ProcessID', jsonType: 'number' },
  { name: 'Execution_ThreadID', tag: 'Execution', attribute: 'ThreadID', jsonType: 'number' },
  { name: 'Channel', tag: 'Channel', attribute: null, jsonType: 'string' },
  { name: 'Computer', tag: 'Computer', attribute: null, jsonType: 'string' },
  { name: 'Security_UserID', tag: 'Security', attribute: 'UserID', jsonType: 'string' },
]
