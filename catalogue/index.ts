export {
  compareSchemas,
  type FieldFormat,
  type FieldType,
  type JsonType,
  jsonTypeOf,
  largestNumber,
  namedValues,
  type SysmonField,
} from './field.ts'
export { type FormatRule, formatRules } from './formats.ts'
export { type NamedEvent, namedEvents } from './named-events.ts'
export { type SysmonEvent, sysmonLog } from './sysmon-event.ts'
export { isDescribed, sysmonEventNamed, sysmonEventNames, sysmonEventOf, sysmonEvents } from './sysmon-events.ts'
export { systemFieldsOf, systemTagsOf } from './system-fields.ts'
export { type EventLog, eventTitle, firstVersionOf, isReadAs, type WindowsEvent } from './windows-event.ts'
export { windowsEventOf, windowsEvents } from './windows-events.ts'
