import type { Key, Leaf, NodeId, Predicate } from '../predicate.ts'
import {
  controlCharacter,
  detectionEmpty,
  emptyList,
  escapedWildcard,
  keywordNeedsField,
  notScalar,
  nullInList,
} from '../problems/detection.ts'
import {
  allOfOne,
  allWithoutContains,
  existsValue,
  offsetWithoutContains,
  utf16WithoutBase64,
  windashWithAll,
} from '../problems/modifier.ts'
import { remarkOnYaml11 } from '../read/remark-on-yaml11.ts'
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '../yaml/node.ts'
import { readingOf11 } from '../yaml/yaml11.ts'
import { type Compilation, compileValue } from './compile-value.ts'
import { type FieldKey, readFieldKey } from './field-key.ts'
import { childId, childIds, rootId } from './node-id.ts'

/** Compiles the value of a search identifier (semantics section 2). Null after a problem. */
export function compileDetection(value: YamlNode, compilation: Compilation): Predicate | null {
  const root = rootId(compilation.identifier)
  const isOneNode = value.kind === 'scalar' || (value.kind === 'map' && value.entries.length === 1)
  return compileNode(value, isOneNode ? childId(root, nameOf(value)) : root, compilation)
}

/** `id` names the node that comes of it: for a map of one entry that is the entry's key. */
function compileNode(node: YamlNode, id: NodeId, compilation: Compilation): Predicate | null {
  switch (node.kind) {
    case 'scalar':
      return compileKeyword(node, id, compilation)
    case 'map':
      return compileMap(node, id, compilation)
    case 'list': {
      if (node.items.length === 0) return refuseEmpty(node, compilation)
      const ids = childIds(id, node.items.map(nameOf))
      const children = node.items.map((item, index) => compileNode(item, ids[index] ?? id, compilation))
      return allOrNone(children, (found) => ({ kind: 'any', id, span: node.span, children: found }))
    }
  }
}

function compileMap(node: YamlMap, id: NodeId, compilation: Compilation): Predicate | null {
  const [first, ...rest] = node.entries
  if (first === undefined) return refuseEmpty(node, compilation)
  if (rest.length === 0) return compileEntry(first, id, compilation)
  const ids = childIds(
    id,
    node.entries.map(({ key }) => key),
  )
  const children = node.entries.map((entry, index) => compileEntry(entry, ids[index] ?? id, compilation))
  return allOrNone(children, (found) => ({ kind: 'all', id, span: node.span, children: found }))
}

const keywordKey: FieldKey = { text: '', field: null, fieldText: null, modifiers: [] }

function compileKeyword(value: YamlScalar, id: NodeId, compilation: Compilation): Leaf | null {
  return compileLeaf(value, keywordKey, id, [], compilation)
}

/** Compiles one value of a key to its leaf, unless it is known. Null after a problem. */
export function compileLeaf(
  value: YamlScalar,
  key: FieldKey,
  id: NodeId,
  modifiers: Leaf['modifiers'],
  compilation: Compilation,
): Leaf | null {
  const known = compilation.known?.(value, key, id)
  if (known !== undefined) return known
  const test = compileValue(value, key, compilation)
  if (test === null) return null
  remarkOnText(value, key, compilation)
  const { field, fieldText } = key
  return { kind: 'leaf', id, span: value.span, field, fieldText, written: value.text, modifiers, test }
}

/** Compiles an entry of a map to its key. Null after a problem. */
export function compileEntry(entry: YamlEntry, id: NodeId, compilation: Compilation): Key | null {
  const { identifier, report } = compilation
  const key = readFieldKey(entry.key, entry.keySpan, report)
  const values = key === null ? null : valuesOf(entry, key, compilation)
  if (key === null || values === null) return null
  const fieldOnly = key.modifiers.find(({ role }) => fieldOnlyKinds.includes(role.kind))
  if (key.field === null && fieldOnly !== undefined) {
    report(keywordNeedsField(entry.keySpan, identifier, fieldOnly.name))
    return null
  }
  // All of one value is that value.
  const isAll = has(key, 'all') && values.length > 1
  if (has(key, 'exists') && !(entry.value.kind === 'scalar' && typeof entry.value.value === 'boolean')) {
    const meant = entry.value.kind === 'scalar' ? readingOf11(entry.value) : null
    report(existsValue(entry.value.span, entry.key, typeof meant === 'boolean' ? meant : null))
    return null
  }
  remarkOnModifiers(entry, key, values.length, compilation)
  const ids = childIds(id, values.map(nameOf))
  const modifiers = key.modifiers.map(({ name }) => name)
  const leaves = values.map((value, index) => compileLeaf(value, key, ids[index] ?? id, modifiers, compilation))
  return allOrNone(leaves, (children) => ({
    kind: 'key',
    id,
    span: entry.span,
    field: key.field,
    fieldText: key.fieldText,
    quantifier: isAll ? 'all' : 'any',
    negated: has(key, 'neq'),
    children,
  }))
}

