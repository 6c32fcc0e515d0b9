import {
  type EventField,
  eventTitle,
  type JsonType,
  jsonTypeOf,
  largestNumber,
  systemFieldsOf,
  type WindowsEvent,
  windowsEventOf,
} from '../../catalogue/index.ts'
import { type Json, nearestOrKnown } from '../../sigma/index.ts'
import { RecipeError } from '../recipe-error.ts'

/** The JSON type of a field in an event of this kind; null when the catalogue does not say. */
export function jsonTypeIn(eventId: number | null, name: string): JsonType | null {
  const event = windowsEventOf(eventId)
  if (event === null) return null
  const field = fieldOf(event, name)
  if (field !== null) return jsonTypeOf(field)
  return systemFieldsOf(event).find((each) => each.name === name)?.jsonType ?? null
}

/** The event's own field of this name, or of the name that a category has for it or for several; null when there is none. */
export function fieldOf(event: WindowsEvent, name: string): EventField | null {
  const own = Object.hasOwn(event.categoryNames, name) ? event.categoryNames[name] : name
  return [...event.fields, ...event.composed].find((each) => each.name === own) ?? null
}

/** Every name that an event of this kind can have: its own fields, then those that categories know, then System's. */
export function fieldNamesOf(event: WindowsEvent): readonly string[] {
  const own = event.fields.map((field) => field.name)
  const read = [...Object.keys(event.categoryNames), ...event.composed.map((field) => field.name)]
  return [...new Set([...own, ...read, ...systemFieldsOf(event).map((field) => field.name)])]
}

/**
 * Throws {@link RecipeError} when an event of this kind has no such field, with the nearest names. An event that the
 * catalogue does not have can have any.
 */
export function requireField(eventId: number | null, name: string): void {
  const event = windowsEventOf(eventId)
  if (event === null) return
  const names = fieldNamesOf(event)
  if (names.includes(name)) return
  throw new RecipeError(`${eventTitle(event)} has no field ${name}; ${nearestOrKnown(name, names)}`)
}

/**
 * A stated text as the schema's JSON type: `"5985"` becomes the number, `"true"` the boolean. Where the catalogue does
 * not have the event, a text stays a text. Throws {@link RecipeError} for a field that the event does not have and
 * for a text that is no value of its type.
 */
export function typedValue(eventId: number | null, field: string, text: string): Json {
  requireField(eventId, field)
  switch (jsonTypeIn(eventId, field)) {
    case 'number':
      return wholeNumber(eventId, field, text)
    case 'boolean':
      if (text.toLowerCase() === 'true') return true
      if (text.toLowerCase() === 'false') return false
      throw new RecipeError(`${field} takes true or false, got "${text}"`)
    case 'string':
    case null:
      return text
  }
}

function wholeNumber(eventId: number | null, name: string, text: string): number {
  const value = /^(0|[1-9]\d{0,15})$/.test(text) ? Number(text) : undefined
  if (value === undefined) throw new RecipeError(`${name} is a number, got "${text}"`)
  const event = windowsEventOf(eventId)
  const field = event === null ? null : fieldOf(event, name)
  const largest = field === null ? undefined : largestNumber(field)
  if (largest === undefined || value <= largest) return value
  throw new RecipeError(`${name} is a number from 0 to ${largest}, got ${text}`)
}
