import { windowsEventOf } from '../../catalogue/index.ts'
import { type Fields, fieldsFor, type Json } from '../../sigma/index.ts'
import { inOwnFields } from '../kinds/category-fields.ts'
import { ownValue } from '../own-value.ts'
import type { MadeEvent } from '../recipe.ts'

/** What a scenario gives an event of this kind, under the names that the event has: its category may know others. */
export function ownFieldsIn(eventId: number | null, given: Fields): Fields {
  const event = windowsEventOf(eventId)
  return event === null ? given : inOwnFields(event, given)
}

/** The event's own names for a field, as a scenario names it; itself where the event has it. */
export function ownNamesOf(eventId: number | null, field: string): readonly string[] {
  return Object.keys(ownFieldsIn(eventId, { [field]: '' }))
}

/** The names under which the event's category reads what is set: those of which every own field is. */
export function readNamesOf(eventId: number | null, isSet: (field: string) => boolean): readonly string[] {
  const event = windowsEventOf(eventId)
  if (event === null) return []
  const names = [...Object.keys(event.categoryNames), ...event.composed.map(({ name }) => name)]
  const isOwn = (name: string) => event.fields.some((field) => field.name === name)
  return names.filter((name) => !isOwn(name) && ownNamesOf(eventId, name).every(isSet))
}

/** The value of a field, as a scenario names it: the event's own, else what its category reads under the name. */
export function valueNamed(event: MadeEvent, field: string): Json | undefined {
  const own = ownValue(event.fields, field)
  if (own !== undefined) return own
  const [category = null] = windowsEventOf(event.eventId)?.categories ?? []
  return ownValue(fieldsFor({ category }, event), field)
}
