import type { Occurrence } from '../correlation/occurrence.ts'

/** `1 event`, `2 events`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** How many events are listed by number. */
const listedEvents = 12

/** The events of occurrences by their numbers from 1: `events 1, 2, 5`. One event may be several occurrences. */
export function eventsInWords(occurrences: readonly Occurrence[]): string {
  const numbers = [...new Set(occurrences.map(({ event }) => event + 1))]
  const more = numbers.length - listedEvents
  const listed = numbers.slice(0, listedEvents).join(', ')
  return `${numbers.length === 1 ? 'event' : 'events'} ${listed}${more > 0 ? ` and ${more} more` : ''}`
}

/** The greatest distance from 1970 that a date can have. */
const datable = 8.64e15

/** A time in milliseconds since 1970, as UTC; as a number where no date can be that far. */
export function timeInWords(time: number): string {
  if (!(Math.abs(time) <= datable)) return `${time} ms`
  return new Date(time).toISOString().replace('.000Z', 'Z')
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
  ['millisecond', 1],
] as const

/** A length of time in its two greatest units or more: `10 minutes 1 second`. */
export function durationInWords(milliseconds: number): string {
  let left = milliseconds
  const parts = units.flatMap(([noun, size]) => {
    const count = Math.floor(left / size)
    left -= count * size
    return count === 0 ? [] : [counted(count, noun)]
  })
  return parts.length === 0 ? '0 milliseconds' : parts.join(' ')
}
