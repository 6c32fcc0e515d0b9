import type { Span } from '../source.ts'

/**
 * Names a node by content, never by position: `selection/Image|endswith/\pwsh.exe`, `condition/0/1`.
 * Reordering a list keeps ids; editing a value retires one and makes one.
 */
export type NodeId = string

interface Node {
  readonly id: NodeId
  readonly span: Span
}

/** Every child matches: `and`, `all of`, the entries of a map. */
export interface All extends Node {
  readonly kind: 'all'
  readonly children: readonly Predicate[]
}

/** Some child matches: `or`, `1 of`, the elements of a list. */
export interface Any extends Node {
  readonly kind: 'any'
  readonly children: readonly Predicate[]
}

/** The child does not match: `not`. */
export interface Not extends Node {
  readonly kind: 'not'
  readonly child: Predicate
}

/** One use of a search identifier in the condition. The identifier itself is compiled once, in `Rule.identifiers`. */
export interface Reference extends Node {
  readonly kind: 'identifier'
  readonly name: string
}

/** A map entry `field|modifiers: values`: the key with all its leaves. `negated` is the modifier `neq`. */
export interface Key extends Node {
  readonly kind: 'key'
  /** As events name it, without spaces; null for a keyword entry such as `'|all'`. */
  readonly field: string | null
  /** The field as the rule's author wrote it. */
  readonly fieldText: string | null
  readonly quantifier: 'any' | 'all'
  readonly negated: boolean
  readonly children: readonly Leaf[]
}

/** One value as written. What windash, base64offset or a placeholder expands to are alternatives inside the leaf. */
export interface Leaf extends Node {
  readonly kind: 'leaf'
  /** As events name it, without spaces; null for a keyword. */
  readonly field: string | null
  /** The field as the rule's author wrote it. */
  readonly fieldText: string | null
  /** The value as the rule's author wrote it, YAML quoting removed; numbers in their own spelling. */
  readonly written: string
  readonly modifiers: readonly string[]
  readonly test: Test
}

/** The compiled tree of a rule: plain data, so that it can be printed, covered, solved and mutated. */
export type Predicate = All | Any | Not | Reference | Key | Leaf

/** Where a wanted text has to stand in the actual one. */
export type Anchor = 'equals' | 'contains' | 'startswith' | 'endswith'

export type Comparison = 'lt' | 'lte' | 'gt' | 'gte'

export type TimePart = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'

/** What each operator needs to compare an event's value: the operands of a {@link Test}. */
export interface Operands {
  /** `anchor` is the operator as written; the wildcards it stands for are already in the patterns. */
  readonly text: { readonly anchor: Anchor; readonly cased: boolean; readonly alternatives: readonly Pattern[] }
  /** `spelling` is the source text of the number: it matches an equal text too, and has the digits that a double loses. */
  readonly number: { readonly value: number; readonly spelling: string }
  readonly boolean: { readonly value: boolean }
  readonly null: unknown
  readonly re: { readonly alternatives: readonly Regex[] }
  readonly cidr: { readonly network: Network }
  readonly exists: { readonly value: boolean }
  readonly fieldref: { readonly anchor: Anchor; readonly cased: boolean; readonly field: string }
  readonly compare: { readonly comparison: Comparison; readonly value: number; readonly spelling: string }
  readonly time: { readonly part: TimePart; readonly comparison: Comparison | 'eq'; readonly value: number }
}

export type Operator = keyof Operands

/** The tests of some operators; every table over operators is typed by it. */
export type TestOf<Some extends Operator> = { [Each in Some]: { readonly operator: Each } & Operands[Each] }[Some]

/** How a leaf compares the event's value with its own. */
export type Test = TestOf<Operator>

/** A parsed Sigma string: literal text and wildcards, escapes resolved. */
export type Pattern = readonly PatternPart[]

export type PatternPart =
  | { readonly kind: 'text'; readonly text: string }
  /** `*`: any run of characters, none and line feeds included. */
  | { readonly kind: 'any-run' }
  /** `?`: exactly one code point. */
  | { readonly kind: 'any-one' }
  /** One of these characters: what `windash` makes of a dash. */
  | { readonly kind: 'one-of'; readonly characters: string }

/** A regular expression in the flavour of semantics 4.4, the leading inline flags lifted out. */
export interface Regex {
  readonly pattern: string
  readonly ignoreCase: boolean
  readonly multiline: boolean
  readonly dotAll: boolean
}

/** An IP network without host bits; a bare address has the full prefix. */
export interface Network {
  readonly family: 'ipv4' | 'ipv6'
  /** The first address, 4 or 16 bytes. */
  readonly bytes: readonly number[]
  readonly prefix: number
}

/** The children of a node, none for a leaf or a reference. */
export function childrenOf(node: Predicate): readonly Predicate[] {
  switch (node.kind) {
    case 'all':
    case 'any':
    case 'key':
      return node.children
    case 'not':
      return [node.child]
    case 'identifier':
    case 'leaf':
      return []
  }
}

/** The node and everything below it, in the order written. */
export function* nodesOf(node: Predicate): Generator<Predicate> {
  yield node
  for (const child of childrenOf(node)) yield* nodesOf(child)
}

/** The leaves below a node, in the order written. */
export function* leavesOf(node: Predicate): Generator<Leaf> {
  for (const each of nodesOf(node)) if (each.kind === 'leaf') yield each
}
