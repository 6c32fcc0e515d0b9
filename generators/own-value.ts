import type { Json } from '../sigma/index.ts'

/** A field's value in an event, or undefined when the event has no such key of its own. */
export function ownValue(fields: Readonly<Record<string, Json>>, name: string): Json | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined
}
