import { sysmonLog } from '../event-log.ts'
import type { WindowsEvent } from '../windows-event.ts'
import { windowsEvents } from '../windows-events.ts'
import { type EventFacts, windowsCategories } from './categories.ts'
import { windowsServices } from './services.ts'

/** The attributes of a rule's log source; null where it leaves one out. */
export interface SourceAttributes {
  readonly category: string | null
  readonly product: string | null
  readonly service: string | null
}

/** One of the alternatives of a log source: what its events carry, and those that the catalogue has. */
export interface SourceEvents {
  readonly facts: EventFacts
  readonly events: readonly WindowsEvent[]
  /** Every event that it can be is in the catalogue. */
  readonly isDescribed: boolean
}

/** The events that can feed a log source of Windows, by alternative; null for any other. */
export function sourceEventsOf({ category, product, service }: SourceAttributes): readonly SourceEvents[] | null {
  const system = product?.toLowerCase() ?? null
  const isOfWindows =
    system === 'windows' || (system === null && entryOf(windowsCategories, category ?? '') !== undefined)
  if (!isOfWindows) return null
  return alternativesOf(category, service).map((facts) => {
    return { facts, events: windowsEvents.filter((event) => feeds(event, facts)), isDescribed: isDescribed(facts) }
  })
}

/** What the category asks for, on the channels of the service; the service's channels where there is no category. */
function alternativesOf(category: string | null, service: string | null): readonly EventFacts[] {
  const channels = service === null ? [] : (entryOf(windowsServices, service) ?? [])
  if (category === null) return [{ channels, eventIds: [], values: {}, lacks: [] }]
  return entryOf(windowsCategories, category) ?? [{ channels, eventIds: [], values: {}, lacks: [] }]
}

function feeds({ id, log }: WindowsEvent, { channels, eventIds }: EventFacts): boolean {
  return (channels.length === 0 || channels.includes(log.channel)) && (eventIds.length === 0 || eventIds.includes(id))
}

function isDescribed({ channels, eventIds }: EventFacts): boolean {
  // Of Sysmon's log the catalogue has all there is.
  if (eventIds.length === 0) return channels.length > 0 && channels.every((channel) => channel === sysmonLog.channel)
  return channels.every((channel) =>
    eventIds.every((id) => windowsEvents.some((event) => event.id === id && event.log.channel === channel)),
  )
}

function entryOf<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  const key = name.toLowerCase()
  return Object.hasOwn(table, key) ? table[key] : undefined
}
