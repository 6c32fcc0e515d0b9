import { type Evidence, type Leaf, leavesOf, type NodeId, type Rule } from '../sigma/index.ts'
import type { RulePoint, ValuePoint } from './point.ts'
import type { RuleMeasure, Sighting } from './rule-measure.ts'
import { readsStated } from './stated.ts'

/** The points of a leaf's two answers. */
export interface LeafPoints {
  readonly matched: RulePoint
  readonly unmatched: RulePoint
}

/**
 * A measure with two points for each leaf of a rule, as written. An answer counts only where the scenario stated what the
 * leaf reads: a solved value follows the rule when the rule changes, so it shows nothing about it. `counts` tells which
 * leaves of a sighting count at all.
 */
export function leafMeasure(
  rule: Rule,
  pointsOf: (leaf: Leaf, identifier: string) => LeafPoints,
  counts: (sighting: Sighting, leaf: NodeId) => boolean,
): RuleMeasure {
  const leaves = new Map(
    rule.identifiers.flatMap(({ name, predicate }) =>
      [...leavesOf(predicate)].map((leaf) => [leaf.id, { leaf, points: pointsOf(leaf, name) }] as const),
    ),
  )
  return {
    points: [...leaves.values()].flatMap(({ points }) => [points.matched, points.unmatched]),
    seen: (sighting) => {
      const seen: string[] = []
      const look = (evidence: Evidence): void => {
        if (evidence.kind === 'branch') {
          for (const child of evidence.children) look(child)
          return
        }
        const found = counts(sighting, evidence.node) ? leaves.get(evidence.node) : undefined
        if (found === undefined || !readsStated(found.leaf, sighting.event)) return
        seen.push(evidence.matched ? found.points.matched.id : found.points.unmatched.id)
      }
      for (const evidence of sighting.judgement.identifiers.values()) look(evidence)
      return seen
    },
  }
}

/** What a point of a leaf says of it: where it stands, and what it asks of which field. */
export function partsOfLeaf(
  { id, span, field, written }: Leaf,
  identifier: string,
): Pick<ValuePoint, 'span' | 'identifier' | 'leaf' | 'field' | 'written'> {
  return { span, identifier, leaf: id, field, written }
}
