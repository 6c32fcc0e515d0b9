import type { Leaf, Predicate } from '../predicate.ts'
import type { Rule } from '../rule.ts'
import { foldCondition, foldTree, referred } from './fold.ts'

/** Asks whether something holds in a world, such as the fields of an event; settled as soon as it can be. */
export type Question<World> = (world: World) => boolean

/** Predicates as questions of one kind of world. */
export interface Questions<World> {
  /** What a node without references asks. Made once for each node object. */
  readonly ofTree: (node: Predicate) => Question<World>
  /** What a rule's condition asks. Made once for each rule object, of the questions of its identifiers' trees. */
  readonly ofRule: (rule: Pick<Rule, 'condition' | 'identifiers'>) => Question<World>
}

/** The questions of worlds in which a leaf is asked so. */
export function questionsOf<World>(leaf: (leaf: Leaf) => Question<World>): Questions<World> {
  const joins = { all: every<World>, any: some<World>, not: negation<World> }
  const trees = new WeakMap<Predicate, Question<World>>()
  const rules = new WeakMap<object, Question<World>>()
  const ofTree = (node: Predicate): Question<World> => keptIn(trees, node, () => foldTree(node, { ...joins, leaf }))
  return {
    ofTree,
    ofRule: (rule) =>
      keptIn(rules, rule, () => {
        const named = new Map(rule.identifiers.map(({ name, predicate }) => [name, predicate]))
        return foldCondition(rule.condition, { ...joins, reference: (reference) => ofTree(referred(named, reference)) })
      }),
  }
}

/** What was made of a thing, or is made of it now. */
export function keptIn<Thing extends object, Made>(kept: WeakMap<Thing, Made>, thing: Thing, make: () => Made): Made {
  const known = kept.get(thing)
  if (known !== undefined) return known
  const made = make()
  kept.set(thing, made)
  return made
}

function every<World>(questions: readonly Question<World>[]): Question<World> {
  const [only] = questions
  if (only !== undefined && questions.length === 1) return only
  return (world) => {
    for (const question of questions) if (!question(world)) return false
    return true
  }
}

function some<World>(questions: readonly Question<World>[]): Question<World> {
  const [only] = questions
  if (only !== undefined && questions.length === 1) return only
  return (world) => {
    for (const question of questions) if (question(world)) return true
    return false
  }
}

function negation<World>(question: Question<World>): Question<World> {
  return (world) => !question(world)
}
