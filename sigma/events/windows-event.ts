import { type Event, type Fields, isList, isObject, type Json, type JsonObject } from './event.ts'
import { originIn, originNames } from './origin.ts'

type NamedValue = readonly [name: string, value: Json]

/**
 * The event that the nested spelling of Windows' XML tells (semantics 6.3): `System/X` is X, an attribute A of a System tag
 * T is T_A, a named Data element is its name without spaces, `UserData/*\/N` is N. EventData wins a clash, then UserData;
 * where it comes from is System's alone to say.
 */
export function windowsEvent(event: JsonObject): Event {
  const system = Object.fromEntries(elementsOf(objectIn(event, 'System')).flatMap(systemFields))
  return placedEvent(system, [
    ...elementsOf(objectIn(event, 'UserData')).flatMap(([, value]) => (isObject(value) ? plainFields(value) : [])),
    ...eventDataFields(dataIn(event)),
  ])
}

/**
 * An event of what its exporter says of it, in the names of System, and of its own data, which wins a clash: but for the
 * event id, by which no rule means anything else (semantics 6.3).
 */
export function placedEvent(system: Fields, data: Iterable<NamedValue>): Event {
  const { [originNames.eventId]: _, ...own } = Object.fromEntries(data)
  return { origin: originIn(system), fields: { ...system, ...own } }
}

/** What EventData holds, by the names that rules know: those of its Data elements, or its keys, without spaces. */
export function eventDataFields(data: JsonObject): readonly (readonly [name: string, value: Json])[] {
  return elementsOf(data).flatMap(dataFields)
}

/** EventData, which some readers write as the list of its Data. */
function dataIn(event: JsonObject): JsonObject {
  return isList(event.EventData) ? { Data: event.EventData } : objectIn(event, 'EventData')
}

function plainFields(data: JsonObject): readonly (readonly [name: string, value: Json])[] {
  return elementsOf(data).map(plainField)
}

/** The event itself when it is spelt as its XML: under a key `Event`, or `System` beside `EventData`; else null. */
export function windowsEventIn(json: JsonObject): JsonObject | null {
  const event = Object.hasOwn(json, 'Event') ? json.Event : undefined
  if (isObject(event) && isWindowsEvent(event)) return event
  return isWindowsEvent(json) ? json : null
}

/** The System block tells it from any other object with a key of that name. */
function isWindowsEvent(json: JsonObject): boolean {
  const system = objectIn(json, 'System')
  return ['EventID', 'Provider', 'Channel'].some((tag) => Object.hasOwn(system, tag))
}

/** `Provider` as an object of its attributes, or with them beside it: `Provider_attributes`. */
function systemFields([tag, element]: NamedValue): readonly NamedValue[] {
  if (!isObject(element)) return [[tag, element]]
  const apart = /^(.+)_attributes$/.exec(tag)?.[1]
  if (apart !== undefined)
    return Object.entries(element).map(([name, value]): NamedValue => [`${apart}_${name}`, value])
  const marked = attributesOf(element)
  const text = textIn(element) ?? (Object.hasOwn(element, 'Value') ? element.Value : undefined)
  const plain = Object.entries(element).filter(([key]) => !/^[#@]/.test(key) && key !== 'Value')
  const attributes = [...plain, ...marked].map(([name, value]): NamedValue => [`${tag}_${name}`, value])
  return text === undefined ? attributes : [[tag, text], ...attributes]
}

function dataFields([tag, element]: NamedValue): readonly NamedValue[] {
  if (tag !== 'Data') return [plainField([tag, element])]
  if (isObject(element)) {
    const text = textIn(element)
    const name = nameOf(element)
    if (name !== null) return [[name, text ?? '']]
    if (text !== undefined) return [[tag, text]]
    return plainFields(element)
  }
  if (!isList(element)) return [[tag, element]]
  const named = element.flatMap((item): NamedValue[] => {
    const name = isObject(item) ? nameOf(item) : null
    return isObject(item) && name !== null ? [[name, textIn(item) ?? '']] : []
  })
  const unnamed = element.filter((item) => !isObject(item) || nameOf(item) === null).map(contentOf)
  return unnamed.length === 0 ? named : [...named, [tag, unnamed.length === 1 ? (unnamed[0] ?? null) : unnamed]]
}

function plainField([name, element]: NamedValue): NamedValue {
  return [name.replaceAll(' ', ''), contentOf(element)]
}

function contentOf(element: Json): Json {
  return isObject(element) ? (textIn(element) ?? element) : element
}

/** The name attribute of a Data element, spaces removed. */
function nameOf(element: JsonObject): string | null {
  const name = attributesOf(element).find(([attribute]) => attribute === 'Name')?.[1] ?? plainName(element)
  return typeof name === 'string' ? name.replaceAll(' ', '') : null
}

/** Some readers write a Data element as `{ "Name": …, "#text": … }`. */
function plainName(element: JsonObject): Json {
  const hasText = ['#text', 'Value', '$'].some((key) => Object.hasOwn(element, key))
  return Object.hasOwn(element, 'Name') && hasText ? (element.Name ?? null) : null
}

/** Attributes as `#attributes: { Name }` or as `@Name`. */
function attributesOf(element: JsonObject): readonly NamedValue[] {
  const listed = objectIn(element, '#attributes')
  const marked = Object.entries(element).flatMap(([key, value]): NamedValue[] =>
    key.startsWith('@') ? [[key.slice(1), value]] : [],
  )
  return [...Object.entries(listed), ...marked]
}

function textIn(element: JsonObject): Json | undefined {
  const key =
    ['#text', '$'].find((each) => Object.hasOwn(element, each)) ?? (Object.hasOwn(element, 'Name') ? 'Value' : null)
  return key !== null && Object.hasOwn(element, key) ? element[key] : undefined
}

function elementsOf(element: JsonObject): readonly NamedValue[] {
  return Object.entries(element).filter(([key]) => key !== '#attributes' && !key.startsWith('@'))
}

function objectIn(json: JsonObject, key: string): JsonObject {
  const value = Object.hasOwn(json, key) ? json[key] : undefined
  return isObject(value) ? value : {}
}
