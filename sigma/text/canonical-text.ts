import { isList, type Json } from '../events/event.ts'
import { byCodeUnit } from './by-code-unit.ts'

/** A value as JSON without blanks, the keys of every object in code unit order: the same text for equal values. */
export function canonicalText(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalText).join(',')}]`
  const entries = Object.entries(value).sort(([a], [b]) => byCodeUnit(a, b))
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalText(each)}`).join(',')}}`
}
