import { type Evidence, type Leaf, leavesOf, type Rule, type SearchIdentifier } from '../sigma/index.ts'
import type { ValuePoint } from './point.ts'
import type { RuleMeasure, Sighting } from './rule-measure.ts'
import { readsStated } from './stated.ts'

/**
 * Values: each leaf was seen matched and seen unmatched (2 points a leaf). An answer counts only where the scenario
 * stated what the leaf reads: a solved value follows the rule when the rule changes, so it shows nothing about it.
 */
export function valuesOf(rule: Rule): RuleMeasure {
  const leaves = new Map(
    rule.identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)].map((leaf) => [leaf.id, leaf] as const)),
  )
  return {
    points: rule.identifiers.flatMap(valuePoints),
    seen: function* ({ event, judgement }: Sighting) {
      for (const evidence of judgement.identifiers.values()) {
        for (const [node, matched] of answersIn(evidence)) {
          const leaf = leaves.get(node)
          if (leaf !== undefined && readsStated(leaf, event)) yield idOf(node, matched ? 'matched' : 'unmatched')
        }
      }
    },
  }
}

function* answersIn(evidence: Evidence): Generator<readonly [string, boolean]> {
  if (evidence.kind === 'leaf') yield [evidence.node, evidence.matched]
  else for (const child of evidence.children) yield* answersIn(child)
}

function valuePoints({ name, predicate }: SearchIdentifier): readonly ValuePoint[] {
  return [...leavesOf(predicate)].flatMap((leaf) => [point(name, leaf, 'matched'), point(name, leaf, 'unmatched')])
}

function point(identifier: string, leaf: Leaf, answer: ValuePoint['answer']): ValuePoint {
  const { id, span, field, written } = leaf
  return { measure: 'values', id: idOf(id, answer), span, identifier, leaf: id, field, written, answer }
}

function idOf(leaf: string, answer: ValuePoint['answer']): string {
  return `values/${leaf}/${answer}`
}
