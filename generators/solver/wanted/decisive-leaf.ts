import {
  type Leaf,
  leavesOf,
  type NodeId,
  type Predicate,
  type Rule,
  type SearchIdentifier,
} from '../../../sigma/index.ts'
import { allOf, always, anyOf, asItIs, conditionOf, never, type Wanted, wantedOf } from './normal-form.ts'
import { polarityOf } from './polarity.ts'

/** A leaf of a rule with the identifier that it stands in. */
export interface PlacedLeaf {
  readonly leaf: Leaf
  readonly identifier: SearchIdentifier
}

/** The rule's leaf of this id; null when it has none. */
export function leafOf(rule: Rule, id: NodeId): PlacedLeaf | null {
  for (const identifier of rule.identifiers) {
    for (const leaf of leavesOf(identifier.predicate)) if (leaf.id === id) return { leaf, identifier }
  }
  return null
}

/**
 * The leaf answers so and its other answer alone, at every use of its identifier, flips the condition: all beside it in
 * the identifier lets it decide, and the identifier decides the condition.
 */
export function decisiveWanted(rule: Rule, { leaf, identifier }: PlacedLeaf, matched: boolean): Wanted {
  return allOf(
    { kind: 'literal', leaf, matched },
    letsDecide(identifier.predicate, leaf.id, rule) ?? never,
    identifierDecides(rule, identifier.name),
  )
}

/** What makes the rest of an identifier let the leaf decide it; null when the leaf is not below this node. */
function letsDecide(node: Predicate, id: NodeId, rule: Rule): Wanted | null {
  switch (node.kind) {
    case 'leaf':
      return node.id === id ? always : null
    case 'identifier':
      return null
    case 'not':
      return letsDecide(node.child, id, rule)
    case 'all':
    case 'any':
    case 'key': {
      const needed = node.kind === 'all' || (node.kind === 'key' && node.quantifier === 'all')
      for (const child of node.children) {
        const inside = letsDecide(child, id, rule)
        if (inside === null) continue
        const others = node.children.filter((each) => each !== child)
        return allOf(inside, ...others.map((each) => wantedOf(each, needed, rule, asItIs)))
      }
      return null
    }
  }
}

/** With one answer of the identifier the condition holds, with the other it does not. */
function identifierDecides(rule: Rule, name: string): Wanted {
  if (rule.identifiers.find((each) => each.name === name)?.role === 'unused') return never
  const when = (answer: boolean, holds: boolean) =>
    conditionOf(rule, holds, (node) => (node.kind === 'identifier' && node.name === name ? answer : null))
  const gains = allOf(when(true, true), when(false, false))
  const loses = allOf(when(true, false), when(false, true))
  // Leaving out what cannot be spares the search a proof of it.
  return { for: gains, against: loses, both: anyOf(gains, loses) }[polarityOf(rule, name)]
}
