import type { Predicate } from '../rule/predicate.ts'
import type { Role } from '../rule/rule.ts'

/**
 * What a condition uses identifiers for: `filter` when every use stands under an odd number of `not`, whatever its name
 * (vocabulary section 1). One that is not in the map is `unused`.
 */
export function rolesIn(condition: Predicate): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>()
  addRoles(condition, false, roles)
  return roles
}

function addRoles(node: Predicate, negated: boolean, roles: Map<string, Role>): void {
  switch (node.kind) {
    case 'identifier':
      if (!negated) roles.set(node.name, 'selection')
      else if (!roles.has(node.name)) roles.set(node.name, 'filter')
      return
    case 'not':
      addRoles(node.child, !negated, roles)
      return
    case 'all':
    case 'any':
      for (const child of node.children) addRoles(child, negated, roles)
      return
    case 'key':
    case 'leaf':
      return
  }
}
