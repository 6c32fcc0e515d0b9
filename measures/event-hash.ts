import { createHash } from 'node:crypto'
import { type Fields, isList, type Json } from '../sigma/index.ts'

/** SHA-256 in hex of an event's content: equal for equal fields in whatever order they stand. */
export function hashOfEvent(fields: Fields): string {
  return sha256(canonicalText(fields))
}

/** SHA-256 in hex of several events in their order. */
export function hashOfEvents(events: readonly Fields[]): string {
  return sha256(canonicalText(events))
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** JSON without blanks, the keys of every object in code unit order. */
function canonicalText(json: Json): string {
  if (typeof json !== 'object' || json === null) return JSON.stringify(json)
  if (isList(json)) return `[${json.map(canonicalText).join(',')}]`
  const entries = Object.entries(json).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${canonicalText(value)}`).join(',')}}`
}
