import type { EventField, FieldFormat, FieldType } from './field.ts'

/** What a field is, in the word that an event's file has for it: a format, or one that shares its format with others. */
export type FieldKind = Exclude<FieldFormat, 'hex'> | 'often' | 'logon-id' | 'access-mask' | 'pointer'

/**
 * A field as an event's file has it: what it is, the schema version that brought it, and values: all that it can hold where
 * it is `one-of` them, else those that it is `often` seen with.
 */
export type FieldRow = readonly [kind: FieldKind, since: string, ...values: readonly string[]]

/** The type and the format of the fields of a kind; a format that is left out is called like the kind. */
const kinds: Readonly<Record<FieldKind, FieldType | readonly [FieldType, FieldFormat]>> = {
  text: 'UnicodeString',
  often: ['UnicodeString', 'text'],
  'one-of': 'UnicodeString',
  'utc-time': 'UnicodeString',
  guid: 'GUID',
  sid: 'SID',
  'process-id': 'UInt32',
  'thread-id': 'UInt32',
  number: 'UInt32',
  port: 'UInt16',
  boolean: 'Boolean',
  'logon-id': ['HexInt64', 'hex'],
  'access-mask': ['HexInt32', 'hex'],
  pointer: ['Pointer', 'hex'],
  'memory-address': 'UnicodeString',
  path: 'UnicodeString',
  directory: 'UnicodeString',
  device: 'UnicodeString',
  'command-line': 'UnicodeString',
  account: 'UnicodeString',
  'audited-account': 'UnicodeString',
  hashes: 'UnicodeString',
  address: 'UnicodeString',
  'host-name': 'UnicodeString',
  'dns-results': 'UnicodeString',
  'registry-path': 'UnicodeString',
  'audited-registry-path': 'UnicodeString',
  'registry-details': 'UnicodeString',
  'pipe-name': 'UnicodeString',
  'call-trace': 'UnicodeString',
  'wmi-text': 'UnicodeString',
  script: 'UnicodeString',
}

/** The field of this name that a row describes. */
export function describedField(name: string, [kind, since, ...values]: FieldRow): EventField {
  const described = kinds[kind]
  const [type, format] = typeof described === 'string' ? [described, kind as FieldFormat] : described
  const isClosed = kind === 'one-of'
  return { name, type, format, since, values: isClosed ? values : [], usual: isClosed ? [] : values }
}
