import type { Suggestion } from '../../measures/index.ts'
import { type Fields, type Json, safeJson } from '../../sigma/index.ts'
import { valueText } from './table.ts'

/** A field that the event of a suggestion states, and its value as a cell of the table, or of Examples, holds it. */
export type StatedField = readonly [field: string, text: string]

/**
 * What the event of a suggestion states: the rows of its table, or the members of its JSON document. Of a change nothing
 * is in it.
 */
export function statedIn({ event }: Suggestion): readonly StatedField[] {
  return event.kind === 'composed' ? asCells(event.rows[0] ?? {}) : asMembers(event.events[0]?.fields ?? {})
}

/** The fields with their values as cells. */
export function asCells(fields: Fields): readonly StatedField[] {
  return Object.entries(fields).map(([field, value]) => [field, valueText(String(value))])
}

/** The fields with their values as JSON. */
export function asMembers(fields: Fields): readonly StatedField[] {
  return Object.entries(fields).map(([field, value]) => [field, jsonText(value)])
}

/** JSON for a doc string: three escaped quotes would be read as the end of it. */
export function jsonText(value: Json): string {
  return safeJson(value, 2).replaceAll('\\"\\"\\"', '\\u0022\\u0022\\u0022')
}
