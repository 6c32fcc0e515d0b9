import { type Fields, fieldValue, scalarsOf } from '../event.ts'
import { findsKeyword, passes } from '../operators.ts'
import type { Leaf } from '../predicate.ts'

/** Whether a leaf's value matches the event. */
export function leafMatches(leaf: Leaf, fields: Fields): boolean {
  if (leaf.field === null) return scalarsOf(fields).some((value) => findsKeyword(leaf.test, value))
  return passes(leaf.test, fieldValue(fields, leaf.field), fields)
}
