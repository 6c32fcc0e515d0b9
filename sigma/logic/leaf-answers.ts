import type { Event, Fields } from '../event.ts'
import { fieldsFor } from '../events/category-names.ts'
import { type Leaf, leavesOf, type Predicate } from '../predicate.ts'
import type { Rule } from '../rule.ts'
import { leafMatches } from './leaf-matches.ts'
import { questionsOf } from './question.ts'

/** Whether each leaf of a rule matches: the event's own answers, kept ones, or a case that is only thought of. */
export type LeafAnswers = (leaf: Leaf) => boolean

const { ofRule, ofTree } = questionsOf<LeafAnswers>((leaf) => (answers) => answers(leaf))

/** Whether a rule's condition holds where its leaves answer so. The log source gate is no part of it. */
export function holdsWhen(rule: Pick<Rule, 'condition' | 'identifiers'>, answers: LeafAnswers): boolean {
  return ofRule(rule)(answers)
}

/** A rule's condition apart from its leaves, so that what leaves answer can be kept and asked in other ways. */
export interface RuleLogic {
  /** Every value of every search identifier, used or not, in the order written. */
  readonly leaves: readonly Leaf[]
  /** What they answer on an event, 1 for those that match, each at its place in `leaves`. */
  readonly answers: (event: Event) => LeafBits
  /** Whether the condition holds where they answer so. The log source gate is no part of it. */
  readonly fires: (bits: LeafBits) => boolean
}

/** A byte for each leaf, 0 or 1. */
export type LeafBits = Uint8Array

/**
 * Parts a rule into its leaves and its condition. Of two rules that share nodes, as a rule and one edited in a single place
 * do, the leaves they share are the same objects: whoever keeps answers by leaf asks only for the others.
 */
export function compileLogic(rule: Rule): RuleLogic {
  const leaves = rule.identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)])
  const places = new Map(leaves.map((leaf, place) => [leaf, place]))
  return {
    leaves,
    answers: (event) => {
      const fields = fieldsFor(rule.logsource, event)
      return Uint8Array.from(leaves, (leaf) => Number(leafMatches(leaf, fields)))
    },
    fires: (bits) => holdsWhen(rule, (leaf) => bits[places.get(leaf) ?? -1] === 1),
  }
}

/** Whether a tree of a search identifier holds where its leaves answer so. */
export function treeHoldsWhen(tree: Predicate, answers: LeafAnswers): boolean {
  return ofTree(tree)(answers)
}

/** What a search identifier answers, or would answer in a case that is only thought of. */
export type IdentifierAnswers = (name: string) => boolean

/** What a rule's identifiers come to where its leaves answer so, each worked out once. Others do not hold. */
export function identifiersWhen({ identifiers }: Pick<Rule, 'identifiers'>, answers: LeafAnswers): IdentifierAnswers {
  const held = new Set(identifiers.flatMap(({ name, predicate }) => (treeHoldsWhen(predicate, answers) ? [name] : [])))
  return (name) => held.has(name)
}

/** The answers of an event, each leaf asked at most once and only when somebody asks. */
export function answersOn(fields: Fields): LeafAnswers {
  const known = new Map<Leaf, boolean>()
  return (leaf) => {
    const kept = known.get(leaf)
    if (kept !== undefined) return kept
    const matched = leafMatches(leaf, fields)
    known.set(leaf, matched)
    return matched
  }
}
