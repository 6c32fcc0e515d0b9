import { exactOf, movedBy } from '../../../sigma/index.ts'
import type { Edit } from '../mutant.ts'
import type { MutatedValue } from './mutated-value.ts'

/** Moves the bound of a comparison, or a part of a time, by one. */
export function* moveBound({ leaf: { id, span }, test }: MutatedValue<'compare' | 'time'>): Generator<Edit> {
  const bound = test.operator === 'compare' ? exactOf(test) : test.value
  yield { node: id, variant: 'lower', span, text: String(movedBy(bound, -1)) }
  yield { node: id, variant: 'higher', span, text: String(movedBy(bound, 1)) }
}
