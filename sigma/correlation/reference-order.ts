import type { RuleKey } from '../rule/rule.ts'

/** Correlations in an order in which each comes after those it refers to, and those for which there is none. */
export interface ReferenceOrder {
  readonly ordered: readonly RuleKey[]
  /** Correlations in a cycle, each with the shortest way back to itself, both ends included. */
  readonly cycles: ReadonlyMap<RuleKey, readonly RuleKey[]>
  /** Correlations that lead into a cycle without being part of it. */
  readonly blocked: readonly RuleKey[]
}

type Graph = ReadonlyMap<RuleKey, readonly RuleKey[]>

/** Beyond this many correlations in one cycle the ways back are not looked for: each takes a walk through all of them. */
const searchedCycle = 100

/** Orders correlations by what they refer to; `references` may name rules that are no correlations. Takes any depth. */
export function orderByReference(references: Graph): ReferenceOrder {
  const graph: Graph = new Map(
    [...references].map(([key, targets]) => [key, [...new Set(targets)].filter((target) => references.has(target))]),
  )
  const ordered = withoutCycles(graph)
  const done = new Set(ordered)
  const rest: Graph = new Map([...graph].filter(([key]) => !done.has(key)))
  const ways = componentsOf(rest).flatMap((component) => {
    const inside = new Set(component)
    const within: Graph = new Map(
      component.map((key) => [key, (rest.get(key) ?? []).filter((next) => inside.has(next))]),
    )
    return component.map((key) => [key, wayBack(key, within)] as const)
  })
  const wayOf = new Map(ways)
  const cycles = [...rest.keys()].flatMap((key) => {
    const way = wayOf.get(key) ?? null
    return way === null ? [] : [[key, way] as const]
  })
  const cyclic = new Map(cycles)
  return { ordered, cycles: cyclic, blocked: [...rest.keys()].filter((key) => !cyclic.has(key)) }
}

/** Takes away, again and again, what refers to nothing that is left. */
function withoutCycles(graph: Graph): readonly RuleKey[] {
  const open = new Map([...graph].map(([key, targets]) => [key, targets.length]))
  const referring = reversed(graph)
  const ordered = [...graph.keys()].filter((key) => open.get(key) === 0)
  for (const key of ordered) {
    for (const next of referring.get(key) ?? []) {
      const left = (open.get(next) ?? 0) - 1
      open.set(next, left)
      if (left === 0) ordered.push(next)
    }
  }
  return ordered
}

/** Sets of keys that all lead to each other (Kosaraju): walked backwards in the order in which walks forwards ended last. */
function componentsOf(graph: Graph): readonly (readonly RuleKey[])[] {
  const seen = new Set<RuleKey>()
  const ended = [...graph.keys()].flatMap((key) => walk(key, graph, seen))
  const assigned = new Set<RuleKey>()
  const backwards = reversed(graph)
  return ended.toReversed().flatMap((key) => (assigned.has(key) ? [] : [walk(key, backwards, assigned)]))
}

/** What a key leads to and is not seen yet, itself included, in the order in which the walk leaves it. */
function walk(start: RuleKey, graph: Graph, seen: Set<RuleKey>): readonly RuleKey[] {
  if (seen.has(start)) return []
  seen.add(start)
  const left: RuleKey[] = []
  const open = [{ key: start, next: 0 }]
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const target = graph.get(top.key)?.[top.next]
    top.next += 1
    if (target === undefined) {
      left.push(top.key)
      open.pop()
    } else if (graph.has(target) && !seen.has(target)) {
      seen.add(target)
      open.push({ key: target, next: 0 })
    }
  }
  return left
}

function reversed(graph: Graph): Graph {
  const back = new Map<RuleKey, RuleKey[]>([...graph.keys()].map((key) => [key, []]))
  for (const [key, targets] of graph) for (const target of targets) back.get(target)?.push(key)
  return back
}

/** The shortest way from a key back to itself; null when there is none. */
function wayBack(start: RuleKey, graph: Graph): readonly RuleKey[] | null {
  const [first] = graph.get(start) ?? []
  if (first === undefined) return null
  if (graph.size > searchedCycle) return [start, first, '...', start]
  const from = new Map<RuleKey, RuleKey>()
  const reached = [start]
  for (const key of reached) {
    for (const next of graph.get(key) ?? []) {
      if (next === start) return [...wayTo(key, start, from), start]
      if (from.has(next)) continue
      from.set(next, key)
      reached.push(next)
    }
  }
  return null
}

function wayTo(end: RuleKey, start: RuleKey, from: ReadonlyMap<RuleKey, RuleKey>): readonly RuleKey[] {
  const way = [end]
  for (let key = end; key !== start; ) {
    key = from.get(key) ?? start
    way.push(key)
  }
  return way.toReversed()
}
