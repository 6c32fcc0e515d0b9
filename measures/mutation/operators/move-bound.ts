import type { Edit } from '../mutant.ts'
import type { RuleText } from '../rule-text.ts'

/** Moves the bound of a comparison, or a part of a time, by one. */
export function* moveBound({ leaves }: RuleText): Generator<Edit> {
  for (const { id, span, test } of leaves) {
    if (test.operator !== 'compare' && test.operator !== 'time') continue
    yield { node: id, variant: 'lower', span, text: String(test.value - 1) }
    yield { node: id, variant: 'higher', span, text: String(test.value + 1) }
  }
}
