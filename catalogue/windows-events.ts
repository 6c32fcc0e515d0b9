import { sysmonLog } from './event-log.ts'
import * as everyEvent from './events/every-event.ts'
import { describedEvent, type EventDescription, type WindowsEvent } from './windows-event.ts'

/** Said by name, so that the compiler says which is amiss. */
const descriptions: Readonly<Record<keyof typeof everyEvent, EventDescription>> = everyEvent

/** Every event that can be made whole: Sysmon's, then those of other logs, each by ascending id. No two share an id. */
export const windowsEvents: readonly WindowsEvent[] = Object.values(descriptions)
  .map(describedEvent)
  .sort((one, other) => rank(one) - rank(other) || one.id - other.id)

function rank({ log }: WindowsEvent): number {
  return log === sysmonLog ? 0 : 1
}

const byId: ReadonlyMap<number | null, WindowsEvent> = new Map(windowsEvents.map((event) => [event.id, event]))

/** The event with this id; null for one that the catalogue does not have. */
export function windowsEventOf(id: number | null): WindowsEvent | null {
  return byId.get(id) ?? null
}
