import type { Origin } from './origin.ts'

/** A JSON value, as read. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

export interface JsonObject {
  readonly [key: string]: Json
}

/** An event's fields under the names that rules use: what flattening (semantics 6.3) makes of any spelling. */
export type Fields = JsonObject

/** An event as it was read: where it comes from, apart from what rules read of it. */
export interface Event {
  readonly origin: Origin
  readonly fields: Fields
}

/**
 * The value of a field (semantics 2.2): of the key of exactly that name, or of that name with spaces in it, which rules
 * are read without (semantics 6.3); else what the name, split at its dots, leads to, lists applying the rest of the path
 * to each element. Several values become a list; undefined: the field is absent.
 */
export function fieldValue(fields: Fields, name: string): Json | undefined {
  if (Object.hasOwn(fields, name)) return fields[name]
  const spaced = spacedNames(fields).get(name)
  if (spaced !== undefined) return fields[spaced]
  const [first = '', ...path] = name.split('.')
  if (path.length === 0) return undefined
  let reached: readonly Json[] = valuesOf(fields, first)
  for (const key of path) reached = reached.flatMap(membersOf).flatMap((value) => valuesOf(value, key))
  return reached.length > 1 ? reached : reached[0]
}

function valuesOf(value: Json, key: string): readonly Json[] {
  if (!isObject(value)) return []
  const own = Object.hasOwn(value, key) ? key : spacedNames(value).get(key)
  const found = own === undefined ? undefined : value[own]
  return found === undefined ? [] : [found]
}

const noNames: ReadonlyMap<string, string> = new Map()

const known = new WeakMap<JsonObject, ReadonlyMap<string, string>>()

/** The names with spaces in them, by what is left without. Found once for an object: most rules miss most fields. */
function spacedNames(object: JsonObject): ReadonlyMap<string, string> {
  const cached = known.get(object)
  if (cached !== undefined) return cached
  const spaced = Object.keys(object).filter((name) => name.includes(' '))
  const names = spaced.length === 0 ? noNames : new Map(spaced.map((name) => [name.replaceAll(' ', ''), name]))
  known.set(object, names)
  return names
}

/** Whether the value is a JSON object: neither null nor a list. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value)
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** The value itself, or the members of a list, lists inside it opened too. Takes any depth. */
export function membersOf(value: Json): readonly Json[] {
  if (!isList(value)) return [value]
  const members: Json[] = []
  const open: Json[] = [value]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isList(next)) open.push(...next.toReversed())
    else members.push(next)
  }
  return members
}

/** Every value in an event that is no object, list or null: what keywords are looked for in. Takes any depth. */
export function scalarsOf(fields: Fields): readonly (string | number | boolean)[] {
  const scalars: (string | number | boolean)[] = []
  const open: Json[] = [fields]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === null) continue
    if (typeof next !== 'object') scalars.push(next)
    else for (const value of Object.values(next).toReversed()) open.push(value)
  }
  return scalars
}
