import { type Exact, exactOf, isSame, type Json, numberOf, type TestOf } from '../../../sigma/index.ts'
import type { Literal } from './literal.ts'
import { numberAsRead } from './number-as-read.ts'

/** Numbers worth trying, as events have them, or the literals that no number meets together. */
export type NumberDecision =
  | { readonly kind: 'candidates'; readonly numbers: readonly Json[] }
  | { readonly kind: 'impossible'; readonly core: readonly Literal[] }

type Numeric = TestOf<'number' | 'compare'>

interface NumberBound {
  readonly value: Exact
  readonly isIncluded: boolean
  readonly literal: Literal | null
}

/**
 * What is wanted of a field's number, where a leaf wants one: intervals of numbers, since every comparison is one. A
 * number leaf whose spelling is no number (`0x10`) matches a text too and is left out.
 */
export function decideNumber(literals: readonly Literal[]): NumberDecision {
  const numeric = literals.flatMap((literal) => {
    const { field, test } = literal.leaf
    return field !== null && isNumeric(test) ? [{ literal, test }] : []
  })
  const must = numeric.find(({ literal }) => literal.matched)?.literal
  if (must === undefined) return { kind: 'candidates', numbers: [] }
  let least: NumberBound = { value: Number.NEGATIVE_INFINITY, isIncluded: false, literal: null }
  let most: NumberBound = { value: Number.POSITIVE_INFINITY, isIncluded: false, literal: null }
  for (const { literal, test } of numeric) {
    for (const [side, bound] of boundsBy(test, literal)) {
      if (side === 'least' && isTighter(bound, least, 1)) least = bound
      if (side === 'most' && isTighter(bound, most, -1)) most = bound
    }
  }
  // What must not match bounds only what is a number, which takes a leaf that asks for one.
  const bounds = [least.literal, most.literal].filter((literal) => literal !== null)
  const core = bounds.some((literal) => literal.matched) ? bounds : [must, ...bounds]
  const excluded = numeric.filter(({ literal, test }) => !literal.matched && test.operator === 'number')
  if (least.value > most.value || (isSame(least.value, most.value) && !(least.isIncluded && most.isIncluded))) {
    return { kind: 'impossible', core: [...new Set(core)] }
  }
  if (isSame(least.value, most.value)) {
    const against = excluded.find(({ test }) => isSame(exactOf(test), least.value))
    if (against !== undefined) return { kind: 'impossible', core: [...new Set([...core, against.literal])] }
  }
  return { kind: 'candidates', numbers: numbersBetween(least.value, most.value, excluded.length + 3) }
}

function isNumeric(test: Literal['leaf']['test']): test is Numeric {
  return test.operator === 'compare' || (test.operator === 'number' && numberOf(test.spelling) !== null)
}

function boundsBy(test: Numeric, literal: Literal): readonly (readonly ['least' | 'most', NumberBound])[] {
  const value = exactOf(test)
  const bound = (isIncluded: boolean): NumberBound => ({ value, isIncluded, literal })
  if (test.operator === 'number') {
    return literal.matched
      ? [
          ['least', bound(true)],
          ['most', bound(true)],
        ]
      : []
  }
  const isUpper = test.comparison === 'lt' || test.comparison === 'lte'
  const isIncluded = test.comparison === 'lte' || test.comparison === 'gte'
  return literal.matched
    ? [[isUpper ? 'most' : 'least', bound(isIncluded)]]
    : [[isUpper ? 'least' : 'most', bound(!isIncluded)]]
}

function isTighter(one: NumberBound, other: NumberBound, sign: 1 | -1): boolean {
  if (isSame(one.value, other.value)) return !one.isIncluded && other.isIncluded
  return sign === 1 ? one.value > other.value : one.value < other.value
}

/** Whole numbers at and next to either end, what lies in the middle, then the ends themselves. */
function numbersBetween(least: Exact, most: Exact, count: number): readonly Json[] {
  const [low, high] = [wholeFrom(least, Math.ceil), wholeFrom(most, Math.floor)]
  const from = low ?? (high === null ? 0n : high - BigInt(count))
  const to = high ?? from + BigInt(count)
  const steps = Array.from({ length: count }, (_, step) => step)
  const [start, end] = [Number(least), Number(most)]
  const isBounded = Number.isFinite(start) && Number.isFinite(end)
  const inside = isBounded ? [(start + end) / 2] : []
  const fractions = isBounded ? steps.map((step) => start + ((end - start) * (step + 1)) / (count + 1)) : []
  const all: readonly Exact[] = [
    ...steps.map((step) => from + BigInt(step)),
    ...steps.map((step) => to - BigInt(step)),
    ...inside,
    ...fractions,
    least,
    most,
  ]
  return [
    ...new Set(all.filter((value) => value >= least && value <= most).flatMap((value) => numberAsRead(value) ?? [])),
  ]
}

/** The whole number at or next to an end, on the inside; null for no end. */
function wholeFrom(end: Exact, rounded: (value: number) => number): bigint | null {
  if (typeof end === 'bigint') return end
  return Number.isFinite(end) ? BigInt(rounded(end)) : null
}
