import { sysmonLog } from '../../catalogue/index.ts'
import type { Event } from '../../sigma/index.ts'
import { windowsEventIn } from './event-in.ts'

/** The id of the Sysmon event that this one is, by provider or channel and EventID; null for any other event. */
export function sysmonEventId(read: Event): number | null {
  const event = windowsEventIn(read)
  return event?.log === sysmonLog ? event.id : null
}
