import type { Span } from '../source.ts'

/** A YAML node with the stretch of text that spells it: quotes and block indicators included, tags and anchors not. */
export type YamlNode = YamlScalar | YamlList | YamlMap

export interface YamlScalar {
  readonly kind: 'scalar'
  /** By the core schema of YAML 1.2: dates and `yes` are strings. */
  readonly value: string | number | boolean | null
  /** As written, with quoting and folding undone: `0x10`, `True`, `~`. */
  readonly text: string
  /** Written without quotes, block or tag, so that the schema decides what it is. */
  readonly isPlain: boolean
  readonly span: Span
}

export interface YamlList {
  readonly kind: 'list'
  readonly items: readonly YamlNode[]
  readonly span: Span
}

export interface YamlMap {
  readonly kind: 'map'
  /** In the order written, merged entries last. Keys are unique. */
  readonly entries: readonly YamlEntry[]
  readonly span: Span
}

export interface YamlEntry {
  /** The key's text, whatever type YAML would give it. */
  readonly key: string
  readonly keySpan: Span
  readonly value: YamlNode
  /** From the key to the end of the value. */
  readonly span: Span
}

/** One document of a stream, null documents left out. */
export interface YamlDocument {
  readonly root: YamlNode
  /** Everything between the markers around it, comments included. */
  readonly span: Span
}

/** The value of a key of a map; undefined when the node is no map or has no such key. */
export function entryOf(node: YamlNode, key: string): YamlEntry | undefined {
  return node.kind === 'map' ? node.entries.find((entry) => entry.key === key) : undefined
}

/** Where a node begins: what is missing in it is told there. */
export function startOf({ span }: YamlNode): Span {
  return { ...span, end: span.start }
}
