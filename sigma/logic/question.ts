import type { Leaf, Predicate } from '../rule/predicate.ts'
import type { Rule } from '../rule/rule.ts'
import { foldCondition, foldTree, referred } from './fold.ts'

/** Asks whether something holds in a world, such as the fields of an event; settled as soon as it can be. */
export type WorldQuestion<World> = (world: World) => boolean

/** Predicates as questions of one kind of world. */
export interface Questions<World> {
  /** What a node without references asks. Made once for each node object. */
  readonly ofTree: (node: Predicate) => WorldQuestion<World>
  /** What a rule's condition asks. Made once for each rule object, of the questions of its identifiers' trees. */
  readonly ofRule: (rule: Pick<Rule, 'condition' | 'identifiers'>) => WorldQuestion<World>
}

/** The questions of worlds in which a leaf is asked so. */
export function questionsOf<World>(leaf: (leaf: Leaf) => WorldQuestion<World>): Questions<World> {
  const joins = { all: every<World>, any: some<World>, not: negation<World> }
  const ofTree = kept((node: Predicate) => foldTree(node, { ...joins, leaf }))
  const ofRule = kept(({ condition, identifiers }: Pick<Rule, 'condition' | 'identifiers'>) => {
    const named = new Map(identifiers.map(({ name, predicate }) => [name, predicate]))
    return foldCondition(condition, { ...joins, reference: (reference) => ofTree(referred(named, reference)) })
  })
  return { ofTree, ofRule }
}

/** Makes something of each thing once, and keeps it as long as the thing. */
export function kept<Thing extends object, Made>(make: (thing: Thing) => Made): (thing: Thing) => Made {
  const made = new WeakMap<Thing, Made>()
  return (thing) => {
    const known = made.get(thing)
    if (known !== undefined) return known
    const own = make(thing)
    made.set(thing, own)
    return own
  }
}

function every<World>(questions: readonly WorldQuestion<World>[]): WorldQuestion<World> {
  const [only] = questions
  if (only !== undefined && questions.length === 1) return only
  return (world) => {
    for (const question of questions) if (!question(world)) return false
    return true
  }
}

function some<World>(questions: readonly WorldQuestion<World>[]): WorldQuestion<World> {
  const [only] = questions
  if (only !== undefined && questions.length === 1) return only
  return (world) => {
    for (const question of questions) if (question(world)) return true
    return false
  }
}

function negation<World>(question: WorldQuestion<World>): WorldQuestion<World> {
  return (world) => !question(world)
}
