import type { Leaf, NodeId } from '../rule/predicate.ts'
import type { Rule } from '../rule/rule.ts'
import { booleans, foldCondition, foldTree, type TreeAlgebra } from './fold.ts'
import { identifiersWhen, type LeafAnswers } from './leaf-answers.ts'

/**
 * The leaves whose other answer alone, at every use of their identifier, flips the condition. An identifier is a tree, so
 * one pass says which leaves decide it; the condition is then asked once more with the identifier's other answer.
 */
export function decisiveLeaves(rule: Rule, answers: LeafAnswers): ReadonlySet<NodeId> {
  const held = identifiersWhen(rule, answers)
  const holdsWithout = (flipped: string | null): boolean =>
    foldCondition(rule.condition, {
      ...booleans,
      reference: ({ name }) => (name === flipped) !== held(name),
    })
  const holds = holdsWithout(null)
  const deciding = rule.identifiers.filter(({ name }) => holdsWithout(name) !== holds)
  const leaves = deciding.flatMap(({ predicate }) => foldTree(predicate, decidersWhen(answers)).deciders)
  return new Set(leaves.map(({ id }) => id))
}

/** A node's answer, and the leaves below it whose other answer alone changes it. */
interface Decided {
  readonly matched: boolean
  readonly deciders: readonly Leaf[]
}

function decidersWhen(answers: LeafAnswers): TreeAlgebra<Decided> {
  return {
    leaf: (leaf) => ({ matched: answers(leaf), deciders: [leaf] }),
    all: (children) => decidedBy(children, false),
    any: (children) => decidedBy(children, true),
    not: ({ matched, deciders }) => ({ matched: !matched, deciders }),
  }
}

/** One child with the settling answer settles the node; where no other has it, a child's deciders decide the node. */
function decidedBy(children: readonly Decided[], settling: boolean): Decided {
  const settlers = children.filter(({ matched }) => matched === settling)
  const [only] = settlers
  if (only === undefined) return { matched: !settling, deciders: children.flatMap(({ deciders }) => deciders) }
  return { matched: settling, deciders: settlers.length === 1 ? only.deciders : [] }
}
