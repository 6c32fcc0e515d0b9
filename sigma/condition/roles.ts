import type { Predicate } from '../predicate.ts'
import type { Role } from '../rule.ts'

/**
 * What a condition uses an identifier for: `filter` when every use stands under an odd number of `not`, whatever its
 * name (vocabulary section 1).
 */
export function roleOf(name: string, condition: Predicate): Role {
  const uses = [...usesOf(name, condition, false)]
  if (uses.length === 0) return 'unused'
  return uses.every((negated) => negated) ? 'filter' : 'selection'
}

function* usesOf(name: string, node: Predicate, negated: boolean): Generator<boolean> {
  switch (node.kind) {
    case 'identifier':
      if (node.name === name) yield negated
      return
    case 'not':
      yield* usesOf(name, node.child, !negated)
      return
    case 'all':
    case 'any':
      for (const child of node.children) yield* usesOf(name, child, negated)
      return
    case 'key':
    case 'leaf':
      return
  }
}
