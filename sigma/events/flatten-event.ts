import { type Event, isObject, type Json, type JsonObject } from './event.ts'
import { eventOf } from './origin.ts'
import { windowsEvent, windowsEventIn } from './windows-event.ts'

/** The field that holds an event which is no object: plain text is one value for keywords. */
const textField = '#text'

/**
 * An event under the names that rules use (semantics 6.3): nested as Windows' XML, with attributes as `#attributes` or
 * `@Name`; flat, spaces in its names left out; plain text. How exporters wrap and rename events is for whoever reads files.
 */
export function flattenEvent(json: Json): Event {
  if (!isObject(json)) return eventOf({ [textField]: json })
  const nested = windowsEventIn(json)
  return nested === null ? eventOf(withoutSpaces(json)) : windowsEvent(nested)
}

function withoutSpaces(json: JsonObject): JsonObject {
  const names = Object.keys(json)
  if (!names.some((name) => name.includes(' '))) return json
  return Object.fromEntries(names.map((name) => [name.replaceAll(' ', ''), json[name] ?? null]))
}
