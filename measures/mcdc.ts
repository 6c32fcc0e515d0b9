import { type Evidence, type Leaf, leavesOf, type Rule, type SearchIdentifier } from '../sigma/index.ts'
import type { DecisionPoint } from './point.ts'
import type { RuleMeasure, Sighting } from './rule-measure.ts'
import { readsStated } from './stated.ts'

/**
 * Modified condition/decision coverage: each leaf was seen to decide the verdict while it matched and while it did not (2
 * points a leaf). This is masking MC/DC, the boolean derivative of the tree at that point: the leaf's other answer alone, at
 * every use of its identifier, would have flipped the condition. No pair of events is asked for that differ in that leaf
 * alone. As with values, an answer counts only where the scenario stated what the leaf reads.
 */
export function decisionsOf(rule: Rule): RuleMeasure {
  const leaves = new Map(
    rule.identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)].map((leaf) => [leaf.id, leaf] as const)),
  )
  return {
    points: rule.identifiers.flatMap(decisionPoints),
    seen: function* ({ event, judgement }: Sighting) {
      if (judgement.decisive.size === 0) return
      for (const evidence of judgement.identifiers.values()) {
        for (const { node, matched } of leavesIn(evidence)) {
          const leaf = judgement.decisive.has(node) ? leaves.get(node) : undefined
          if (leaf !== undefined && readsStated(leaf, event)) yield idOf(node, matched ? 'true' : 'false')
        }
      }
    },
  }
}

function* leavesIn(evidence: Evidence): Generator<Evidence & { readonly kind: 'leaf' }> {
  if (evidence.kind === 'leaf') yield evidence
  else for (const child of evidence.children) yield* leavesIn(child)
}

function decisionPoints({ name, predicate }: SearchIdentifier): readonly DecisionPoint[] {
  return [...leavesOf(predicate)].flatMap((leaf) => [point(name, leaf, 'true'), point(name, leaf, 'false')])
}

function point(identifier: string, leaf: Leaf, answer: DecisionPoint['answer']): DecisionPoint {
  const { id, span, field, written } = leaf
  return { measure: 'mcdc', id: idOf(id, answer), span, identifier, leaf: id, field, written, answer }
}

function idOf(leaf: string, answer: DecisionPoint['answer']): string {
  return `mcdc/${leaf}/${answer}`
}
