import { sysmonEventOf, type WindowsEvent } from '../../catalogue/index.ts'
import { fieldNamesOf, RecipeError, type RecipeStep, typedValue } from '../../generators/index.ts'
import type { SuggestedChange, SuggestedEvent, Suggestion } from '../../measures/index.ts'
import { type Event, eventOf, type Fields, type Json, type Origin, visibleText } from '../../sigma/index.ts'

/** How a scenario tells its event. */
export type DraftedSteps = Pick<Suggestion, 'event' | 'eventName' | 'changes'>

/** An event as a scenario could tell it, with more or fewer of its fields. */
export type Draft =
  /** A made event that states these fields; undefined: the field is taken away. */
  | { readonly kind: 'composed'; readonly event: WindowsEvent; readonly stated: ReadonlyMap<string, Json | undefined> }
  /** These fields and no others. `origin` is null where they tell it. */
  | { readonly kind: 'verbatim'; readonly origin: Origin | null; readonly fields: Fields }

/** The draft of a made event with these fields as they are in an event; null when a scenario cannot say so. */
export function composedDraft(eventId: number | null, fields: Fields, names: Iterable<string>): Draft | null {
  const event = sysmonEventOf(eventId)
  if (event === null) return null
  const known = new Set(fieldNamesOf(event))
  const stated = new Map<string, Json | undefined>()
  for (const name of names) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (value === undefined && !known.has(name)) continue
    if (!known.has(name) || (value !== undefined && !canBeSaid(event.id, name, value))) return null
    stated.set(name, value)
  }
  return { kind: 'composed', event, stated }
}

/** The draft of an event as it is. */
export function verbatimDraft({ origin, fields }: Event): Draft {
  const told = eventOf(fields).origin
  const isTold = told.channel === origin.channel && told.provider === origin.provider && told.eventId === origin.eventId
  return { kind: 'verbatim', origin: isTold ? null : origin, fields }
}

/** The names of the fields that a draft states. */
export function namesIn(draft: Draft): readonly string[] {
  return draft.kind === 'composed' ? [...draft.stated.keys()] : Object.keys(draft.fields)
}

/** The draft without these fields. */
export function withoutFields(draft: Draft, names: ReadonlySet<string>): Draft {
  if (draft.kind === 'verbatim') {
    const left = Object.entries(draft.fields).filter(([name]) => !names.has(name))
    return { ...draft, fields: Object.fromEntries(left) }
  }
  return { ...draft, stated: new Map([...draft.stated].filter(([name]) => !names.has(name))) }
}

/** The steps of a scenario that tell the draft. */
export function draftedSteps(draft: Draft): DraftedSteps {
  if (draft.kind === 'verbatim') {
    const { origin, fields } = draft
    const event: Event = origin === null ? eventOf(fields) : { origin, fields }
    return { event: { kind: 'verbatim', events: [event] }, changes: [], eventName: null }
  }
  const { event, stated } = draft
  const order = fieldNamesOf(event)
  const entries = [...stated].sort(([one], [other]) => order.indexOf(one) - order.indexOf(other))
  const row = entries.flatMap(([name, value]) => (isCell(event.id, name, value) ? [[name, value] as const] : []))
  const changes = entries
    .filter(([name, value]) => !isCell(event.id, name, value))
    .map(
      ([field, value]): SuggestedChange =>
        value === undefined ? { kind: 'remove', field } : { kind: 'set', field, values: [value] },
    )
  return {
    event: { kind: 'composed', eventId: event.id, rows: [Object.fromEntries(row)], chance: '' },
    changes,
    eventName: event.name,
  }
}

/** The same steps with the chance that a place gives them. */
export function stepsOf({ event, changes }: DraftedSteps, chance: string): readonly RecipeStep[] {
  const placed: SuggestedEvent = event.kind === 'composed' ? { ...event, chance } : event
  return [placed, ...changes]
}

/** A value that stands in one cell of a table and is read back as the same value. */
function isCell(eventId: number, name: string, value: Json | undefined): value is string | number | boolean {
  if (value === undefined || value === null || typeof value === 'object') return false
  if (typeof value === 'string' && value.includes('\n')) return false
  return isReadBack(eventId, name, value)
}

/** Whether a cell or a change can say the value: no list or object, nothing that a reader could not see. */
function canBeSaid(eventId: number, name: string, value: Json): boolean {
  if (value === null || value === '') return true
  if (typeof value === 'object') return false
  if (typeof value !== 'string') return isReadBack(eventId, name, value)
  const lines = value.split('\n')
  if (lines.some((line) => visibleText(line) !== line)) return false
  if (lines.length > 1 && /"""|```|\\"\\"\\"|\\`\\`\\`/.test(value)) return false
  return isReadBack(eventId, name, value)
}

function isReadBack(eventId: number, name: string, value: string | number | boolean): boolean {
  try {
    return typedValue(eventId, name, String(value)) === value
  } catch (error) {
    if (error instanceof RecipeError) return false
    throw error
  }
}
