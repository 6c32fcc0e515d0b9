import { isList, isObject, type Json } from '../../../sigma/index.ts'

/** A value as OTLP's JSON encoding has it (`stringValue`, `kvlistValue`, ...), as plain JSON; any other value stays as it is. */
export function anyValue(value: Json): Json {
  if (!isObject(value)) return value
  const [key, ...more] = Object.keys(value)
  const held = key === undefined ? undefined : value[key]
  if (key === undefined || held === undefined || more.length > 0) return value
  if (['stringValue', 'boolValue', 'doubleValue', 'intValue'].includes(key)) return held
  const values = isObject(held) ? held.values : undefined
  if (!isList(values)) return value
  if (key === 'arrayValue') return values.map(anyValue)
  return key === 'kvlistValue' ? Object.fromEntries(values.flatMap(pair)) : value
}

function pair(each: Json): readonly (readonly [key: string, value: Json])[] {
  return isObject(each) && typeof each.key === 'string' ? [[each.key, anyValue(each.value ?? null)]] : []
}
