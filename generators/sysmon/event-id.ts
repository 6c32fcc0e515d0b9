import { sysmonLog } from '../../catalogue/index.ts'
import type { Fields } from '../../sigma/index.ts'
import { windowsEventIn } from './event-in.ts'

/** The id of the Sysmon event that these fields are, by provider or channel and EventID; null for any other event. */
export function sysmonEventId(fields: Fields): number | null {
  const event = windowsEventIn(fields)
  return event?.log === sysmonLog ? event.id : null
}
