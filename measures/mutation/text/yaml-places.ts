import { readYaml, type Source, type Span, type YamlNode } from '../../../sigma/index.ts'

type ListNode = Extract<YamlNode, { readonly kind: 'list' }>
export type MapNode = Extract<YamlNode, { readonly kind: 'map' }>
type ScalarNode = Extract<YamlNode, { readonly kind: 'scalar' }>
export type KeyedNode = MapNode['entries'][number]

/** The YAML of a file by where it stands. */
export interface YamlPlaces {
  readonly scalarAt: (span: Span) => ScalarNode | undefined
  readonly listAt: (span: Span) => ListNode | undefined
  readonly mapAt: (span: Span) => MapNode | undefined
  /** The entry that a span covers from its key on, and the map it stands in. */
  readonly entryAt: (span: Span) => EntryPlace | undefined
  /** The root of the document that a span covers with all that stands around it. */
  readonly documentAt: (span: Span) => YamlNode | undefined
}

export interface EntryPlace {
  readonly entry: KeyedNode
  readonly map: MapNode
}

const known = new WeakMap<Source, YamlPlaces>()

/** Finds nodes of a file by their spans; looked up once for a file of several documents. */
export function yamlPlacesIn(source: Source): YamlPlaces {
  const cached = known.get(source)
  if (cached !== undefined) return cached
  const places: Places = { scalars: new Map(), lists: new Map(), maps: new Map(), entries: new Map() }
  const { documents } = readYaml(source)
  for (const { root } of documents) addPlaces(root, places)
  const roots = new Map(documents.map(({ root, span }) => [keyOf(span), root]))
  const found: YamlPlaces = {
    scalarAt: (span) => places.scalars.get(keyOf(span)),
    listAt: (span) => places.lists.get(keyOf(span)),
    mapAt: (span) => places.maps.get(keyOf(span)),
    entryAt: (span) => places.entries.get(keyOf(span)),
    documentAt: (span) => roots.get(keyOf(span)),
  }
  known.set(source, found)
  return found
}

interface Places {
  readonly scalars: Map<string, ScalarNode>
  readonly lists: Map<string, ListNode>
  readonly maps: Map<string, MapNode>
  readonly entries: Map<string, EntryPlace>
}

function addPlaces(node: YamlNode, places: Places): void {
  const key = keyOf(node.span)
  switch (node.kind) {
    case 'scalar':
      places.scalars.set(key, node)
      return
    case 'list':
      places.lists.set(key, node)
      for (const item of node.items) addPlaces(item, places)
      return
    case 'map':
      places.maps.set(key, node)
      for (const entry of node.entries) {
        const known = places.entries.get(keyOf(entry.span))
        // What a merge key brings in stands in its own map as well, and that one is where it is written.
        if (known === undefined || isWithin(entry.span, node.span)) {
          places.entries.set(keyOf(entry.span), { entry, map: node })
        }
        addPlaces(entry.value, places)
      }
  }
}

/** Whether one stretch lies in another. */
export function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

function keyOf({ start, end }: Span): string {
  return `${start}:${end}`
}
