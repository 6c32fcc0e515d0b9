import { type Leaf, nodesOf, type Predicate, type Reference } from '../rule/predicate.ts'
import type { Rule } from '../rule/rule.ts'
import { byCodeUnit } from '../text/by-code-unit.ts'
import { foldCondition, foldTree, referred } from './fold.ts'
import type { LeafAnswers } from './leaf-answers.ts'
import { kept } from './question.ts'

/** Over this many flips a silent event is only called far from firing. */
const farOver = 3

/** Identifiers used more than once are tried both ways, up to this many of them. */
const searchLimit = 12

/** The least number of leaves to flip for the condition to hold: 0 when it does, `far` over 3 or when none can. */
export function distanceToFiring(rule: Rule, answers: LeafAnswers): number | 'far' {
  const leaf = (each: Leaf): Flips => (answers(each) ? matches : differs)
  const costs = new Map(rule.identifiers.map(({ name, predicate }) => [name, foldTree(predicate, { ...joins, leaf })]))
  const repeated = repeatedReferences(rule.condition)
  let least = Number.POSITIVE_INFINITY
  for (let bits = 0; bits < 2 ** repeated.length; bits += 1) {
    const open = new Map(costs)
    let pinning = 0
    for (const [index, reference] of repeated.entries()) {
      const isTrue = ((bits >> index) & 1) === 1
      const { toTrue, toFalse } = referred(costs, reference)
      pinning += isTrue ? toTrue : toFalse
      open.set(reference.name, isTrue ? pinnedTrue : pinnedFalse)
    }
    const { toTrue } = foldCondition(rule.condition, { ...joins, reference: (reference) => referred(open, reference) })
    least = Math.min(least, pinning + toTrue)
  }
  return least > farOver ? 'far' : least
}

/** The least flips to make a node true, and false. */
interface Flips {
  readonly toTrue: number
  readonly toFalse: number
}

const matches: Flips = { toTrue: 0, toFalse: 1 }
const differs: Flips = { toTrue: 1, toFalse: 0 }
const pinnedTrue: Flips = { toTrue: 0, toFalse: Number.POSITIVE_INFINITY }
const pinnedFalse: Flips = { toTrue: Number.POSITIVE_INFINITY, toFalse: 0 }

const joins = { all: conjunction, any: disjunction, not: negation }

/** One reference for each of them. */
const repeatedReferences: (condition: Predicate) => readonly Reference[] = kept((condition) => {
  const first = new Map<string, Reference>()
  const repeated = new Map<string, Reference>()
  for (const node of nodesOf(condition)) {
    if (node.kind !== 'identifier') continue
    const earlier = first.get(node.name)
    if (earlier === undefined) first.set(node.name, node)
    else repeated.set(node.name, earlier)
  }
  return [...repeated.values()].sort((one, other) => byCodeUnit(one.name, other.name)).slice(0, searchLimit)
})

function conjunction(flips: readonly Flips[]): Flips {
  return {
    toTrue: flips.reduce((sum, each) => sum + each.toTrue, 0),
    toFalse: flips.reduce((least, each) => Math.min(least, each.toFalse), Number.POSITIVE_INFINITY),
  }
}

function disjunction(flips: readonly Flips[]): Flips {
  return negation(conjunction(flips.map(negation)))
}

function negation({ toTrue, toFalse }: Flips): Flips {
  return { toTrue: toFalse, toFalse: toTrue }
}
