import type { FieldName } from '../../../catalogue/index.ts'
import { isObject, type Json, type JsonObject } from '../../../sigma/index.ts'

/** What lies under a key, or under a path of keys that some exporters write as one key with dots; undefined: nothing. */
export function at(json: JsonObject, path: string): Json | undefined {
  if (Object.hasOwn(json, path)) return json[path]
  for (let dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
    const key = path.slice(0, dot)
    const below = Object.hasOwn(json, key) ? json[key] : undefined
    if (!isObject(below)) continue
    const found = at(below, path.slice(dot + 1))
    if (found !== undefined) return found
  }
  return undefined
}

/** The object under a path, its keys with dots included; null where there is none. */
export function objectAt(json: JsonObject, path: string): JsonObject | null {
  const nested = at(json, path)
  if (isObject(nested)) return nested
  const prefix = `${path}.`
  const dotted = Object.keys(json).filter((key) => key.startsWith(prefix))
  if (dotted.length === 0) return null
  return Object.fromEntries(dotted.map((key) => [key.slice(prefix.length), json[key] ?? null]))
}

/** Whether something lies under every path. */
export function has(json: JsonObject, ...paths: readonly string[]): boolean {
  return paths.every((path) => at(json, path) !== undefined)
}

/** The first of these paths under which something lies that is not null. */
export function firstAt(json: JsonObject, ...paths: readonly string[]): Json | undefined {
  for (const path of paths) {
    const found = at(json, path)
    if (found !== undefined && found !== null) return found
  }
  return undefined
}

/** The object without these keys. */
export function without(json: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(json).filter(([key]) => !keys.includes(key)))
}

/** Where fields lie, by the names that rules know: the first of several paths under which there is something. */
export type PathsOfFields = Readonly<Partial<Record<FieldName, string | readonly string[]>>>

/** What lies under these paths, by the names that rules know; what is not there is left out. */
export function named(json: JsonObject, names: PathsOfFields): JsonObject {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, paths]) => {
      const value = firstAt(json, ...(typeof paths === 'string' ? [paths] : paths))
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
}
