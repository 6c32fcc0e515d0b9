export type { ComposedEventId, EventId, FieldName, FieldOf, SysmonEventId } from './event-id.ts'
export { type EventLog, eventLogs, type LogName, sysmonLog } from './event-log.ts'
export {
  compareSchemas,
  type EventField,
  type FieldFormat,
  type JsonType,
  jsonTypeOf,
  largestNumber,
  namedValues,
} from './field.ts'
export { formatRules } from './formats.ts'
export { jsonSchemaOf } from './json-schema.ts'
export { antivirus, type EventFacts, otherCategories, windowsCategories } from './log-sources/categories.ts'
export { channelsOfProvider, linuxSysmon } from './log-sources/channels.ts'
export { type Placement, placementOf } from './log-sources/placement.ts'
export { type KnownSources, otherProducts, productless, windowsLogOf } from './log-sources/products.ts'
export { windowsServices } from './log-sources/services.ts'
export { type SourceAttributes, sourceEventsOf } from './log-sources/source-events.ts'
export { type NamedEvent, namedEvents } from './named-events.ts'
export { sysmonEventNamed, sysmonEventNames, sysmonEventOf, sysmonEvents } from './sysmon-events.ts'
export { type SystemName, systemFieldsOf, systemTagsOf } from './system-fields.ts'
export { eventTitle, firstVersionOf, isReadAs, type WindowsEvent } from './windows-event.ts'
export { windowsEventOf, windowsEvents } from './windows-events.ts'
