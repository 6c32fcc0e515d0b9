import { createHash } from 'node:crypto'
import { canonicalText, type Fields } from '../sigma/index.ts'

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