const fieldOnlyKinds: readonly string[] = ['exists', 'cidr', 'fieldref', 'comparison', 'time']

/** The values of an entry; an empty list stands for null. Null after a problem. */
function valuesOf(
  { key, value }: YamlEntry,
  { field }: FieldKey,
  { identifier, report }: Compilation,
): readonly YamlScalar[] | null {
  const place = `${identifier}.${key}`
  if (value.kind === 'scalar') return [value]
  if (value.kind === 'map') {
    report(notScalar(value.span, place))
    return null
  }
  if (value.items.length === 0) {
    report(emptyList(value.span, place))
    return [{ kind: 'scalar', value: null, text: 'null', isPlain: true, span: value.span }]
  }
  const scalars = value.items.filter((item) => item.kind === 'scalar')
  for (const item of value.items) if (item.kind !== 'scalar') report(notScalar(item.span, place))
  if (scalars.length < value.items.length) return null
  // A keyword cannot be null, which is told where it is compiled.
  const nulls = scalars.length > 1 && field !== null ? scalars.filter(isNull) : []
  for (const item of nulls) report(nullInList(item.span, place))
  return scalars
}

function remarkOnModifiers(entry: YamlEntry, key: FieldKey, values: number, { report }: Compilation): void {
  if (key.modifiers.length === 0) return
  if (has(key, 'all') && values < 2) report(allOfOne(entry.keySpan, entry.key))
  const isAll = has(key, 'all') && values > 1
  const names = key.modifiers.map(({ name }) => name)
  const utf16 = names.findLastIndex((name) => ['wide', 'utf16', 'utf16le', 'utf16be'].includes(name))
  const base64 = names.findLastIndex((name) => name.startsWith('base64'))
  if (isAll && key.field !== null && !has(key, 'contains') && !has(key, 're')) {
    report(allWithoutContains(entry.keySpan, entry.key))
  }
  if (has(key, 'base64offset') && !has(key, 'contains') && key.field !== null) {
    report(offsetWithoutContains(entry.keySpan, entry.key))
  }
  if (utf16 > base64) report(utf16WithoutBase64(entry.keySpan, entry.key))
  if (has(key, 'windash') && isAll) report(windashWithAll(entry.keySpan, entry.key))
}

function remarkOnText(value: YamlScalar, key: FieldKey, { identifier, report }: Compilation): void {
  remarkOnYaml11(value, report)
  if (typeof value.value !== 'string') return
  if (/\p{Cc}/u.test(value.text)) report(controlCharacter(value.span, `${identifier}.${key.text}`))
  const isPattern = key.modifiers.every(({ role }) => !['re', 'cidr', 'fieldref'].includes(role.kind))
  if (isPattern && hasEscapedWildcard(value.text)) report(escapedWildcard(value.span, value.text))
}

function hasEscapedWildcard(text: string): boolean {
  return /\\[*?]/.test(text) && /\\[*?]/.test(text.replaceAll('\\\\', ''))
}

/** What a node is called among its siblings: its text, its key, its keys joined with `&`. */
function nameOf(node: YamlNode): string {
  switch (node.kind) {
    case 'scalar':
      return node.text
    case 'map':
      return node.entries.map(({ key }) => key).join('&')
    case 'list':
      return node.items.map(nameOf).join(',')
  }
}

function has(key: FieldKey, modifier: string): boolean {
  return key.modifiers.some(({ name }) => name === modifier)
}

function isNull(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null
}

function refuseEmpty(node: YamlNode, { identifier, report }: Compilation): null {
  report(detectionEmpty(node.span, identifier))
  return null
}

/** A node exists only when each of its children does. */
function allOrNone<Child, Made>(
  children: readonly (Child | null)[],
  make: (children: readonly Child[]) => Made,
): Made | null {
  const found = children.filter((child) => child !== null)
  return found.length < children.length ? null : make(found)
}
