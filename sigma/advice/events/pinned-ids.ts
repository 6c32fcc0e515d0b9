import type { Key, Leaf, Predicate } from '../../rule/predicate.ts'
import type { SearchIdentifier } from '../../rule/rule.ts'

/** The event ids that an event can have at an entry of a rule; null for any. */
export type PinnedIds = ReadonlySet<string> | null

/** The searches of a rule or filter by name, each with the ids that it pins: a condition may name one many times. */
export type Searches = ReadonlyMap<string, { readonly predicate: Predicate; readonly pinned: PinnedIds }>

/** Looks the searches over, once each. */
export function searchesOf(identifiers: readonly SearchIdentifier[]): Searches {
  const none: Searches = new Map()
  return new Map(identifiers.map(({ name, predicate }) => [name, { predicate, pinned: pinnedIds(predicate, none) }]))
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
    case 'identifier':
      return searches.get(node.name)?.pinned ?? null
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

/**
 * Calls `visit` with each key of the searches that the condition uses, and the ids of the events for which the rest of the
 * rule lets the key have a say; once for the same ids.
 */
export function visitKeys(
  condition: Predicate,
  searches: Searches,
  pinned: PinnedIds,
  visit: (key: Key, pinned: PinnedIds) => void,
): void {
  const seen = new Set<string>()

  function below(node: Predicate, ids: PinnedIds): void {
    switch (node.kind) {
      case 'all': {
        const own = inAll([ids, ...node.children.map((child) => pinnedIds(child, searches))])
        for (const child of node.children) below(child, own)
        return
      }
      case 'any':
        for (const child of node.children) below(child, ids)
        return
      case 'identifier': {
        const search = searches.get(node.name)
        const use = JSON.stringify([node.name, ids === null ? null : [...ids]])
        if (search === undefined || seen.has(use)) return
        seen.add(use)
        below(search.predicate, ids)
        return
      }
      case 'not':
        below(node.child, ids)
        return
      case 'key':
        visit(node, ids)
        return
      case 'leaf':
        return
    }
  }

  below(condition, pinned)
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
