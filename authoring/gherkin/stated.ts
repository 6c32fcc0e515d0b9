import type { Suggestion } from '../../measures/index.ts'
import { type Json, safeJson } from '../../sigma/index.ts'
import { valueText } from './table.ts'

/** A field that the event of a suggestion states, and its value as a cell of the table, or of Examples, holds it. */
export type StatedField = readonly [field: string, text: string]

/**
 * What the event of a suggestion states: the rows of its table, or the members of its JSON document. Of a change nothing
 * is in it.
 */
export function statedIn({ event }: Suggestion): readonly StatedField[] {
  if (event.kind === 'composed') {
    return Object.entries(event.rows[0] ?? {}).map(([field, value]) => [field, valueText(String(value))])
  }
  return Object.entries(event.events[0]?.fields ?? {}).map(([field, value]) => [field, jsonText(value)])
}

/** JSON for a doc string: three escaped quotes would be read as the end of it. */
export function jsonText(value: Json): string {
  return safeJson(value, 2).replaceAll('\\"\\"\\"', '\\u0022\\u0022\\u0022')
}
