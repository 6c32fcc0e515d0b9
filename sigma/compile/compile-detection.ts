import type { Compilation } from '../operators/definition.ts'
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
  offsetWithoutContains,
  utf16WithoutBase64,
  windashWithAll,
} from '../problems/modifier.ts'
import { remarkOnYaml11 } from '../read/remark-on-yaml11.ts'
import type { Key, Leaf, NodeId, Predicate, Test } from '../rule/predicate.ts'
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '../yaml/node.ts'
import { compileValue } from './compile-value.ts'
import { anchorOf, type FieldKey, rolesOf } from './field-key.ts'
import { leadRules } from './modifier-rules.ts'
import type { ListRole } from './modifiers.ts'
import { childId, childIds, rootId } from './node-id.ts'
import { readFieldKey } from './read-field-key.ts'

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

const keywordKey: FieldKey = { text: '', field: null, fieldText: null, modifiers: [], lead: null, sides: [] }

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
  if ('code' in test) {
    compilation.report(test)
    return null
  }
  remarkOnYaml11(value, compilation.report)
  if (typeof value.value === 'string') remarkOnText(value, key, test, compilation)
  const { field, fieldText } = key
  return { kind: 'leaf', id, span: value.span, field, fieldText, written: value.text, modifiers, test }
}

/** What each way to combine the listed values makes of a key. */
const combined: Readonly<Record<ListRole, (values: number) => Partial<Pick<Key, 'quantifier' | 'negated'>>>> = {
  // All of one value is that value.
  all: (values) => ({ quantifier: values > 1 ? 'all' : 'any' }),
  neq: () => ({ negated: true }),
}

/** Compiles an entry of a map to its key. Null after a problem. */
export function compileEntry(entry: YamlEntry, id: NodeId, compilation: Compilation): Key | null {
  const { identifier, report } = compilation
  const key = readFieldKey(entry.key, entry.keySpan, report)
  const values = key === null ? null : valuesOf(entry, key, compilation)
  if (key === null || values === null) return null
  const { field, fieldText, lead } = key
  const rules = lead === null ? null : leadRules(lead)
  const refusal =
    field === null && lead !== null && rules?.needsField === true
      ? keywordNeedsField(entry.keySpan, identifier, lead.name)
      : (rules?.refuses?.(entry) ?? null)
  if (refusal !== null) {
    report(refusal)
    return null
  }
  const lists = rolesOf(key, 'list').map(({ list }) => combined[list](values.length))
  const how: Pick<Key, 'quantifier' | 'negated'> = Object.assign({ quantifier: 'any', negated: false }, ...lists)
  remarkOnModifiers(entry, key, values.length, compilation)
  const ids = childIds(id, values.map(nameOf))
  const modifiers = key.modifiers.map(({ name }) => name)
  const leaves = values.map((value, index) => compileLeaf(value, key, ids[index] ?? id, modifiers, compilation))
  return allOrNone(leaves, (children) => ({ kind: 'key', id, span: entry.span, field, fieldText, ...how, children }))
}

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
  const { keySpan, key: text } = entry
  const { field, lead, modifiers } = key
  if (modifiers.length === 0) return
  const hasAll = rolesOf(key, 'list').some(({ list }) => list === 'all')
  const isAll = hasAll && values > 1
  const isOpen = field === null || anchorOf(key) === 'contains'
  if (hasAll && values < 2) report(allOfOne(keySpan, text))
  if (isAll && !isOpen && lead?.role.kind !== 're') report(allWithoutContains(keySpan, text))
  if (!isOpen && rolesOf(key, 'encoding').some(({ encoding }) => encoding === 'base64offset')) {
    report(offsetWithoutContains(keySpan, text))
  }
  const kinds = modifiers.map(({ role }) => role.kind)
  if (kinds.lastIndexOf('charset') > kinds.lastIndexOf('encoding')) report(utf16WithoutBase64(keySpan, text))
  if (isAll && kinds.includes('windash')) report(windashWithAll(keySpan, text))
}

function remarkOnText(value: YamlScalar, key: FieldKey, test: Test, { identifier, report }: Compilation): void {
  if (/\p{Cc}/u.test(value.text)) report(controlCharacter(value.span, `${identifier}.${key.text}`))
  if (test.operator === 'text' && hasEscapedWildcard(value.text)) report(escapedWildcard(value.span, value.text))
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
