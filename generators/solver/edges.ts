import type { Leaf } from '../../sigma/index.ts'
import type { Edge } from './goal.ts'
import { edgesFor } from './operators/operators.ts'

/** The edges that a leaf has; empty for one without. */
export function edgesOf(leaf: Leaf): readonly Edge[] {
  return edgesFor(leaf.test)?.all.filter((edge) => leafAtEdge(leaf, edge) !== null) ?? []
}

/** A leaf that matches exactly where the field's value stands at this edge of the leaf given; null where there is no such edge. */
export function leafAtEdge(leaf: Leaf, edge: Edge): Leaf | null {
  const edges = edgesFor(leaf.test)
  const test = edges?.all.includes(edge) === true ? edges.at(leaf.test, edge) : null
  return test === null ? null : { ...leaf, id: `${leaf.id} at ${edge}`, test }
}

/** How a leaf can answer on a value at its edge. */
export function answersAtEdge({ test }: Leaf): readonly boolean[] {
  return edgesFor(test)?.answers ?? []
}
