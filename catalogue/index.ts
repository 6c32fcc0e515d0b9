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
export { type EventFacts, otherCategories, windowsCategories } from './log-sources/categories.ts'
export { defenderChannel } from './log-sources/channels.ts'
export { type Placement, placementOf } from './log-sources/placement.ts'
export { type KnownSources, otherProducts, productless, windowsLogOf } from './log-sources/products.ts'
export { windowsServices } from './log-sources/services.ts'
export {
  type SourceAttributes,
  type SourceEvents,
  sourceEventsOf,
  sysmonEventIdsOf,
} from './log-sources/source-events.ts'
export { type NamedEvent, namedEvents } from './named-events.ts'
export { type SysmonEvent, sysmonLog } from './sysmon-event.ts'
export { isDescribed, sysmonEventNamed, sysmonEventNames, sysmonEventOf, sysmonEvents } from './sysmon-events.ts'
export { systemFieldsOf, systemTagsOf } from './system-fields.ts'
export { type EventLog, eventTitle, firstVersionOf, isReadAs, type WindowsEvent } from './windows-event.ts'
export { windowsEventOf, windowsEvents } from './windows-events.ts'
