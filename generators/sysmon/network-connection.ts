import type { SysmonField } from './field.ts'

/** The fields of Sysmon event 3 in their order, schema 4.90 (the product's own schema print). */
export const networkConnectionFields: readonly SysmonField[] = [
  { name: 'RuleName', type: 'UnicodeString', format: 'text', since: '4.1', values: [] },
  { name: 'UtcTime', type: 'UnicodeString', format: 'utc-time', since: '2.0', values: [] },
  { name: 'ProcessGuid', type: 'GUID', format: 'guid', since: '2.0', values: [] },
  { name: 'ProcessId', type: 'UInt32', format: 'process-id', since: '2.0', values: [] },
  { name: 'Image', type: 'UnicodeString', format: 'path', since: '2.0', values: [] },
  { name: 'User', type: 'UnicodeString', format: 'account', since: '2.0', values: [] },
  { name: 'Protocol', type: 'UnicodeString', format: 'one-of', since: '2.0', values: ['tcp', 'udp'] },
  { name: 'Initiated', type: 'Boolean', format: 'boolean', since: '2.0', values: [] },
  { name: 'SourceIsIpv6', type: 'Boolean', format: 'boolean', since: '2.0', values: [] },
  { name: 'SourceIp', type: 'UnicodeString', format: 'address', since: '2.0', values: [] },
  { name: 'SourceHostname', type: 'UnicodeString', format: 'text', since: '2.0', values: [] },
  { name: 'SourcePort', type: 'UInt16', format: 'port', since: '2.0', values: [] },
  { name: 'SourcePortName', type: 'UnicodeString', format: 'text', since: '2.0', values: [] },
  { name: 'DestinationIsIpv6', type: 'Boolean', format: 'boolean', since: '2.0', values: [] },
  { name: 'DestinationIp', type: 'UnicodeString', format: 'address', since: '2.0', values: [] },
  { name: 'DestinationHostname', type: 'UnicodeString', format: 'text', since: '2.0', values: [] },
  { name: 'DestinationPort', type: 'UInt16', format: 'port', since: '2.0', values: [] },
  { name: 'DestinationPortName', type: 'UnicodeString', format: 'text', since: '2.0', values: [] },
]
