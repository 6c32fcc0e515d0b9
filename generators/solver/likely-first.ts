import type { Leaf } from '../../sigma/index.ts'
import type { Chance } from '../chance.ts'
import type { Kind } from './kinds.ts'
import type { Wanted } from './normal-form.ts'
import { canBeRealistic } from './realistic-leaf.ts'
import type { Literal } from './theory/literal.ts'

/**
 * The order in which the ways of a choice are tried: shuffled, then first what is easiest, leaves that must not match in
 * fields from which nothing else is wanted; last, leaves that a realistic event of the kind cannot have match.
 */
export function likelyFirst(
  kind: Kind,
  chance: Chance,
): (
  children: readonly Wanted[],
  assigned: (leaf: Leaf) => boolean | undefined,
  field: (name: string | null) => readonly Literal[],
) => readonly Wanted[] {
  return (children, assigned, field) => {
    const cost = (child: Wanted): number => {
      if (child.kind !== 'literal') return child.kind === 'any' && child.children.length === 0 ? 4 : 1
      const known = assigned(child.leaf)
      if (known !== undefined) return known === child.matched ? 0 : 4
      if (child.matched) return canBeRealistic(child.leaf, kind.event) ? 0 : 3
      return field(child.leaf.field).some((literal) => literal.matched) ? 2 : 0
    }
    const costly = chance.helpers.shuffle(children).map((child) => ({ child, cost: cost(child) }))
    return [0, 1, 2, 3, 4].flatMap((wanted) => costly.filter((each) => each.cost === wanted).map(({ child }) => child))
  }
}
