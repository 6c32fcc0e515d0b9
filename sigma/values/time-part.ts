import type { Json } from '../events/event.ts'
import type { TimePart } from '../rule/predicate.ts'

/** A time as written; the clock is null for a date alone. */
interface WrittenTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly clock: { readonly hour: number; readonly minute: number } | null
}

const timeShape =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?: ?(?:Z|z|[+-]\d{2}(?::?\d{2})?))?)?$/

const parts: Readonly<Record<TimePart, (time: WrittenTime) => number | null>> = {
  minute: (time) => time.clock?.minute ?? null,
  hour: (time) => time.clock?.hour ?? null,
  day: (time) => time.day,
  week: isoWeek,
  month: (time) => time.month,
  year: (time) => time.year,
}

/** The values each part of a time can have. */
export const timePartRanges: Readonly<Record<TimePart, readonly [least: number, most: number]>> = {
  minute: [0, 59],
  hour: [0, 23],
  day: [1, 31],
  week: [1, 53],
  month: [1, 12],
  year: [0, 9999],
}

/**
 * A part of an event's time, as written and without any zone (semantics 4.7): text `YYYY-MM-DD`, with or without a
 * clock; or a number, seconds since 1970 (milliseconds above 1e11) in UTC. Null for what is no time, and for the hour
 * or minute of a date.
 */
export function timePartOf(part: TimePart, value: Json): number | null {
  const time = timeOf(value)
  return time === null ? null : parts[part](time)
}

/** Whether an event value can be read as a time. */
export function isTime(value: Json): boolean {
  return timeOf(value) !== null
}

function timeOf(value: Json): WrittenTime | null {
  if (typeof value === 'number') return epochTime(value)
  return typeof value === 'string' ? writtenTime(value) : null
}

function epochTime(value: number): WrittenTime | null {
  const date = new Date(Math.abs(value) > 1e11 ? value : value * 1000)
  if (Number.isNaN(date.getTime())) return null
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    clock: { hour: date.getUTCHours(), minute: date.getUTCMinutes() },
  }
}

function writtenTime(text: string): WrittenTime | null {
  const found = timeShape.exec(text)
  if (found === null) return null
  const [year, month, day, hour, minute, second] = found.slice(1).map((digits) => Number(digits ?? '0'))
  if (year === undefined || month === undefined || day === undefined) return null
  if (hour === undefined || minute === undefined || second === undefined) return null
  if (!isDay(year, month, day) || hour > 23 || minute > 59 || second > 60) return null
  return { year, month, day, clock: found[4] === undefined ? null : { hour, minute } }
}

function isDay(year: number, month: number, day: number): boolean {
  const date = dateOf(year, month, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** The week of ISO 8601: it belongs to the year of its Thursday. */
function isoWeek({ year, month, day }: WrittenTime): number {
  const thursday = dateOf(year, month, day)
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7))
  const newYear = dateOf(thursday.getUTCFullYear(), 1, 1)
  return 1 + Math.floor((thursday.getTime() - newYear.getTime()) / (7 * 24 * 3_600_000))
}

/** Years below 100 are themselves, not in the 1900s as in `Date.UTC`. */
function dateOf(year: number, month: number, day: number): Date {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date
}
