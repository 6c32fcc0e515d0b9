import type { SysmonField } from './field.ts'

/** The fields of Sysmon event 1 in their order, schema 4.90 (the product's own schema print). */
export const processCreationFields: readonly SysmonField[] = [
  { name: 'RuleName', type: 'UnicodeString', format: 'text', since: '4.1', values: [] },
  { name: 'UtcTime', type: 'UnicodeString', format: 'utc-time', since: '2.0', values: [] },
  { name: 'ProcessGuid', type: 'GUID', format: 'guid', since: '2.0', values: [] },
  { name: 'ProcessId', type: 'UInt32', format: 'process-id', since: '2.0', values: [] },
  { name: 'Image', type: 'UnicodeString', format: 'path', since: '2.0', values: [] },
  { name: 'FileVersion', type: 'UnicodeString', format: 'text', since: '4.0', values: [] },
  { name: 'Description', type: 'UnicodeString', format: 'text', since: '4.0', values: [] },
  { name: 'Product', type: 'UnicodeString', format: 'text', since: '4.0', values: [] },
  { name: 'Company', type: 'UnicodeString', format: 'text', since: '4.0', values: [] },
  { name: 'OriginalFileName', type: 'UnicodeString', format: 'text', since: '4.21', values: [] },
  { name: 'CommandLine', type: 'UnicodeString', format: 'command-line', since: '2.0', values: [] },
  { name: 'CurrentDirectory', type: 'UnicodeString', format: 'directory', since: '2.0', values: [] },
  { name: 'User', type: 'UnicodeString', format: 'account', since: '2.0', values: [] },
  { name: 'LogonGuid', type: 'GUID', format: 'guid', since: '2.0', values: [] },
  { name: 'LogonId', type: 'HexInt64', format: 'hex', since: '2.0', values: [] },
  { name: 'TerminalSessionId', type: 'UInt32', format: 'number', since: '2.0', values: [] },
  {
    name: 'IntegrityLevel',
    type: 'UnicodeString',
    format: 'one-of',
    since: '2.0',
    values: ['Low', 'Medium', 'High', 'System', 'AppContainer'],
  },
  { name: 'Hashes', type: 'UnicodeString', format: 'hashes', since: '2.0', values: [] },
  { name: 'ParentProcessGuid', type: 'GUID', format: 'guid', since: '2.0', values: [] },
  { name: 'ParentProcessId', type: 'UInt32', format: 'process-id', since: '2.0', values: [] },
  { name: 'ParentImage', type: 'UnicodeString', format: 'path', since: '2.0', values: [] },
  { name: 'ParentCommandLine', type: 'UnicodeString', format: 'command-line', since: '2.0', values: [] },
  { name: 'ParentUser', type: 'UnicodeString', format: 'account', since: '4.80', values: [] },
]
