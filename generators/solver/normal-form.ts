import type { Leaf, Predicate, Rule } from '../../sigma/index.ts'
import type { Goal } from './goal.ts'

/** What has to hold of an event: leaves that match or do not, joined by all and any. `any` of nothing cannot hold. */
export type Wanted =
  | { readonly kind: 'literal'; readonly leaf: Leaf; readonly matched: boolean }
  | { readonly kind: 'all' | 'any'; readonly children: readonly Wanted[] }

const never: Wanted = { kind: 'any', children: [] }
const always: Wanted = { kind: 'all', children: [] }

/** The goal for these rules on one event, every negation pushed down to the leaves. */
export function wantedFor(rules: readonly Rule[], goal: Goal): Wanted {
  const firing = rules.map((rule) => normalForm(rule.condition, true, rule, () => false))
  switch (goal.kind) {
    case 'fires':
      return { kind: 'all', children: firing }
    case 'fires-via': {
      const without = rules.map((rule) => normalForm(rule.condition, false, rule, belongsTo(goal.part, rule)))
      return { kind: 'all', children: [...firing, ...without] }
    }
  }
}

/** Whether a node is what forcing a part false sets: the identifier itself, or a field's keys outside of filters. */
function belongsTo(part: string, rule: Rule): (node: Predicate, identifier: string | null) => boolean {
  const identifiers = new Set(rule.identifiers.map((identifier) => identifier.name))
  if (identifiers.has(part)) return (node) => node.kind === 'identifier' && node.name === part
  const filters = new Set(rule.identifiers.filter((each) => each.role === 'filter').map((each) => each.name))
  return (node, identifier) =>
    (node.kind === 'key' || node.kind === 'leaf') && node.field === part && !filters.has(identifier ?? '')
}

function normalForm(
  node: Predicate,
  matched: boolean,
  rule: Rule,
  isForcedFalse: (node: Predicate, identifier: string | null) => boolean,
  identifier: string | null = null,
): Wanted {
  if (isForcedFalse(node, identifier)) return matched ? never : always
  const below = (child: Predicate, wanted: boolean) => normalForm(child, wanted, rule, isForcedFalse, identifier)
  const joined = (kind: 'all' | 'any', children: readonly Predicate[], wanted: boolean): Wanted => ({
    kind: wanted ? kind : other[kind],
    children: children.map((child) => below(child, wanted)),
  })
  switch (node.kind) {
    case 'all':
    case 'any':
      return joined(node.kind, node.children, matched)
    case 'key':
      return joined(node.quantifier, node.children, matched !== node.negated)
    case 'not':
      return below(node.child, !matched)
    case 'leaf':
      return { kind: 'literal', leaf: node, matched }
    case 'identifier': {
      const found = rule.identifiers.find((each) => each.name === node.name)
      if (found === undefined) return matched ? never : always
      return normalForm(found.predicate, matched, rule, isForcedFalse, node.name)
    }
  }
}

const other = { all: 'any', any: 'all' } as const
