import type { FieldFormat, FieldType, SysmonField } from './field.ts'

/** A field of this name, by the schema version that brought it. */
type Describe = (name: string, since: string) => SysmonField

function of(type: FieldType, format: FieldFormat): Describe {
  return (name, since) => ({ name, type, format, since, values: [], usual: [] })
}

export const text: Describe = of('UnicodeString', 'text')
export const time: Describe = of('UnicodeString', 'utc-time')
export const guid: Describe = of('GUID', 'guid')
export const processId: Describe = of('UInt32', 'process-id')
export const threadId: Describe = of('UInt32', 'thread-id')
export const number: Describe = of('UInt32', 'number')
export const port: Describe = of('UInt16', 'port')
export const flag: Describe = of('Boolean', 'boolean')
export const path: Describe = of('UnicodeString', 'path')
export const directory: Describe = of('UnicodeString', 'directory')
export const commandLine: Describe = of('UnicodeString', 'command-line')
export const account: Describe = of('UnicodeString', 'account')
export const auditedAccount: Describe = of('UnicodeString', 'audited-account')
export const hashes: Describe = of('UnicodeString', 'hashes')
export const address: Describe = of('UnicodeString', 'address')
export const hostName: Describe = of('UnicodeString', 'host-name')
export const memoryAddress: Describe = of('UnicodeString', 'memory-address')
export const callTrace: Describe = of('UnicodeString', 'call-trace')
export const registryPath: Describe = of('UnicodeString', 'registry-path')
export const auditedRegistryPath: Describe = of('UnicodeString', 'audited-registry-path')
export const registryDetails: Describe = of('UnicodeString', 'registry-details')
export const pipeName: Describe = of('UnicodeString', 'pipe-name')
export const wmiText: Describe = of('UnicodeString', 'wmi-text')
export const dnsResults: Describe = of('UnicodeString', 'dns-results')
export const device: Describe = of('UnicodeString', 'device')
export const script: Describe = of('UnicodeString', 'script')
export const sid: Describe = of('SID', 'sid')
export const logonId: Describe = of('HexInt64', 'hex')
export const accessMask: Describe = of('HexInt32', 'hex')
export const pointer: Describe = of('Pointer', 'hex')

/** A text field that holds one of these values and no other. */
export function oneOf(name: string, since: string, ...values: readonly string[]): SysmonField {
  return { name, type: 'UnicodeString', format: 'one-of', since, values, usual: [] }
}

/** A text field that often holds one of these values. */
export function often(name: string, since: string, ...usual: readonly string[]): SysmonField {
  return { name, type: 'UnicodeString', format: 'text', since, values: [], usual }
}
