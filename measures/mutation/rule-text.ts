import {
  type FilterDocument,
  type Key,
  type Leaf,
  nodesOf,
  type Predicate,
  type Rule,
  readYaml,
  type SearchIdentifier,
  type Source,
  type Span,
  type YamlNode,
} from '../../sigma/index.ts'

type YamlList = Extract<YamlNode, { readonly kind: 'list' }>
type YamlMap = Extract<YamlNode, { readonly kind: 'map' }>
type YamlScalar = Extract<YamlNode, { readonly kind: 'scalar' }>
type YamlEntry = YamlMap['entries'][number]

/** A rule or a filter document beside the text it was compiled from: what operators look at. */
export interface RuleText {
  readonly source: Source
  readonly condition: Predicate
  /** The identifiers that the condition uses. */
  readonly identifiers: readonly SearchIdentifier[]
  /** Every node of these identifiers. */
  readonly nodes: readonly Predicate[]
  readonly keys: readonly Key[]
  readonly leaves: readonly Leaf[]
  readonly scalarAt: (span: Span) => YamlScalar | undefined
  readonly listAt: (span: Span) => YamlList | undefined
  readonly mapAt: (span: Span) => YamlMap | undefined
  /** The entry that a span covers from its key on, and the map it stands in. */
  readonly entryAt: (span: Span) => EntryPlace | undefined
}

export interface EntryPlace {
  readonly entry: YamlEntry
  readonly map: YamlMap
}

/** Lays a filter document, or a rule read without any, over the YAML of its file. */
export function ruleTextOf(document: Rule | FilterDocument): RuleText {
  const { source, condition } = document
  const places = placesIn(source)
  const identifiers = document.identifiers.filter(({ role }) => role !== 'unused')
  const nodes = identifiers.flatMap(({ predicate }) => [...nodesOf(predicate)])
  return {
    source,
    condition,
    identifiers,
    nodes,
    keys: nodes.filter((node) => node.kind === 'key'),
    leaves: nodes.filter((node) => node.kind === 'leaf'),
    scalarAt: (span) => places.scalars.get(keyOf(span)),
    listAt: (span) => places.lists.get(keyOf(span)),
    mapAt: (span) => places.maps.get(keyOf(span)),
    entryAt: (span) => places.entries.get(keyOf(span)),
  }
}

interface Places {
  readonly scalars: Map<string, YamlScalar>
  readonly lists: Map<string, YamlList>
  readonly maps: Map<string, YamlMap>
  readonly entries: Map<string, EntryPlace>
}

const known = new WeakMap<Source, Places>()

/** Found once for a file of several rules. */
function placesIn(source: Source): Places {
  const cached = known.get(source)
  if (cached !== undefined) return cached
  const places: Places = { scalars: new Map(), lists: new Map(), maps: new Map(), entries: new Map() }
  for (const { root } of readYaml(source).documents) addPlaces(root, places)
  known.set(source, places)
  return places
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
