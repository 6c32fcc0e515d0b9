import { rootId } from '../compile/node-id.ts'
import type { NodeId, Predicate } from '../rule/predicate.ts'
import type { FilterDocument } from './filter.ts'
import { excludes } from './read-filter.ts'

/**
 * What a filter document comes to in a rule, as one tree under this name: the events it excludes, or, where its condition
 * has no `not`, those it keeps. Negations are pushed down to the filter's own identifiers, which are inlined, so that
 * `not 1 of *` becomes the identifiers as they stand.
 */
export function treeOfFilter(filter: FilterDocument, name: string): Predicate {
  const predicates = new Map(filter.identifiers.map((identifier) => [identifier.name, identifier.predicate]))
  const uses = new Map<string, number>()

  const tree = (node: Predicate, wanted: boolean): Predicate => {
    switch (node.kind) {
      case 'not':
        return tree(node.child, !wanted)
      case 'all':
      case 'any': {
        const children = node.children.map((child) => tree(child, wanted))
        return { kind: wanted ? node.kind : other[node.kind], id: under(node.id), span: node.span, children }
      }
      case 'identifier': {
        const inlined = use(node.name) ?? node
        return wanted ? inlined : { kind: 'not', id: under(node.id), span: node.span, child: inlined }
      }
      case 'key':
      case 'leaf':
        return node
    }
  }

  const under = (id: NodeId): NodeId => `${rootId(name)}/${id}`

  /** A second use of an identifier is a second tree: its ids get `~2`, as those of equal siblings do. */
  const use = (identifier: string): Predicate | undefined => {
    const predicate = predicates.get(identifier)
    const count = (uses.get(identifier) ?? 0) + 1
    uses.set(identifier, count)
    if (predicate === undefined) return undefined
    const own = rootId(identifier)
    const marked = count === 1 ? own : `${own}~${count}`
    return renamed(predicate, (id) => under(marked + id.slice(own.length)))
  }

  return tree(filter.condition, !excludes(filter))
}

const other = { all: 'any', any: 'all' } as const

function renamed(node: Predicate, rename: (id: NodeId) => NodeId): Predicate {
  const id = rename(node.id)
  switch (node.kind) {
    case 'all':
    case 'any':
      return { ...node, id, children: node.children.map((child) => renamed(child, rename)) }
    case 'key':
      return { ...node, id, children: node.children.map((leaf) => ({ ...leaf, id: rename(leaf.id) })) }
    case 'not':
      return { ...node, id, child: renamed(node.child, rename) }
    case 'identifier':
    case 'leaf':
      return { ...node, id }
  }
}
