import type { Edit } from '../mutant.ts'
import { respelled } from '../respelled.ts'
import type { RuleText } from '../rule-text.ts'
import { isWildcard, joinedUnits, unitsOf } from './units.ts'

/** Leaves out one `*` or `?` of a text. */
export function* dropWildcard({ leaves, source, scalarAt }: RuleText): Generator<Edit> {
  for (const { id, span, test } of leaves) {
    const value = test.operator === 'text' ? scalarAt(span) : undefined
    if (typeof value?.value !== 'string') continue
    const units = unitsOf(value.text)
    let count = 0
    for (const [index, unit] of units.entries()) {
      if (!isWildcard(unit)) continue
      count += 1
      yield {
        node: id,
        variant: String(count),
        ...respelled(source, span, joinedUnits(units.slice(0, index), units.slice(index + 1))),
      }
    }
  }
}
