import { begunEvent } from '../events/asked-event.ts'
import type { Fields } from '../events/event.ts'
import { type Leaf, leavesOf, type Predicate } from '../rule/predicate.ts'
import type { Rule } from '../rule/rule.ts'
import { leafMatches, leafQuestion } from './leaf-matches.ts'
import { questionsOf } from './question.ts'

/** Whether each leaf of a rule matches: the event's own answers, kept ones, or a case that is only thought of. */
export type LeafAnswers = (leaf: Leaf) => boolean

const { ofRule, ofTree } = questionsOf<LeafAnswers>((leaf) => (answers) => answers(leaf))

/** Whether a rule's condition holds where its leaves answer so. The log source gate is no part of it. */
export function holdsWhen(rule: Pick<Rule, 'condition' | 'identifiers'>, answers: LeafAnswers): boolean {
  return ofRule(rule)(answers)
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

/**
 * Makes the answers of events for a rule and whatever edits make of it. What its own leaves answer is kept as long as the
 * answers are, and what any leaf needs of a value; leaves of other rules are asked each time.
 */
export function keptAnswersOf(rule: Rule): (fields: Fields) => LeafAnswers {
  const own = new Set(rule.identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)]))
  return (fields) => {
    const event = begunEvent(fields)
    const known = new Map<Leaf, boolean>()
    return (leaf) => {
      const kept = known.get(leaf)
      if (kept !== undefined) return kept
      const matched = leafQuestion(leaf)(event)
      if (own.has(leaf)) known.set(leaf, matched)
      return matched
    }
  }
}
