import { type Fields, fieldValue } from './event.ts'
import { type EventFacts, sysmonChannel } from './log-source/event-facts.ts'
import { type EventOrigin, isKnownChannel, originOf, textIn } from './log-source/event-origin.ts'
import { windowsLogOf } from './log-source/other-log-sources.ts'
import { otherCategories, windowsCategories } from './log-source/windows-categories.ts'
import { windowsServices } from './log-source/windows-services.ts'
import type { LogSource } from './rule.ts'
import { textOf } from './values/text-of.ts'

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
export function logSourceFits(logsource: Attributes, fields: Fields): LogSourceFit {
  const origin = originOf(fields)
  const wanted = lowered(logsource)
  return {
    fits: fitsAll(wanted, origin, fields),
    wanted: describe(logsource),
    actual: describeOrigin(origin, fields),
  }
}

/** The gate alone, for whoever asks for many events and only then in words. */
export function fitsLogSource(logsource: Attributes, fields: Fields): boolean {
  return fitsAll(lowered(logsource), originOf(fields), fields)
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

function fitsAll(wanted: Attributes, origin: EventOrigin | null, fields: Fields): boolean {
  const log = entryIn(windowsLogOf, wanted.product ?? '')
  if (log !== undefined && origin !== null) return isOfWindowsLog(log, origin, fields)
  return fitsProduct(wanted, origin, fields) && fitsCategory(wanted, origin, fields) && fitsService(wanted, origin)
}

/** An event id alone does not tell the product from others that write to Windows; a channel and a provider do. */
function isOfWindowsLog(log: string, { channels, product }: EventOrigin, fields: Fields): boolean {
  if (product !== 'windows') return false
  return channels === null || channels.includes(log) || textIn(fields, 'Provider_Name') === log
}

function fitsProduct({ product, category }: Attributes, origin: EventOrigin | null, fields: Fields): boolean {
  if (origin === null || product === null || product === origin.product) return true
  if (origin.isCertain || category === null || (product !== 'linux' && product !== 'macos')) return false
  return (entryIn(otherCategories[product], category) ?? []).some((facts) => isFree(facts, origin, fields))
}

function fitsCategory({ category, product }: Attributes, origin: EventOrigin | null, fields: Fields): boolean {
  if (category === null) return true
  const system = product ?? origin?.product ?? 'windows'
  const table = system === 'linux' || system === 'macos' ? otherCategories[system] : windowsCategories
  const alternatives = system === 'windows' || table !== windowsCategories ? entryIn(table, category) : undefined
  return alternatives === undefined
    ? mayBeUnknown(product, origin)
    : alternatives.some((facts) => isFree(facts, origin, fields))
}

function fitsService({ service, product }: Attributes, origin: EventOrigin | null): boolean {
  if (service === null || origin === null) return true
  if (origin.product === 'linux') return origin.services.includes(service)
  const channels = entryIn(windowsServices, service)
  if (channels === undefined) return mayBeUnknown(product, origin)
  return origin.channels === null || channels.some((channel) => origin.channels?.includes(channel.toLowerCase()))
}

/** A log source outside the tables: events that the tables can place are not of it. */
function mayBeUnknown(product: string | null, origin: EventOrigin | null): boolean {
  if (origin === null) return true
  return product === origin.product && !(origin.channels ?? []).some(isKnownChannel)
}

/** Nothing that the event carries conflicts with the facts. */
function isFree(facts: EventFacts, origin: EventOrigin | null, fields: Fields): boolean {
  const { channels, eventIds, values } = facts
  const own = origin?.channels ?? null
  if (own !== null && channels.length > 0 && !channels.some((channel) => own.includes(channel.toLowerCase()))) {
    return false
  }
  return (
    carriesOneOf(fields, 'EventID', eventIds.map(String)) &&
    Object.entries(values).every(([field, wanted]) => carriesOneOf(fields, field, wanted))
  )
}

function carriesOneOf(fields: Fields, field: string, wanted: readonly string[]): boolean {
  const text = textIn(fields, field)
  return text === null || wanted.length === 0 || wanted.some((value) => value.toLowerCase() === text)
}

function entryIn<Entry>(table: Readonly<Record<string, Entry>>, name: string): Entry | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}

function describeOrigin(origin: EventOrigin | null, fields: Fields): string {
  const carried = ['Channel', 'Provider_Name', 'EventID', 'EventType'].flatMap((field) => {
    const text = textOf(fieldValue(fields, field) ?? null)
    return text === null ? [] : [`${field} ${text}`]
  })
  if (origin === null) return carried.length === 0 ? 'not told by the event' : carried.join(', ')
  const category = Object.entries(windowsCategories).find(
    ([, alternatives]) => origin.product === 'windows' && alternatives.some((facts) => isFree(facts, origin, fields)),
  )?.[0]
  const named = origin.isCertain && textIn(fields, 'EventID') !== null ? (category ?? null) : null
  const service = origin.services[0] ?? null
  return `${describe({ product: origin.product, category: named, service })} (${carried.join(', ')})`
}

function lowered({ category, product, service }: Attributes): Attributes {
  return {
    category: category?.toLowerCase() ?? null,
    product: product?.toLowerCase() ?? null,
    service: service?.toLowerCase() ?? null,
  }
}
