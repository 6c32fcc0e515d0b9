import type { Leaf, Rule } from '../sigma/index.ts'
import { leafMeasure, partsOfLeaf } from './leaf-measure.ts'
import type { DecisionPoint } from './point.ts'
import type { RuleMeasure } from './rule-measure.ts'

/**
 * Modified condition/decision coverage: each leaf was seen to decide the verdict while it matched and while it did not (2
 * points a leaf), stated. This is masking MC/DC, the boolean derivative of the tree at that point: the leaf's other answer
 * alone, at every use of its identifier, would have flipped the condition. No pair of events is asked for that differ in
 * that leaf alone.
 */
export function decisionsOf(rule: Rule): RuleMeasure {
  return leafMeasure(
    rule,
    (leaf, identifier) => ({ matched: point(identifier, leaf, 'true'), unmatched: point(identifier, leaf, 'false') }),
    ({ judgement }, leaf) => judgement.decisive.has(leaf),
  )
}

function point(identifier: string, leaf: Leaf, answer: DecisionPoint['answer']): DecisionPoint {
  return {
    kind: 'decision',
    measure: 'mcdc',
    id: `mcdc/${leaf.id}/${answer}`,
    ...partsOfLeaf(leaf, identifier),
    answer,
  }
}
