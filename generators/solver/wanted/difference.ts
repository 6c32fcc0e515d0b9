import type { Leaf } from '../../../sigma/index.ts'
import { allOf, anyOf, never, type Wanted } from './normal-form.ts'

/**
 * What an event needs to have the first and none of the others, with all that they share said only once. Rules that are
 * nearly the same differ where what they do not share decides; asked for as it stands, the search would have to find out
 * how much they have in common.
 */
export function onlyTheFirst(first: Wanted, others: readonly Wanted[]): Wanted {
  const parts = registryOfParts()
  const one = parts.shared(first)
  return allOf(one, ...others.map((other) => difference(one, parts.shared(other), parts)))
}

function difference(one: Wanted, other: Wanted, parts: PartRegistry): Wanted {
  if (parts.numberOf(one) === parts.numberOf(other)) return never
  if (one.kind === 'literal' || other.kind === 'literal' || one.kind !== other.kind) return allOf(one, opposite(other))
  const theirs = new Set(other.children.map((child) => parts.numberOf(child)))
  const ours = new Set(one.children.map((child) => parts.numberOf(child)))
  const both = one.children.filter((child) => theirs.has(parts.numberOf(child)))
  const left = one.children.filter((child) => !theirs.has(parts.numberOf(child)))
  const right = other.children.filter((child) => !ours.has(parts.numberOf(child)))
  const isPaired = left.length === right.length
  const beside = (index: number) => {
    const others = (one.kind === 'all' ? left : right).filter((_, each) => each !== index)
    return one.kind === 'all' ? others : others.map(opposite)
  }
  const apart = isPaired
    ? anyOf(...left.map((child, index) => allOf(difference(child, right[index] ?? never, parts), ...beside(index))))
    : allOf(joinedAs(one.kind, left), opposite(joinedAs(one.kind, right)))
  return allOf(...(one.kind === 'all' ? both : both.map(opposite)), apart)
}

const twins = new WeakMap<Leaf, Leaf>()

/**
 * The same with a leaf of its own in the place of each of these. What a search learns of how two rules differ one way is then
 * no part of the other way, so that an event does not hang on whether a rule was read again or changed in place.
 */
export function withTwins(wanted: Wanted, leaves: ReadonlySet<Leaf>): Wanted {
  if (wanted.kind !== 'literal') {
    return { kind: wanted.kind, children: wanted.children.map((child) => withTwins(child, leaves)) }
  }
  return leaves.has(wanted.leaf) ? { ...wanted, leaf: twinOf(wanted.leaf) } : wanted
}

function twinOf(leaf: Leaf): Leaf {
  const twin = twins.get(leaf) ?? { ...leaf }
  twins.set(leaf, twin)
  return twin
}

function joinedAs(kind: 'all' | 'any', children: readonly Wanted[]): Wanted {
  return kind === 'all' ? allOf(...children) : anyOf(...children)
}

/** What an event needs not to have what is wanted. */
function opposite(wanted: Wanted): Wanted {
  if (wanted.kind === 'literal') return { ...wanted, matched: !wanted.matched }
  return joinedAs(wanted.kind === 'all' ? 'any' : 'all', wanted.children.map(opposite))
}

const contents = new WeakMap<Leaf, string>()

/** What a leaf asks of an event, the same for equal ones. Most leaves stand in many rules that are compared. */
function contentOf(leaf: Leaf): string {
  const content = contents.get(leaf) ?? JSON.stringify([leaf.field, leaf.test])
  contents.set(leaf, content)
  return content
}

/** Numbers for what is wanted: equal parts have equal numbers, in whatever order their own parts stand. */
interface PartRegistry {
  readonly numberOf: (wanted: Wanted) => number
  /** The same with one leaf for all equal ones. */
  readonly shared: (wanted: Wanted) => Wanted
}

function registryOfParts(): PartRegistry {
  const leaves = new Map<string, Leaf>()
  const sharedLeaves = new Map<Leaf, Leaf>()
  const leafNumbers = new Map<Leaf, number>()
  const numbers = new Map<string, number>()
  const known = new Map<Wanted, number>()

  function sharedLeaf(leaf: Leaf): Leaf {
    const known = sharedLeaves.get(leaf)
    if (known !== undefined) return known
    const content = contentOf(leaf)
    const first = leaves.get(content) ?? leaf
    leaves.set(content, first)
    sharedLeaves.set(leaf, first)
    return first
  }

  function shared(wanted: Wanted): Wanted {
    return wanted.kind === 'literal'
      ? { ...wanted, leaf: sharedLeaf(wanted.leaf) }
      : { kind: wanted.kind, children: wanted.children.map(shared) }
  }

  function numberOf(wanted: Wanted): number {
    const own = known.get(wanted)
    if (own !== undefined) return own
    const content =
      wanted.kind === 'literal'
        ? `${wanted.matched} ${numberOfLeaf(sharedLeaf(wanted.leaf))}`
        : `${wanted.kind} ${wanted.children.map(numberOf).sort((a, b) => a - b)}`
    const number = numbers.get(content) ?? numbers.size
    numbers.set(content, number)
    known.set(wanted, number)
    return number
  }

  function numberOfLeaf(leaf: Leaf): number {
    const number = leafNumbers.get(leaf) ?? leafNumbers.size
    leafNumbers.set(leaf, number)
    return number
  }

  return { numberOf, shared }
}
