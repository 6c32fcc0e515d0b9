import type * as everyEvent from './events/every-event.ts'
import type { SystemName } from './system-fields.ts'

type Described = (typeof everyEvent)[keyof typeof everyEvent]

/** The id of an event that the catalogue has. */
export type EventId = Described['id']

/** The id of an event that Sysmon writes. */
export type SysmonEventId = Extract<Described, { readonly log: 'Sysmon' }>['id']

/** The id of an event of which rules of its category read something that is put together of several fields. */
export type ComposedEventId = Extract<Described, { readonly composed: object }>['id']

/** The name of a field that some event of the catalogue has. */
export type FieldName = FieldOf<EventId> | SystemName

/** The name of a field of an event, or of any of several. */
export type FieldOf<Id extends EventId> = Id extends EventId
  ? keyof Extract<Described, { readonly id: Id }>['fields'] & string
  : never
