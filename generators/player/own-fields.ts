import { windowsEventOf } from '../../catalogue/index.ts'
import type { Fields } from '../../sigma/index.ts'
import { inOwnFields } from '../category-fields.ts'

/** What a scenario gives an event of this kind, under the names that the event has: its category may know others. */
export function ownFieldsIn(eventId: number | null, given: Fields): Fields {
  const event = windowsEventOf(eventId)
  return event === null ? given : inOwnFields(event, given)
}

/** The event's own names for a field, as a scenario names it; itself where the event has it. */
export function ownNamesOf(eventId: number | null, field: string): readonly string[] {
  return Object.keys(ownFieldsIn(eventId, { [field]: '' }))
}
