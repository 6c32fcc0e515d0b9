import {
  type EventFacts,
  otherCategories,
  type Placement,
  placementOf,
  type SourceAttributes,
  windowsCategories,
  windowsLogOf,
  windowsServices,
} from '../../catalogue/index.ts'
import type { Event, Fields } from '../events/event.ts'
import { type Origin, textIn } from '../events/origin.ts'

/** Whether an event is of a log source. */
export type Gate = (event: Event) => boolean

/** Gates by their log source as rules hold it, and by what it says: rules share both. */
const bySource = new WeakMap<SourceAttributes, Gate>()
const byAttributes = new Map<string, Gate>()

/**
 * The log source gate (semantics 6.1), one for all log sources that say the same: an event's own log source is derived from
 * its channel, provider and event id and gates every rule; where it tells nothing, only what conflicts is excluded.
 */
export function gateOf(logsource: SourceAttributes): Gate {
  const known = bySource.get(logsource)
  if (known !== undefined) return known
  const wanted = lowered(logsource)
  const key = JSON.stringify([wanted.product, wanted.category, wanted.service])
  const gate = byAttributes.get(key) ?? remembering(compiled(wanted))
  byAttributes.set(key, gate)
  bySource.set(logsource, gate)
  return gate
}

/** Rules that say the same ask of one event in turn: it is looked at once. */
function remembering(gate: Gate): Gate {
  let last: Event | null = null
  let answer = false
  return (event) => {
    if (event !== last) {
      answer = gate(event)
      last = event
    }
    return answer
  }
}

/** The gate alone, for whoever asks for many events and only then in words. */
export function fitsLogSource(logsource: SourceAttributes, event: Event): boolean {
  return gateOf(logsource)(event)
}

/** Where an event comes from, worked out once. */
interface Placed {
  /** Null where neither channel nor provider is told. */
  readonly at: Placement | null
  /** NaN for an id that is no number; null where none is told. */
  readonly eventId: number | null
}

const placed = new WeakMap<Origin, Placed>()

function placeOf(origin: Origin): Placed {
  const known = placed.get(origin)
  if (known !== undefined) return known
  const { channel, provider, eventId } = origin
  const number = eventId === null ? null : /^\d+$/.test(eventId) ? Number(eventId) : Number.NaN
  const place = { at: placementOf(channel, provider), eventId: number }
  placed.set(origin, place)
  return place
}

/** The log source of an event by its channel, else by its provider; null where it names neither (semantics 6.1). */
export function placementOfEvent({ origin }: Event): Placement | null {
  return placeOf(origin).at
}

type Part = (place: Placed, event: Event) => boolean

function compiled({ category, product, service }: SourceAttributes): Gate {
  const log = entryIn(windowsLogOf, product)
  if (log !== undefined) return (event) => isOfWindowsLog(log, placeOf(event.origin).at, event.origin)
  const ofCategory = category === null ? null : categoryPart(category, product)
  const ofService = service === null ? null : servicePart(service, product)
  return (event) => {
    const place = placeOf(event.origin)
    if (place.at !== null && product !== null && product !== place.at.product) return false
    return (ofCategory === null || ofCategory(place, event)) && (ofService === null || ofService(place, event))
  }
}

/** A channel and a provider tell the product from others that write to Windows. */
function isOfWindowsLog(log: string, at: Placement | null, { provider }: Origin): boolean {
  return at === null || (at.product === 'windows' && (at.channels.includes(log) || provider?.toLowerCase() === log))
}

function categoryPart(category: string, product: string | null): Part {
  const unknown: Part = ({ at }) => mayBeUnknown(product, at)
  const partFor = (table: Readonly<Record<string, readonly EventFacts[]>>): Part => {
    const alternatives = entryIn(table, category)?.map(freeOf)
    if (alternatives === undefined) return unknown
    return (place, event) => alternatives.some((isFree) => isFree(place, event))
  }
  if (product !== null && product !== 'windows') {
    const table = entryIn(otherCategories, product)
    return table === undefined ? unknown : partFor(table)
  }
  const [windows, linux] = [partFor(windowsCategories), partFor(otherCategories.linux)]
  if (product !== null) return windows
  return (place, event) => (place.at?.product === 'linux' ? linux : windows)(place, event)
}

function servicePart(service: string, product: string | null): Part {
  const channels = entryIn(windowsServices, service)?.map((channel) => channel.toLowerCase())
  return ({ at }) => {
    if (at === null) return true
    if (at.product === 'linux') return at.services.includes(service)
    return channels === undefined ? mayBeUnknown(product, at) : channels.some((each) => at.channels.includes(each))
  }
}

/** A log source outside the tables: events that the tables can place are not of it. */
function mayBeUnknown(product: string | null, at: Placement | null): boolean {
  return at === null || (product === at.product && !at.isKnown)
}

/**
 * Whether nothing that the event carries conflicts with the facts. One that says who wrote it and not which event it is
 * passes no gate that asks for one (semantics 6.1).
 */
function freeOf({ channels, eventIds, values, lacks }: EventFacts): Part {
  const logs = new Set(channels.map((channel) => channel.toLowerCase()))
  const ids = new Set(eventIds)
  const asked = Object.entries(values).map(
    ([field, wanted]) => [field, wanted.map((value) => value.toLowerCase())] as const,
  )
  return ({ at, eventId }, { fields }) => {
    if (at !== null && logs.size > 0 && !at.channels.some((channel) => logs.has(channel))) return false
    if (ids.size > 0 && (eventId === null ? at !== null : !ids.has(eventId))) return false
    if (lacks.some((field) => toldBy(fields, field) !== null)) return false
    return asked.every(([field, wanted]) => {
      const text = toldBy(fields, field)
      return text === null || wanted.includes(text)
    })
  }
}

const freeInCategories: readonly (readonly [category: string, alternatives: readonly Part[]])[] = Object.entries(
  windowsCategories,
).map(([category, alternatives]) => [category, alternatives.map(freeOf)])

/** The first category of Windows that an event of it can be of; null for none. */
export function categoryOf(event: Event): string | null {
  const place = placeOf(event.origin)
  if (place.at?.product !== 'windows') return null
  return freeInCategories.find(([, alternatives]) => alternatives.some((isFree) => isFree(place, event)))?.[0] ?? null
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

function entryIn<Entry>(table: Readonly<Record<string, Entry>>, name: string | null): Entry | undefined {
  return name !== null && Object.hasOwn(table, name) ? table[name] : undefined
}

function lowered({ category, product, service }: SourceAttributes): SourceAttributes {
  return {
    category: category?.toLowerCase() ?? null,
    product: product?.toLowerCase() ?? null,
    service: service?.toLowerCase() ?? null,
  }
}
