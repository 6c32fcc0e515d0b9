/** The type that Sysmon's manifest gives a field. */
export type FieldType =
  | 'UnicodeString'
  | 'GUID'
  | 'SID'
  | 'UInt16'
  | 'UInt32'
  | 'HexInt32'
  | 'HexInt64'
  | 'Pointer'
  | 'Boolean'

/** What a text field holds, where its type does not say it. */
export type FieldFormat =
  | 'text'
  | 'utc-time'
  | 'guid'
  | 'sid'
  | 'process-id'
  | 'thread-id'
  | 'number'
  | 'port'
  | 'boolean'
  | 'hex'
  | 'memory-address'
  | 'path'
  | 'directory'
  | 'device'
  | 'command-line'
  | 'account'
  | 'audited-account'
  | 'hashes'
  | 'address'
  | 'host-name'
  | 'dns-results'
  | 'registry-path'
  | 'audited-registry-path'
  | 'registry-details'
  | 'pipe-name'
  | 'call-trace'
  | 'wmi-text'
  | 'script'
  | 'one-of'

/** One field of an event. */
export interface EventField {
  readonly name: string
  readonly type: FieldType
  readonly format: FieldFormat
  /** The schema version that brought it; `2.0` means 2.0 or earlier. */
  readonly since: string
  /** Every value that the field can hold, where that list is *always* closed (see Fact); else empty. */
  readonly values: readonly string[]
  /** Values that it often holds where the list is open; else empty. */
  readonly usual: readonly string[]
}

/** The JSON type that a field's values have in an event. */
export type JsonType = 'string' | 'number' | 'boolean'

const jsonTypes: Readonly<Record<FieldType, JsonType>> = {
  UnicodeString: 'string',
  GUID: 'string',
  SID: 'string',
  UInt16: 'number',
  UInt32: 'number',
  HexInt32: 'string',
  HexInt64: 'string',
  Pointer: 'string',
  Boolean: 'boolean',
}

/** The values that a field of few values holds; empty for any other. */
export function namedValues(field: EventField | undefined): readonly string[] {
  return field === undefined ? [] : [...field.values, ...field.usual]
}

/** The JSON type of a field's values. */
export function jsonTypeOf(field: EventField): JsonType {
  return jsonTypes[field.type]
}

/** The largest number a field can hold; undefined when it holds no number. */
export function largestNumber(field: EventField): number | undefined {
  if (field.type === 'UInt16') return 0xffff
  return field.type === 'UInt32' ? 0xffffffff : undefined
}

/** Schema versions in order: `4.21` comes after `4.2` and before `4.30`, as decimal fractions do. */
export function compareSchemas(left: string, right: string): number {
  return Number(left) - Number(right)
}
