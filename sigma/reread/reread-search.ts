import { compileDetection, compileEntry, compileLeaf } from '../compile/compile-detection.ts'
import { childId } from '../compile/node-id.ts'
import { readFieldKey } from '../compile/read-field-key.ts'
import type { Compilation } from '../operators/definition.ts'
import { type Key, type Leaf, type NodeId, nodesOf, type Predicate } from '../rule/predicate.ts'
import type { SearchIdentifier } from '../rule/rule.ts'
import type { Source } from '../source.ts'
import type { Placeholders } from '../values/placeholders.ts'
import type { YamlNode, YamlScalar } from '../yaml/node.ts'
import { type Fragment, fragmentsOf, type TextEdit } from './fragment.ts'
import { scalarAfter } from './scalar-after.ts'
import { withoutError } from './without-error.ts'

/** Reads a search identifier again after an edit within it. Null where it takes more than its own lines to tell. */
export type SearchRereader = (edit: TextEdit) => SearchIdentifier | null

/** A key of a search identifier beside the entry it was compiled from. */
interface PlacedKey {
  readonly key: Key
  readonly fragment: Fragment
  /** What its leaves were compiled from. */
  readonly scalars: readonly YamlScalar[]
  /** How many of its leaves would have this id if they had no siblings. */
  readonly namesakes: ReadonlyMap<NodeId, number>
}

/** Makes the rereader of one search identifier, which stands in this fragment. */
export function searchRereader(
  search: SearchIdentifier,
  fragment: Fragment,
  source: Source,
  placeholders: Placeholders,
): SearchRereader {
  const keys = keysIn(search.predicate, fragment, source)
  const values = new Map(
    keys.flatMap(({ key, scalars }) =>
      key.children.map((leaf, index): readonly [NodeId, readonly [Leaf, YamlScalar | undefined]] => {
        return [leaf.id, [leaf, scalars[index]]]
      }),
    ),
  )
  const known: NonNullable<Compilation['known']> = (value, key, id) => {
    const [leaf, scalar] = values.get(id) ?? []
    const isSame = scalar?.value === value.value && scalar.text === value.text && leaf?.fieldText === key.fieldText
    const isSameKey = isSame && leaf.modifiers.length === key.modifiers.length
    return isSameKey && key.modifiers.every(({ name }, index) => name === leaf.modifiers[index]) ? leaf : undefined
  }

  return (edit) => {
    const placed = keys.find((each) => each.fragment.holds(edit))
    const key = placed === undefined ? null : (keyWithLeaf(placed, edit) ?? keyAfter(placed, edit))
    if (placed !== undefined && key !== null) {
      return { ...search, predicate: withKey(search.predicate, placed.key, key) }
    }
    const entry = fragment.read(edit)
    if (entry === null || entry.key !== search.name) return null
    const predicate = compiled((compilation) => compileDetection(entry.value, compilation))
    return predicate === null ? null : { ...search, predicate, span: entry.span }
  }

  /** The key with another value for one of its own, where the edit lies in that. */
  function keyWithLeaf({ key, fragment: { entry }, scalars, namesakes }: PlacedKey, edit: TextEdit): Key | null {
    const index = scalars.findIndex(({ span }) => span.start <= edit.span.start && edit.span.end <= span.end)
    const [leaf, scalar] = [key.children[index], scalars[index]]
    if (leaf === undefined || scalar === undefined) return null
    const made = scalarAfter(scalar, source, edit)
    const field = made === null ? null : readFieldKey(entry.key, entry.keySpan, () => {})
    if (made === null || field === null || field.modifiers.some(({ role }) => role.kind === 'exists')) return null
    const id = childId(key.id, made.text)
    if (namesakes.has(id) || namesakes.get(leaf.id) !== 1) return null
    const child = compiled((compilation) => compileLeaf(made, field, id, leaf.modifiers, compilation))
    return child === null ? null : { ...key, children: key.children.with(index, child) }
  }

  function keyAfter({ key, fragment: own }: PlacedKey, edit: TextEdit): Key | null {
    const entry = own.read(edit)
    if (entry === null || entry.key !== own.entry.key) return null
    return compiled((compilation) => compileEntry(entry, key.id, compilation))
  }

  function compiled<Made>(compile: (compilation: Compilation) => Made | null): Made | null {
    return withoutError((report) => compile({ identifier: search.name, placeholders, report, known }))
  }
}

function keysIn(predicate: Predicate, { entry }: Fragment, source: Source): readonly PlacedKey[] {
  const keys = new Map(
    [...nodesOf(predicate)].flatMap((node) => (node.kind === 'key' ? [[node.span.start, node]] : [])),
  )
  return entriesIn(entry.value, source).flatMap((fragment): readonly PlacedKey[] => {
    const { value, span } = fragment.entry
    const key = keys.get(span.start)
    if (key === undefined) return []
    const items = value.kind === 'list' ? value.items : [value]
    const scalars = items.filter((item) => item.kind === 'scalar')
    const ids = key.children.map(({ written }) => childId(key.id, written))
    const namesakes = new Map([...Map.groupBy(ids, (id) => id)].map(([id, alike]) => [id, alike.length]))
    return [{ key, fragment, scalars, namesakes }]
  })
}

/** The entries in block style, in maps and lists of maps. */
function entriesIn(value: YamlNode, source: Source): readonly Fragment[] {
  const isBlockList = value.kind === 'list' && source.text[value.span.start] !== '['
  return isBlockList ? value.items.flatMap((item) => entriesIn(item, source)) : fragmentsOf(value, source)
}

function withKey(node: Predicate, key: Key, other: Key): Predicate {
  switch (node.kind) {
    case 'all':
    case 'any':
      return { ...node, children: node.children.map((child) => withKey(child, key, other)) }
    case 'not':
      return { ...node, child: withKey(node.child, key, other) }
    case 'key':
      return node === key ? other : node
    case 'identifier':
    case 'leaf':
      return node
  }
}
