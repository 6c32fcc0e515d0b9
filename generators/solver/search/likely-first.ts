import type { Leaf } from '../../../sigma/index.ts'
import type { Chance } from '../../chance.ts'
import type { Kind } from '../kinds/kinds.ts'
import type { Literal } from '../theory/literal.ts'
import type { Wanted } from '../wanted/normal-form.ts'
import { canBeRealistic } from './realistic-leaf.ts'

/**
 * The order in which the ways of a choice are tried: shuffled where there is chance, then first what is easiest. That is leaves that must not
 * match, most of all in fields from which nothing else is wanted; later those that ask a field for one thing more; last,
 * leaves that a realistic event of the kind cannot have match.
 */
export function likelyFirst(
  kind: Kind,
  chance: Chance | null,
): (
  children: readonly Wanted[],
  assigned: (leaf: Leaf) => boolean | undefined,
  field: (name: string | null) => readonly Literal[],
) => readonly Wanted[] {
  return (children, assigned, field) => {
    const cost = (child: Wanted): number => {
      if (child.kind !== 'literal') return costOfJoin(child.kind, child.children.slice(0, mostLookedAt).map(cost))
      const known = assigned(child.leaf)
      if (known !== undefined) return known === child.matched ? 0 : 5
      const isWanted = field(child.leaf.field).some((literal) => literal.matched)
      if (!child.matched) return isWanted ? 1 : 0
      if (!canBeRealistic(child.leaf, kind.event)) return 4
      return isWanted ? 3 : 1
    }
    const costly = (chance?.helpers.shuffle(children) ?? children).map((child) => ({ child, cost: cost(child) }))
    return [0, 1, 2, 3, 4, 5].flatMap((wanted) =>
      costly.filter((each) => each.cost === wanted).map(({ child }) => child),
    )
  }
}

/** Of a long list the first few tell enough. */
const mostLookedAt = 8

/** All of them cost as much as the dearest, and any as much as the cheapest; a join is never cheaper than a leaf. */
function costOfJoin(kind: 'all' | 'any', costs: readonly number[]): number {
  if (costs.length === 0) return kind === 'all' ? 0 : 5
  return kind === 'all' ? Math.max(1, ...costs) : Math.max(1, Math.min(...costs))
}
