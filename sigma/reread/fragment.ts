import { isDeepStrictEqual } from 'node:util'
import type { Source, Span } from '../source.ts'
import type { YamlEntry, YamlMap, YamlNode } from '../yaml/node.ts'
import { readYaml } from '../yaml/read-yaml.ts'

/** One stretch of a file's text, and what stands there instead. */
export interface TextEdit {
  readonly span: Span
  readonly text: string
}

/** An entry of a map in block style, with the lines it has to itself: what can be read without the rest of its file. */
export interface Fragment {
  readonly entry: YamlEntry
  /** Whether an edit changes these lines and no others. */
  readonly holds: (edit: TextEdit) => boolean
  /** The entry as it is after an edit that it holds; null where it is not certain that the file would say the same. */
  readonly read: (edit: TextEdit) => YamlEntry | null
}

/** The entries of a map as fragments; none of a map in flow style. */
export function fragmentsOf(map: YamlNode, source: Source): readonly Fragment[] {
  if (map.kind !== 'map' || source.text[map.span.start] === '{') return []
  return map.entries.map((entry) => fragmentOf(entry, map, source))
}

/**
 * A YAML parser that comes to a block entry knows of what stood before nothing but the column, as long as no anchor is
 * there; and the entry ends with its lines, because the next one is indented no deeper.
 */
function fragmentOf(entry: YamlEntry, map: YamlMap, source: Source): Fragment {
  const { start } = entry.span
  const end = endOfLines(source.text, entry.span.end)
  const column = start - (source.text.lastIndexOf('\n', start - 1) + 1)
  const read = (edit: TextEdit | null): YamlEntry | null => {
    const own = edit === null ? source.text.slice(start, end) : editedStretch(source.text, start, end, edit)
    // Without its line feed it would go on in the next line.
    if (!own.endsWith('\n') && end < source.text.length) return null
    // What stands after the end of a document is read as another one, of which this one does not know.
    if (/^(?:---|\.\.\.)/m.test(own)) return null
    const { documents, problems } = readYaml({ path: source.path, text: ' '.repeat(column) + own })
    const [first, ...others] = documents
    if (first?.root.kind !== 'map' || others.length > 0 || problems.length > 0) return null
    const [found, ...more] = first.root.entries
    // One that is indented otherwise belongs to another map.
    return found?.span.start !== column || more.length > 0 ? null : movedEntry(found, start - column)
  }
  let isAlone: boolean | undefined
  return {
    entry,
    holds: ({ span }) => start <= span.start && span.start < end && span.end <= end,
    read: (edit) => {
      isAlone ??= map.entries.includes(entry) && isDeepStrictEqual(read(null), entry)
      return isAlone ? read(edit) : null
    },
  }
}

/** Where the next line begins that holds more than a comment. */
function endOfLines(text: string, from: number): number {
  const rest = /(?:[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\n)*|[^\n]*$)/y
  rest.lastIndex = from
  return from + (rest.exec(text)?.[0].length ?? 0)
}

/** A stretch of a text after an edit within it. */
export function editedStretch(text: string, start: number, end: number, edit: TextEdit): string {
  return text.slice(start, edit.span.start) + edit.text + text.slice(edit.span.end, end)
}

function movedEntry({ key, keySpan, value, span }: YamlEntry, by: number): YamlEntry {
  return { key, keySpan: movedSpan(keySpan, by), value: movedNode(value, by), span: movedSpan(span, by) }
}

/** A node as it is where its text stands so much further on. */
export function movedNode<Node extends YamlNode>(node: Node, by: number): Node
export function movedNode(node: YamlNode, by: number): YamlNode {
  const span = movedSpan(node.span, by)
  switch (node.kind) {
    case 'scalar':
      return { ...node, span }
    case 'list':
      return { ...node, items: node.items.map((item) => movedNode(item, by)), span }
    case 'map':
      return { ...node, entries: node.entries.map((entry) => movedEntry(entry, by)), span }
  }
}

function movedSpan({ path, start, end }: Span, by: number): Span {
  return { path, start: start + by, end: end + by }
}

/** Whether two nodes differ in their places alone. */
export function isAlike(one: YamlNode, other: YamlNode): boolean {
  switch (one.kind) {
    case 'scalar':
      return other.kind === 'scalar' && one.value === other.value && one.text === other.text
    case 'list':
      return other.kind === 'list' && areAlike(one.items, other.items)
    case 'map': {
      if (other.kind !== 'map' || one.entries.some(({ key }, at) => key !== other.entries[at]?.key)) return false
      const [values, others] = [one, other].map(({ entries }) => entries.map(({ value }) => value))
      return areAlike(values ?? [], others ?? [])
    }
  }
}

function areAlike(some: readonly YamlNode[], others: readonly YamlNode[]): boolean {
  return some.length === others.length && some.every((node, at) => isAlikeAt(node, others[at]))
}

function isAlikeAt(node: YamlNode, other: YamlNode | undefined): boolean {
  return other !== undefined && isAlike(node, other)
}
