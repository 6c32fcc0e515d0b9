import { numberOf, type TestOf } from '../../../sigma/index.ts'
import type { Literal } from './literal.ts'

/** Numbers worth trying, or the literals that no number meets together. */
export type NumberDecision =
  | { readonly kind: 'candidates'; readonly numbers: readonly number[] }
  | { readonly kind: 'impossible'; readonly core: readonly Literal[] }

type Numeric = TestOf<'number' | 'compare'>

interface Bound {
  readonly value: number
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
  let least: Bound = { value: Number.NEGATIVE_INFINITY, isIncluded: false, literal: null }
  let most: Bound = { value: Number.POSITIVE_INFINITY, isIncluded: false, literal: null }
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
  if (least.value > most.value || (least.value === most.value && !(least.isIncluded && most.isIncluded))) {
    return { kind: 'impossible', core: [...new Set(core)] }
  }
  if (least.value === most.value) {
    const against = excluded.find(({ test }) => test.value === least.value)
    if (against !== undefined) return { kind: 'impossible', core: [...new Set([...core, against.literal])] }
  }
  return { kind: 'candidates', numbers: numbersBetween(least.value, most.value, excluded.length + 3) }
}

function isNumeric(test: Literal['leaf']['test']): test is Numeric {
  return test.operator === 'compare' || (test.operator === 'number' && numberOf(test.spelling) !== null)
}

function boundsBy(test: Numeric, literal: Literal): readonly (readonly ['least' | 'most', Bound])[] {
  const { value } = test
  const bound = (isIncluded: boolean): Bound => ({ value, isIncluded, literal })
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

function isTighter(one: Bound, other: Bound, sign: 1 | -1): boolean {
  const difference = (one.value - other.value) * sign
  return difference > 0 || (one.value === other.value && !one.isIncluded && other.isIncluded)
}

/** Whole numbers at and next to either end, what lies in the middle, then the ends themselves. */
function numbersBetween(least: number, most: number, count: number): readonly number[] {
  const from = Number.isFinite(least) ? Math.ceil(least) : Number.isFinite(most) ? Math.floor(most) - count : 0
  const to = Number.isFinite(most) ? Math.floor(most) : from + count
  const steps = Array.from({ length: count }, (_, step) => step)
  const inside = Number.isFinite(least) && Number.isFinite(most) ? [(least + most) / 2] : []
  const fractions =
    Number.isFinite(least) && Number.isFinite(most)
      ? steps.map((step) => least + ((most - least) * (step + 1)) / (count + 1))
      : []
  const all = [
    ...steps.map((step) => from + step),
    ...steps.map((step) => to - step),
    ...inside,
    ...fractions,
    least,
    most,
  ]
  return [...new Set(all.filter((value) => Number.isFinite(value) && value >= least && value <= most))]
}
