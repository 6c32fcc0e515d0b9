import type { CorrelationDocument, Source } from '../../../sigma/index.ts'
import { type KeyedNode, yamlPlacesIn } from './yaml-places.ts'

/** A correlation beside the text it was read from: what its operators look at. */
export interface CorrelationText {
  readonly document: CorrelationDocument
  readonly source: Source
  /** Of its `correlation` map, in the order written; none where another document says it. */
  readonly entries: readonly KeyedNode[]
}

/** Lays a correlation over the YAML of its file. */
export function correlationTextOf(document: CorrelationDocument): CorrelationText {
  const { source, span } = document
  const root = yamlPlacesIn(source).documentAt(span)
  const map = root?.kind === 'map' ? root.entries.find(({ key }) => key === 'correlation')?.value : undefined
  return { document, source, entries: map?.kind === 'map' ? map.entries : [] }
}
