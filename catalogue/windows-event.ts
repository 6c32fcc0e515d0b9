import type { EventId } from './event-id.ts'
import { type EventLog, eventLogs, type LogName } from './event-log.ts'
import { compareSchemas, type EventField } from './field.ts'
import { describedField, type FieldRow } from './field-kinds.ts'

/** Values that fields have, letter case ignored: one of each list. */
export type FieldValues = Readonly<Record<string, readonly string[]>>

/** An event as its file tells it; what is left out is as in most events of its log. */
export interface EventDescription {
  readonly log: LogName
  readonly id: EventId
  /** What the vocabulary calls it. */
  readonly name: string
  /** Other names it goes by, in lower case. */
  readonly aliases: readonly string[]
  /** The event's version number in its System block today. */
  readonly version: number
  /** Version numbers that it had before. */
  readonly earlierVersions?: readonly number[]
  readonly level?: number
  /** The id, where it is left out. */
  readonly task?: number
  readonly opcode?: number
  /** The Sigma categories that it feeds: all such events, or those with such values; of several alternatives any. */
  readonly feeds: Readonly<Record<string, 'all' | FieldValues | readonly FieldValues[]>>
  /** Fields that no such event has and that tell it from others. */
  readonly lacks?: readonly string[]
  /** The names under which rules of its categories read fields of this event, each with the field's own (semantics 6.4). */
  readonly categoryNames?: Readonly<Record<string, string>>
  /** What rules of its categories read besides, put together of several of its fields (semantics 6.4). */
  readonly composed?: Readonly<Record<string, { readonly holds: FieldRow; readonly of: readonly string[] }>>
  /** The element under UserData that holds the fields, and its namespace. */
  readonly userData?: { readonly element: string; readonly namespace: string }
  /** In the order in which they are written. */
  readonly fields: Readonly<Record<string, FieldRow>>
}

/** A field that is put together of others of its event. */
export interface ComposedField extends EventField {
  /** Every field that is looked at. */
  readonly of: readonly string[]
}

/** An event that Windows writes: what stands in its System block and the fields of its own. */
export interface WindowsEvent
  extends Required<Omit<EventDescription, 'log' | 'feeds' | 'composed' | 'userData' | 'fields'>> {
  readonly log: EventLog
  readonly keywords: string
  /** The Sigma categories that it feeds. */
  readonly categories: readonly string[]
  /** By category the values that its events of it have: any of the alternatives. */
  readonly feeds: Readonly<Record<string, readonly FieldValues[]>>
  readonly composed: readonly ComposedField[]
  /** Null for an event with EventData. */
  readonly userData: { readonly element: string; readonly namespace: string } | null
  /** In the order in which they are written. */
  readonly fields: readonly EventField[]
}

/** The event that a description tells of. */
export function describedEvent(description: EventDescription): WindowsEvent {
  const log = eventLogs[description.log]
  const { level, opcode, keywords } = log.usual
  const { feeds, composed = {}, userData = null, fields } = description
  return {
    earlierVersions: [],
    level,
    opcode,
    keywords,
    task: description.id,
    lacks: [],
    categoryNames: {},
    ...description,
    log,
    categories: Object.keys(feeds),
    feeds: Object.fromEntries(Object.entries(feeds).map(([category, feed]) => [category, alternativesOf(feed)])),
    composed: Object.entries(composed).map(([name, { holds, of }]) => ({ ...describedField(name, holds), of })),
    userData,
    fields: Object.entries(fields).map(([name, row]) => describedField(name, row)),
  }
}

function alternativesOf(feed: EventDescription['feeds'][string]): readonly FieldValues[] {
  if (feed === 'all') return [{}]
  return isList(feed) ? feed : [feed]
}

function isList(feed: FieldValues | readonly FieldValues[]): feed is readonly FieldValues[] {
  return Array.isArray(feed)
}

/** Whether rules of a log source read the event under the names of its category. */
export function isReadAs({ categories }: WindowsEvent, category: string | null): boolean {
  return category !== null && categories.includes(category.toLowerCase())
}

/** How messages call an event: `Sysmon event 3 (network connection)`. */
export function eventTitle({ log, id, name }: WindowsEvent): string {
  return `${log.name} event ${id} (${name})`
}

/** The schema version that brought the event: a field of that version stands in every event of its kind. */
export function firstVersionOf({ fields }: Pick<WindowsEvent, 'fields'>): string {
  return fields.map((field) => field.since).reduce((one, other) => (compareSchemas(one, other) > 0 ? other : one))
}
