import { type Exact, exactOf, type Leaf, movedBy, type Pattern, type TestOf } from '../../sigma/index.ts'
import { numberedAddress } from '../values/address.ts'
import { networkBounds } from '../values/network-edges.ts'
import type { Edge } from './goal.ts'

/** The edges that a leaf has; empty for one without: an expression, a flag, a presence, a comparison with a field. */
export function edgesOf(leaf: Leaf): readonly Edge[] {
  switch (leaf.test.operator) {
    case 'cidr':
      return (['first', 'last', 'before', 'after'] as const).filter((edge) => leafAtEdge(leaf, edge) !== null)
    case 'number':
    case 'compare':
      return ['bound', 'below', 'above']
    case 'text':
      return (['without-first', 'without-last'] as const).filter((edge) => leafAtEdge(leaf, edge) !== null)
    case 'boolean':
    case 'null':
    case 're':
    case 'exists':
    case 'fieldref':
    case 'time':
      return []
  }
}

/** A leaf that matches exactly where the field's value stands at this edge of the leaf given; null where there is no such edge. */
export function leafAtEdge(leaf: Leaf, edge: Edge): Leaf | null {
  const { test } = leaf
  switch (edge) {
    case 'first':
    case 'last':
    case 'before':
    case 'after':
      return test.operator === 'cidr' ? addressAt(leaf, test, edge) : null
    case 'bound':
      return test.operator === 'number' || test.operator === 'compare' ? numberAt(leaf, exactOf(test), edge) : null
    case 'below':
      return test.operator === 'number' || test.operator === 'compare'
        ? numberAt(leaf, movedBy(exactOf(test), -1), edge)
        : null
    case 'above':
      return test.operator === 'number' || test.operator === 'compare'
        ? numberAt(leaf, movedBy(exactOf(test), 1), edge)
        : null
    case 'without-first':
    case 'without-last':
      return test.operator === 'text' ? textAt(leaf, test, edge) : null
  }
}

/**
 * How a leaf can answer on a value at its edge. A text is there when it falls short of what the leaf wants: one that has all of
 * it has the shorter one too.
 */
export function answersAtEdge({ test }: Leaf): readonly boolean[] {
  return test.operator === 'text' ? [false] : [true, false]
}

function addressAt(leaf: Leaf, { network }: TestOf<'cidr'>, edge: 'first' | 'last' | 'before' | 'after'): Leaf | null {
  const { first, last } = networkBounds(network)
  const value = { first, last, before: first - 1n, after: last + 1n }[edge]
  const bits = network.bytes.length * 8
  if (value < 0n || value >= 1n << BigInt(bits)) return null
  const bytes = numberedAddress(value, network.family)
  return derived(leaf, edge, { operator: 'cidr', network: { family: network.family, bytes, prefix: bits } })
}

function numberAt(leaf: Leaf, value: Exact, edge: Edge): Leaf {
  return derived(leaf, edge, { operator: 'number', value: Number(value), spelling: String(value) })
}

/** The first pattern with one character of its text less; nothing to take where it is a single character. */
function textAt(leaf: Leaf, test: TestOf<'text'>, edge: 'without-first' | 'without-last'): Leaf | null {
  const [pattern = []] = test.alternatives
  const texts = pattern.flatMap((part, index) => (part.kind === 'text' ? [index] : []))
  const index = edge === 'without-first' ? texts[0] : texts.at(-1)
  const part = index === undefined ? undefined : pattern[index]
  if (part?.kind !== 'text') return null
  const points = Array.from(part.text)
  if (points.length < 2 && texts.length < 2) return null
  const text = (edge === 'without-first' ? points.slice(1) : points.slice(0, -1)).join('')
  const shorter: Pattern = pattern.flatMap((each, at) =>
    at !== index ? [each] : text === '' ? [] : [{ kind: 'text', text }],
  )
  return derived(leaf, edge, { ...test, alternatives: [shorter] })
}

function derived(leaf: Leaf, edge: Edge, test: Leaf['test']): Leaf {
  return { ...leaf, id: `${leaf.id} at ${edge}`, test }
}
