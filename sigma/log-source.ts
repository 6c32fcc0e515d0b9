import type { Event, Fields } from './event.ts'
import { type DerivedSource, derivedSource, isKnownChannel } from './log-source/derived-source.ts'
import { type EventFacts, sysmonChannel } from './log-source/event-facts.ts'
import { windowsLogOf } from './log-source/other-log-sources.ts'
import { otherCategories, windowsCategories } from './log-source/windows-categories.ts'
import { windowsServices } from './log-source/windows-services.ts'
import { type Origin, originNames, textIn } from './origin.ts'
import type { LogSource } from './rule.ts'

/** Whether an event is of a rule's log source, with both named for people. */
export interface LogSourceFit {
  readonly fits: boolean
  readonly wanted: string
  readonly actual: string
}

type Attributes = Pick<LogSource, 'category' | 'product' | 'service'>

/**
 * The log source gate (semantics 6.1): the event's own log source is derived from its channel, provider and event id and
 * gates every rule; where it tells nothing, only what conflicts is excluded.
 */
export function logSourceFits(logsource: Attributes, event: Event): LogSourceFit {
  return {
    fits: fitsLogSource(logsource, event),
    wanted: describe(logsource),
    actual: describeOrigin(event),
  }
}

/** The gate alone, for whoever asks for many events and only then in words. */
export function fitsLogSource(logsource: Attributes, event: Event): boolean {
  const wanted = lowered(logsource)
  const derived = derivedSource(event.origin)
  const log = entryIn(windowsLogOf, wanted.product ?? '')
  if (log !== undefined && derived !== null) return isOfWindowsLog(log, derived, event.origin)
  return fitsProduct(wanted, derived) && fitsCategory(wanted, derived, event) && fitsService(wanted, derived)
}

/**
 * The ids of the Sysmon events on Windows that can feed a log source, ascending; none for other products and channels.
 */
export function sysmonEventIdsOf(logsource: Attributes): readonly number[] {
  const { category, product, service } = lowered(logsource)
  if ((product ?? 'windows') !== 'windows' || (service ?? 'sysmon') !== 'sysmon') return []
  if (category === null && product === null && service === null) return []
  const categories = category === null ? Object.values(windowsCategories) : [entryIn(windowsCategories, category) ?? []]
  const alternatives = categories.flat().filter(({ channels }) => channels.includes(sysmonChannel))
  return [...new Set(alternatives.flatMap(({ eventIds }) => eventIds))].sort((one, other) => one - other)
}

/** A log source as rules name it, without a full stop. */
export function describe({ category, product, service }: Attributes): string {
  const named = [
    ['product', product],
    ['category', category],
    ['service', service],
  ].flatMap(([attribute, value]) => (value === null ? [] : [`${attribute} ${value}`]))
  return named.join(', ')
}

/** A channel and a provider tell the product from others that write to Windows. */
function isOfWindowsLog(log: string, { channels, product }: DerivedSource, { provider }: Origin): boolean {
  return product === 'windows' && (channels.includes(log) || provider?.toLowerCase() === log)
}

function fitsProduct({ product }: Attributes, derived: DerivedSource | null): boolean {
  return derived === null || product === null || product === derived.product
}

function fitsCategory({ category, product }: Attributes, derived: DerivedSource | null, event: Event): boolean {
  if (category === null) return true
  const system = product ?? derived?.product ?? 'windows'
  const table = system === 'linux' || system === 'macos' ? otherCategories[system] : windowsCategories
  const alternatives = system === 'windows' || table !== windowsCategories ? entryIn(table, category) : undefined
  return alternatives === undefined
    ? mayBeUnknown(product, derived)
    : alternatives.some((facts) => isFree(facts, derived, event))
}

function fitsService({ service, product }: Attributes, derived: DerivedSource | null): boolean {
  if (service === null || derived === null) return true
  if (derived.product === 'linux') return derived.services.includes(service)
  const channels = entryIn(windowsServices, service)
  if (channels === undefined) return mayBeUnknown(product, derived)
  return channels.some((channel) => derived.channels.includes(channel.toLowerCase()))
}

/** A log source outside the tables: events that the tables can place are not of it. */
function mayBeUnknown(product: string | null, derived: DerivedSource | null): boolean {
  if (derived === null) return true
  return product === derived.product && !derived.channels.some(isKnownChannel)
}

/** Nothing that the event carries conflicts with the facts. */
function isFree(facts: EventFacts, derived: DerivedSource | null, { origin, fields }: Event): boolean {
  const { channels, eventIds, values, lacks } = facts
  if (derived !== null && channels.length > 0) {
    if (!channels.some((channel) => derived.channels.includes(channel.toLowerCase()))) return false
  }
  if (!isOneOf(eventIds, origin.eventId, derived !== null)) return false
  if (lacks.some((field) => toldBy(fields, field) !== null)) return false
  return Object.entries(values).every(([field, wanted]) => carriesOneOf(fields, field, wanted))
}

/** An event that says who wrote it and not which event it is passes no gate that asks for one (amendment 5). */
function isOneOf(wanted: readonly number[], eventId: string | null, isPlaced: boolean): boolean {
  if (wanted.length === 0) return true
  return eventId === null ? !isPlaced : /^\d+$/.test(eventId) && wanted.includes(Number(eventId))
}

/** What exporters write under EventType for the level of a log: it hides Sysmon's own, which counts as absent then. */
const severities: readonly string[] = [
  'audit_failure',
  'audit_success',
  'critical',
  'debug',
  'error',
  'info',
  'information',
  'notice',
  'verbose',
  'warn',
  'warning',
]

/** The text of a field in lower case; null where it has none, or a severity in its place. */
function toldBy(fields: Fields, field: string): string | null {
  const text = textIn(fields, field)?.toLowerCase() ?? null
  if (text === null || (field === 'EventType' && (severities.includes(text) || /^\d+$/.test(text)))) return null
  return text
}

function carriesOneOf(fields: Fields, field: string, wanted: readonly string[]): boolean {
  const text = toldBy(fields, field)
  return text === null || wanted.some((value) => value.toLowerCase() === text)
}

function entryIn<Entry>(table: Readonly<Record<string, Entry>>, name: string): Entry | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}

function describeOrigin(event: Event): string {
  const { origin, fields } = event
  const told = [
    [originNames.channel, origin.channel],
    [originNames.provider, origin.provider],
    [originNames.eventId, origin.eventId],
    ['EventType', textIn(fields, 'EventType')],
  ] as const
  const carried = told.flatMap(([name, text]) => (text === null ? [] : [`${name} ${text}`]))
  const derived = derivedSource(origin)
  if (derived === null) return carried.length === 0 ? 'not told by the event' : carried.join(', ')
  const category = Object.entries(windowsCategories).find(
    ([, alternatives]) => derived.product === 'windows' && alternatives.some((facts) => isFree(facts, derived, event)),
  )?.[0]
  const named = origin.eventId === null ? null : (category ?? null)
  const service = derived.services[0] ?? null
  return `${describe({ product: derived.product, category: named, service })} (${carried.join(', ')})`
}

function lowered({ category, product, service }: Attributes): Attributes {
  return {
    category: category?.toLowerCase() ?? null,
    product: product?.toLowerCase() ?? null,
    service: service?.toLowerCase() ?? null,
  }
}
