import { antivirus, type ComposedEventId, eventLogs, type WindowsEvent, windowsEvents } from '../../catalogue/index.ts'
import type { LogSource } from '../rule/rule.ts'
import type { Event, Fields, Json } from './event.ts'
import { type Origin, textIn } from './origin.ts'
import { keyOf } from './registry-key.ts'

/** How rules of some categories read an event, whatever its own fields are called. */
interface CategoryReading {
  readonly categories: readonly string[]
  readonly read: (own: Fields) => Fields
}

type FieldRenames = Readonly<Record<string, string>>

/** How events are read that rules of a category know something of which is put together of several fields. */
const composers: Readonly<Record<ComposedEventId, (own: Fields, names: FieldRenames) => Fields>> = {
  4657: registryValue,
  4688: newProcess,
}

/** By channel in lower case and event id. */
const readings: ReadonlyMap<string, CategoryReading> = new Map([
  ...windowsEvents.flatMap((event): [string, CategoryReading][] => {
    const { id, log, categories, categoryNames } = event
    const compose = isComposed(id) ? composers[id] : null
    if (compose === null && Object.keys(categoryNames).length === 0) return []
    const read = (own: Fields) => compose?.(own, categoryNames) ?? { ...renamed(own, categoryNames), ...own }
    return [[keyFor(log.channel, id), { categories, read }]]
  }),
  ...antivirus.facts.channels.flatMap((channel) =>
    antivirus.facts.eventIds.map((id): [string, CategoryReading] => [
      keyFor(channel, id),
      { categories: ['antivirus'], read: (own) => ({ ...renamed(own, antivirus.categoryNames), ...own }) },
    ]),
  ),
])

function isComposed(id: WindowsEvent['id']): id is ComposedEventId {
  return Object.hasOwn(composers, id)
}

function keyFor(channel: string, id: number | string): string {
  return `${channel.toLowerCase()} ${id}`
}

/** The channels of described logs by their provider in lower case, for events that do not name theirs. */
const channelOfProvider: ReadonlyMap<string, string> = new Map(
  Object.values(eventLogs).map(({ provider, channel }) => [provider.toLowerCase(), channel]),
)

/** What is known of an event: one is asked for by every rule, and read by every rule of its categories. */
interface KnownFields {
  readonly reading: CategoryReading
  fields: Fields | null
}

const known = new WeakMap<Event, KnownFields | null>()

/**
 * An event's fields as rules of a log source read them (semantics 6.4): Security 4688 is a process creation,
 * 4657 a change of the registry, Defender's detections are antivirus events, each under the names of the category. Rules
 * that name no such category read the event's own fields as written.
 */
export function fieldsFor({ category }: Pick<LogSource, 'category'>, event: Event): Fields {
  if (category === null) return event.fields
  let found = known.get(event)
  if (found === undefined) {
    const reading = readingOf(event.origin)
    found = reading === undefined ? null : { reading, fields: null }
    known.set(event, found)
  }
  if (found === null || !found.reading.categories.includes(category.toLowerCase())) return event.fields
  found.fields ??= found.reading.read(event.fields)
  return found.fields
}

function readingOf({ channel, provider, eventId }: Origin): CategoryReading | undefined {
  const log = channel ?? channelOfProvider.get(provider?.toLowerCase() ?? '')
  return eventId === null || log === undefined ? undefined : readings.get(keyFor(log, eventId))
}

/** What stands under these names whatever field of that name the event has: its ProcessId is the creator's. */
const processIds: readonly string[] = ['ProcessId', 'ParentProcessId']

/** Security 4688. */
function newProcess(own: Fields, names: FieldRenames): Fields {
  const { ProcessId: _, ...others } = own
  const user = userOf(own)
  const all = Object.entries(renamed(own, names))
  return {
    ...Object.fromEntries(all.filter(([name]) => !processIds.includes(name))),
    ...(user === null ? {} : { User: user }),
    ...others,
    ...Object.fromEntries(all.filter(([name]) => processIds.includes(name))),
  }
}

const serviceAccounts: FieldRenames = {
  'S-1-5-18': 'NT AUTHORITY\\SYSTEM',
  'S-1-5-19': 'NT AUTHORITY\\LOCAL SERVICE',
  'S-1-5-20': 'NT AUTHORITY\\NETWORK SERVICE',
}

/** Whose process it is: the target's where there is one, else the subject's, a service account by its SID. */
function userOf(own: Fields): string | null {
  const target = accountIn(own, 'Target')
  if (target !== null) return target
  const sid = textIn(own, 'SubjectUserSid') ?? ''
  return (Object.hasOwn(serviceAccounts, sid) ? serviceAccounts[sid] : undefined) ?? accountIn(own, 'Subject')
}

function accountIn(own: Fields, whose: 'Subject' | 'Target'): string | null {
  const [name, domain] = [textIn(own, `${whose}UserName`), textIn(own, `${whose}DomainName`)]
  if (name === null || name === '-') return null
  return domain === null || domain === '-' ? name : `${domain}\\${name}`
}

/** Security 4657. It has no field of the names that Sysmon has for these. */
function registryValue(own: Fields, names: FieldRenames): Fields {
  const { TargetObject: _target, Image: _image, Details: _details, ...others } = own
  const key = textIn(own, 'ObjectName')
  const value = textIn(own, 'ObjectValueName')
  const path = key === null ? null : keyOf(key) + (value === null || value === '-' ? '' : `\\${value}`)
  return { ...others, ...renamed(own, names), ...(path === null ? {} : { TargetObject: path }) }
}

function renamed(own: Fields, names: FieldRenames): Fields {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, from]): (readonly [string, Json])[] => {
      const value = Object.hasOwn(own, from) ? own[from] : undefined
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
