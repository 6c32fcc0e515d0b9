import type { Leaf, Predicate, Rule } from '../../../sigma/index.ts'

/** What has to hold of an event: leaves that match or do not, joined by all and any. `any` of nothing cannot hold. */
export type Wanted =
  | { readonly kind: 'literal'; readonly leaf: Leaf; readonly matched: boolean }
  | { readonly kind: 'all' | 'any'; readonly children: readonly Wanted[] }

/** Cannot hold. */
export const never: Wanted = { kind: 'any', children: [] }

/** Holds of every event. */
export const always: Wanted = { kind: 'all', children: [] }

/** All of these. */
export function allOf(...children: readonly Wanted[]): Wanted {
  return joined('all', children)
}

/** One of these at least. */
export function anyOf(...children: readonly Wanted[]): Wanted {
  return joined('any', children)
}

/** In the simplest form: no join in a join of its kind, none of a single one, nothing that is decided already. */
function joined(kind: 'all' | 'any', children: readonly Wanted[]): Wanted {
  const flat = children.flatMap((child) => (child.kind === kind ? child.children : [child]))
  if (flat.some((child) => child.kind === other[kind] && child.children.length === 0))
    return kind === 'all' ? never : always
  const [only, ...rest] = flat
  return only !== undefined && rest.length === 0 ? only : { kind, children: flat }
}

/** A node's answer where it is only thought of, within the identifier of this name; null where the event decides. */
export type Thought = (node: Predicate, identifier: string | null) => boolean | null

/** The event decides everything. */
export const asItIs: Thought = () => null

/** What an event needs for the rule's condition to hold or not to hold, every negation pushed down to the leaves. */
export function conditionOf(rule: Rule, holds: boolean, thought: Thought = asItIs): Wanted {
  return wantedOf(rule.condition, holds, rule, thought, null)
}

/** The same for a node of one of the rule's identifiers. */
export function wantedOf(
  node: Predicate,
  matched: boolean,
  rule: Rule,
  thought: Thought = asItIs,
  identifier: string | null = null,
): Wanted {
  const decided = thought(node, identifier)
  if (decided !== null) return decided === matched ? always : never
  const below = (child: Predicate, wanted: boolean) => wantedOf(child, wanted, rule, thought, identifier)
  const over = (kind: 'all' | 'any', children: readonly Predicate[], wanted: boolean): Wanted =>
    joined(
      wanted ? kind : other[kind],
      children.map((child) => below(child, wanted)),
    )
  switch (node.kind) {
    case 'all':
    case 'any':
      return over(node.kind, node.children, matched)
    case 'key':
      return over(node.quantifier, node.children, matched !== node.negated)
    case 'not':
      return below(node.child, !matched)
    case 'leaf':
      return { kind: 'literal', leaf: node, matched }
    case 'identifier': {
      const found = rule.identifiers.find((each) => each.name === node.name)
      if (found === undefined) return matched ? never : always
      return wantedOf(found.predicate, matched, rule, thought, node.name)
    }
  }
}

const other = { all: 'any', any: 'all' } as const
