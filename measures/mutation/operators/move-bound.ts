import { exactOf, movedBy } from '../../../sigma/index.ts'
import type { Edit } from '../mutant.ts'
import type { RuleText } from '../rule-text.ts'

/** Moves the bound of a comparison, or a part of a time, by one. */
export function* moveBound({ leaves }: RuleText): Generator<Edit> {
  for (const { id, span, test } of leaves) {
    if (test.operator !== 'compare' && test.operator !== 'time') continue
    const bound = test.operator === 'compare' ? exactOf(test) : test.value
    yield { node: id, variant: 'lower', span, text: String(movedBy(bound, -1)) }
    yield { node: id, variant: 'higher', span, text: String(movedBy(bound, 1)) }
  }
}
