import {
  type EventField,
  eventTitle,
  type FieldFormat,
  firstVersionOf,
  type NamedEvent,
  namedEvents,
  systemTagsOf,
  type WindowsEvent,
  windowsEvents,
} from '../../../catalogue/index.ts'

/** What is known of a field of an event. */
export interface KnownField {
  /** Null where only its name is known. */
  readonly format: FieldFormat | null
  /** Every event of the kind has it, with a value. */
  readonly isAlwaysThere: boolean
}

/** An event as rules read it: every field that it can have. */
export interface KnownEvent {
  readonly id: string
  readonly channel: string
  readonly title: string
  readonly fields: ReadonlyMap<string, KnownField>
}

/** An event, or null: as rules of a category read it, or as rules of a service do, which read its own fields alone. */
export function knownEvent(channel: string, id: string, reader: 'category' | 'service'): KnownEvent | null {
  return tables[reader].get(`${channel} ${id}`) ?? null
}

/** The ids of all events of a channel that are known. */
export function knownIdsOn(channel: string): ReadonlySet<string> {
  return new Set([...tables.service.values()].filter((event) => event.channel === channel).map(({ id }) => id))
}

/** Without these no event is judged as one of its log. */
const origin: readonly string[] = ['EventID', 'Channel', 'Provider_Name', 'Computer']

/** Attributes that Windows writes for some events alone. */
const rare: readonly string[] = [
  ...['Provider_EventSourceName', 'EventID_Qualifiers', 'Correlation', 'Correlation_ActivityID'],
  ...['Correlation_RelatedActivityID', 'Security', 'Security_UserID'],
]

type EventTable = ReadonlyMap<string, KnownEvent>

const tables: Readonly<Record<'category' | 'service', EventTable>> = {
  category: tableOf([...windowsEvents.map(asInCategory), ...namedEvents.map(named)]),
  service: tableOf([...windowsEvents.map(asWritten), ...namedEvents.map(named)]),
}

function tableOf(events: readonly KnownEvent[]): EventTable {
  return new Map(events.map((event) => [`${event.channel} ${event.id}`, event]))
}

function asWritten(event: WindowsEvent): KnownEvent {
  const { id, log, fields } = event
  return known(id, log.channel, eventTitle(event), systemTagsOf(event), fieldsOf(fields))
}

function asInCategory(event: WindowsEvent): KnownEvent {
  const written = asWritten(event)
  const renamed = Object.entries(event.categoryNames).flatMap(([name, own]): readonly NamedField[] => {
    const field = written.fields.get(own)
    return field === undefined ? [] : [[name, field]]
  })
  return { ...written, fields: new Map([...fieldsOf(event.composed), ...renamed, ...written.fields]) }
}

function named({ id, title, channel, fields }: NamedEvent): KnownEvent {
  return known(id, channel, title, systemTagsOf(null), fieldsOf(fields))
}

type NamedField = readonly [string, KnownField]

/** A field of the first version stands in every event of its kind. */
function fieldsOf(fields: readonly EventField[]): readonly NamedField[] {
  if (fields.length === 0) return []
  const first = firstVersionOf({ fields })
  return fields.map(({ name, format, since }) => [name, { format, isAlwaysThere: since === first }])
}

function known(
  id: number,
  channel: string,
  title: string,
  system: readonly { readonly name: string }[],
  own: readonly NamedField[],
): KnownEvent {
  const names = [...system.map(({ name }) => name), ...rare]
  const shared = names.map((name): NamedField => [name, { format: null, isAlwaysThere: origin.includes(name) }])
  return { id: String(id), channel, title, fields: new Map([...shared, ...own]) }
}
