import type { Key, Leaf, Predicate } from '../predicate.ts'
import type { SearchIdentifier } from '../rule.ts'

/** The event ids that an event can have at a place of a rule; null for any. */
export type PinnedIds = ReadonlySet<string> | null

/** A rule's searches by name, for the places where a condition refers to them. */
export type Searches = ReadonlyMap<string, Predicate>

/** The searches of a rule or filter by name. */
export function searchesOf(identifiers: readonly SearchIdentifier[]): Searches {
  return new Map(identifiers.map(({ name, predicate }) => [name, predicate]))
}

/**
 * The ids to which a predicate pins the events that it matches: `EventID: 4624` in every way to match it. What stands
 * under a `not` pins nothing.
 */
export function pinnedIds(node: Predicate, searches: Searches): PinnedIds {
  switch (node.kind) {
    case 'all':
      return inAll(node.children.map((child) => pinnedIds(child, searches)))
    case 'any':
      return inAny(node.children.map((child) => pinnedIds(child, searches)))
    case 'identifier': {
      const search = searches.get(node.name)
      return search === undefined ? null : pinnedIds(search, searches)
    }
    case 'key': {
      if (node.negated) return null
      const ids = node.children.map(idsOf)
      return node.quantifier === 'all' ? inAll(ids) : inAny(ids)
    }
    case 'leaf':
      return idsOf(node)
    case 'not':
      return null
  }
}

/** Calls `visit` with each key and the ids of the events for which the rest of the rule lets the key have a say. */
export function visitKeys(
  node: Predicate,
  searches: Searches,
  pinned: PinnedIds,
  visit: (key: Key, pinned: PinnedIds) => void,
): void {
  switch (node.kind) {
    case 'all': {
      const own = inAll([pinned, ...node.children.map((child) => pinnedIds(child, searches))])
      for (const child of node.children) visitKeys(child, searches, own, visit)
      return
    }
    case 'any':
      for (const child of node.children) visitKeys(child, searches, pinned, visit)
      return
    case 'identifier': {
      const search = searches.get(node.name)
      if (search !== undefined) visitKeys(search, searches, pinned, visit)
      return
    }
    case 'not':
      visitKeys(node.child, searches, pinned, visit)
      return
    case 'key':
      visit(node, pinned)
      return
    case 'leaf':
      return
  }
}

/** The ids that both leave. */
export function both(one: PinnedIds, other: PinnedIds): PinnedIds {
  return one === null || other === null ? (one ?? other) : new Set([...one].filter((id) => other.has(id)))
}

function inAll(sets: readonly PinnedIds[]): PinnedIds {
  return sets.reduce(both, null)
}

function inAny(sets: readonly PinnedIds[]): PinnedIds {
  const known = sets.filter((set) => set !== null)
  return known.length === 0 || known.length < sets.length ? null : new Set(known.flatMap((set) => [...set]))
}

function idsOf({ field, test }: Leaf): PinnedIds {
  if (field?.replaceAll(' ', '') !== 'EventID') return null
  if (test.operator === 'number') return new Set([String(test.value)])
  if (test.operator !== 'text' || test.anchor !== 'equals') return null
  return inAny(
    test.alternatives.map(([part, ...rest]) =>
      part?.kind === 'text' && rest.length === 0 && /^\d+$/.test(part.text) ? new Set([part.text]) : null,
    ),
  )
}
