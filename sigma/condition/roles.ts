import type { Predicate } from '../predicate.ts'
import type { Role } from '../rule.ts'

/**
 * What a condition uses an identifier for: `filter` when every use stands under an odd number of `not`, whatever its
 * name (vocabulary section 1).
 */
export function roleOf(name: string, condition: Predicate): Role {
  const uses: boolean[] = []
  addUses(name, condition, false, uses)
  if (uses.length === 0) return 'unused'
  return uses.every((negated) => negated) ? 'filter' : 'selection'
}

/** Adds for each use whether it stands under an odd number of `not`. */
function addUses(name: string, node: Predicate, negated: boolean, uses: boolean[]): void {
  switch (node.kind) {
    case 'identifier':
      if (node.name === name) uses.push(negated)
      return
    case 'not':
      addUses(name, node.child, !negated, uses)
      return
    case 'all':
    case 'any':
      for (const child of node.children) addUses(name, child, negated, uses)
      return
    case 'key':
    case 'leaf':
      return
  }
}
