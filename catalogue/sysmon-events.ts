import { sysmonLog } from './event-log.ts'
import type { WindowsEvent } from './windows-event.ts'
import { windowsEventOf, windowsEvents } from './windows-events.ts'

/** Every event of schema 4.90, by ascending id. Schema 4.91 changed no event and no field. */
export const sysmonEvents: readonly WindowsEvent[] = windowsEvents.filter(({ log }) => log === sysmonLog)

/** The names by which the vocabulary knows the events, in the order of their ids. */
export const sysmonEventNames: readonly string[] = sysmonEvents.map((event) => event.name)

/** The event with this id, or null when Sysmon has none. */
export function sysmonEventOf(id: number | null): WindowsEvent | null {
  const event = windowsEventOf(id)
  return event?.log === sysmonLog ? event : null
}

/** The event of this name, alias or `Sysmon 3`, letter case ignored; null when there is none. */
export function sysmonEventNamed(text: string): WindowsEvent | null {
  const wanted = text.trim().toLowerCase()
  const id = /^sysmon\s+(?:event\s+)?(\d{1,3})$/.exec(wanted)?.[1]
  if (id !== undefined) return sysmonEventOf(Number(id))
  return sysmonEvents.find((event) => event.name.toLowerCase() === wanted || event.aliases.includes(wanted)) ?? null
}
