import { eventlogEvents } from './events/eventlog.ts'
import { powershellEvents } from './events/powershell.ts'
import { securityEvents } from './events/security.ts'
import { sysmonEvents } from './sysmon-events.ts'
import type { WindowsEvent } from './windows-event.ts'

/** Every event that can be made whole, by ascending id: Sysmon's, then those of other channels. No two share an id. */
export const windowsEvents: readonly WindowsEvent[] = [
  ...sysmonEvents,
  ...eventlogEvents,
  ...powershellEvents,
  ...securityEvents,
]

const byId: ReadonlyMap<number | null, WindowsEvent> = new Map(windowsEvents.map((event) => [event.id, event]))

/** The event with this id; null for one that the catalogue does not have. */
export function windowsEventOf(id: number | null): WindowsEvent | null {
  return byId.get(id) ?? null
}
