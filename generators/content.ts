import type { Json } from '../sigma/index.ts'

/** A value as text that is the same for equal values, whatever the order of their keys. */
export function contentOf(value: Json): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([left], [right]) => (left < right ? -1 : 1)))
      : each,
  )
}
