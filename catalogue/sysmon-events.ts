import { fileEvents } from './events/files.ts'
import { imageEvents } from './events/images.ts'
import { networkEvents } from './events/network.ts'
import { processEvents } from './events/processes.ts'
import { registryEvents } from './events/registry.ts'
import { serviceEvents } from './events/service.ts'
import { wmiEvents } from './events/wmi.ts'
import type { SysmonEvent } from './sysmon-event.ts'

export type { SysmonEvent } from './sysmon-event.ts'

/** Every event of schema 4.90, by ascending id. Schema 4.91 changed no event and no field. */
export const sysmonEvents: readonly SysmonEvent[] = [
  ...processEvents,
  ...fileEvents,
  ...networkEvents,
  ...registryEvents,
  ...imageEvents,
  ...wmiEvents,
  ...serviceEvents,
].sort((left, right) => left.id - right.id)

/** The names by which the vocabulary knows the events, in the order of their ids. */
export const sysmonEventNames: readonly string[] = sysmonEvents.map((event) => event.name)

const byId: ReadonlyMap<number | null, SysmonEvent> = new Map(sysmonEvents.map((event) => [event.id, event]))

/** The event with this id, or null when Sysmon has none. */
export function sysmonEventOf(id: number | null): SysmonEvent | null {
  return byId.get(id) ?? null
}

/** The event of this name, alias or `Sysmon 3`, letter case ignored; null when there is none. */
export function sysmonEventNamed(text: string): SysmonEvent | null {
  const wanted = text.trim().toLowerCase()
  const id = /^sysmon\s+(?:event\s+)?(\d{1,3})$/.exec(wanted)?.[1]
  if (id !== undefined) return sysmonEventOf(Number(id))
  return sysmonEvents.find((event) => event.name.toLowerCase() === wanted || event.aliases.includes(wanted)) ?? null
}

/** True when events of this id can be made: their fields are in the catalogue. */
export function isDescribed(event: SysmonEvent): boolean {
  return event.fields.length > 0
}
