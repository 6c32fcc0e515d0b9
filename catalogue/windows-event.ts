import { compareSchemas, type SysmonField } from './field.ts'

/** Where events come from: a provider and the channel that it writes to. */
export interface EventLog {
  /** How messages call it: `Sysmon`, `Security`. */
  readonly name: string
  readonly provider: string
  /** The provider's id as evtx_dump prints it, without braces. */
  readonly providerGuid: string
  readonly channel: string
}

/** An event that Windows writes: what stands in its System block and the fields of its own. */
export interface WindowsEvent {
  readonly id: number
  /** What the vocabulary calls it. */
  readonly name: string
  /** Other names it goes by, in lower case. */
  readonly aliases: readonly string[]
  /** The Sigma categories that it feeds. */
  readonly categories: readonly string[]
  readonly log: EventLog
  /** The event's version number in its System block today. */
  readonly version: number
  /** Version numbers that it had before. */
  readonly earlierVersions: readonly number[]
  readonly level: number
  readonly task: number
  readonly opcode: number
  readonly keywords: string
  /** The names under which rules of its categories read fields of this event, each with the field's own (semantics 6.4). */
  readonly categoryNames: Readonly<Record<string, string>>
  /** What rules of its categories read besides, put together of several of its fields (semantics, amendment 8). */
  readonly composed: readonly SysmonField[]
  /** The element under UserData that holds the fields, and its namespace; null for an event with EventData. */
  readonly userData: { readonly element: string; readonly namespace: string } | null
  /** In the order in which they are written. */
  readonly fields: readonly SysmonField[]
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
