import type { Json, TestOf, TimePart } from '../../../sigma/index.ts'
import type { Literal } from './literal.ts'

/** Where a year is not asked for. */
const usualYear = 2025

/**
 * Times worth trying where a leaf reads a part of one: every combination of the values that the leaves name and their
 * neighbours, and for a week all days of the years around it. Empty where no leaf wants a time.
 */
export function timesFor(literals: readonly Literal[]): readonly Json[] {
  const tests = literals.flatMap((literal) => (literal.leaf.test.operator === 'time' ? [literal.leaf.test] : []))
  if (!literals.some(({ leaf, matched }) => matched && leaf.test.operator === 'time')) return []
  const of = (part: TimePart, usual: number, least: number, most: number) => valuesOf(tests, part, usual, least, most)
  const years = of('year', usualYear, 1, 9998)
  const clocks = of('hour', 12, 0, 23).flatMap((hour) =>
    of('minute', 30, 0, 59).map((minute) => `${two(hour)}:${two(minute)}:00`),
  )
  const days = tests.some((test) => test.part === 'week')
    ? Array.from({ length: 366 }, (_, index) => monthAndDay(index))
    : of('month', 3, 1, 12).flatMap((month) => of('day', 14, 1, 31).map((day) => `${two(month)}-${two(day)}`))
  return years
    .flatMap((year) => days.map((day) => `${String(year).padStart(4, '0')}-${day}`))
    .flatMap((date) => clocks.map((clock) => `${date} ${clock}`))
    .slice(0, mostTimes)
}

const mostTimes = 20_000

function valuesOf(
  tests: readonly TestOf<'time'>[],
  part: TimePart,
  usual: number,
  least: number,
  most: number,
): readonly number[] {
  const named = tests.filter((test) => test.part === part).flatMap(({ value }) => [value, value + 1, value - 1])
  return [...new Set([usual, ...named])].filter((value) => Number.isInteger(value) && value >= least && value <= most)
}

/** The day of this number, from 0, in a year that has a 29th of February. */
function monthAndDay(index: number): string {
  const date = new Date(Date.UTC(2024, 0, 1 + index))
  return `${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
