import type { Comparison } from '../rule/predicate.ts'
import { type Exact, isSame } from '../values/exact-number.ts'

/** How two numbers compare. */
export const comparisons: Readonly<Record<Comparison | 'eq', (actual: Exact, wanted: Exact) => boolean>> = {
  eq: isSame,
  lt: (actual, wanted) => actual < wanted,
  lte: (actual, wanted) => actual <= wanted,
  gt: (actual, wanted) => actual > wanted,
  gte: (actual, wanted) => actual >= wanted,
}
