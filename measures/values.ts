import type { Leaf, Rule } from '../sigma/index.ts'
import { leafMeasure, partsOfLeaf } from './leaf-measure.ts'
import type { ValuePoint } from './point.ts'
import type { RuleMeasure } from './rule-measure.ts'

/** Values: each leaf was seen matched and seen unmatched (2 points a leaf), stated. */
export function valuesOf(rule: Rule): RuleMeasure {
  return leafMeasure(
    rule,
    (leaf, identifier) => ({
      matched: point(identifier, leaf, 'matched'),
      unmatched: point(identifier, leaf, 'unmatched'),
    }),
    () => true,
  )
}

function point(identifier: string, leaf: Leaf, answer: ValuePoint['answer']): ValuePoint {
  return {
    kind: 'value',
    measure: 'values',
    id: `values/${leaf.id}/${answer}`,
    ...partsOfLeaf(leaf, identifier),
    answer,
  }
}
