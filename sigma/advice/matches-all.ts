import { matchesAll, matchesPresent } from '../problems/advice.ts'
import type { Problem } from '../problems/problem.ts'
import type { Leaf } from '../rule/predicate.ts'
import { isLoneStar } from '../values/pattern.ts'
import { fieldIn } from './events/known-events-of.ts'
import type { FieldEntry } from './field-entries.ts'

/** A value that every present value matches (W-MATCHES-ALL); a note where presence is something to ask for. */
export function adviceOnMatchingAll({ key, field, events }: FieldEntry): readonly Problem[] {
  return key.children.filter(matchesEverything).map(({ span, written }) => {
    const known = events === null ? [] : fieldIn(events, field)
    const isAlwaysThere = known.length === events?.length && known.every((each) => each.isAlwaysThere)
    return isAlwaysThere ? matchesAll(span, field, written) : matchesPresent(span, field, written)
  })
}

/** An expression that finds the empty text wherever it looks. */
const anything = /^\^?(?:\.\*\??|\(\.\*\??\)|\(\?:\.\*\??\))?\$?$/

function matchesEverything({ test }: Leaf): boolean {
  if (test.operator === 'text') return test.alternatives.some(isLoneStar)
  return test.operator === 're' && test.alternatives.some(({ pattern }) => anything.test(pattern))
}
