import { nodesOf, type Predicate } from '../predicate.ts'
import type { Rule } from '../rule.ts'
import type { Evidence } from '../verdict.ts'
import type { Answers } from './condition-formula.ts'

/** Over this many flips a silent event is only called far from firing. */
const farOver = 3

/** Identifiers used more than once are tried both ways, up to this many of them. */
const searchLimit = 12

/** The least number of leaves to flip for the condition to hold: 0 when it does, `far` over 3 or when none can. */
export function distanceToFiring(rule: Rule, answers: Answers): number | 'far' {
  const costs = new Map(
    rule.identifiers.map((identifier) => {
      const evidence = answers.get(identifier.name)
      return [identifier.name, evidence === undefined ? unreachable : flipsOfTree(identifier.predicate, evidence)]
    }),
  )
  const repeated = repeatedReferences(rule).slice(0, searchLimit)
  let least = Number.POSITIVE_INFINITY
  for (let bits = 0; bits < 2 ** repeated.length; bits += 1) {
    const pinned = new Map(repeated.map((name, index) => [name, ((bits >> index) & 1) === 1]))
    const pinning = [...pinned].reduce((sum, [name, wanted]) => sum + flipsFor(costs.get(name), wanted), 0)
    const open = new Map([...costs].map(([name, cost]) => [name, pinnedCost(pinned.get(name)) ?? cost]))
    least = Math.min(least, pinning + flipsOfCondition(rule.condition, open).toTrue)
  }
  return least > farOver ? 'far' : least
}

/** The least flips to make a node true, and false. */
interface Flips {
  readonly toTrue: number
  readonly toFalse: number
}

const unreachable: Flips = { toTrue: Number.POSITIVE_INFINITY, toFalse: 0 }

function flipsFor(flips: Flips | undefined, wanted: boolean): number {
  if (flips === undefined) return Number.POSITIVE_INFINITY
  return wanted ? flips.toTrue : flips.toFalse
}

function pinnedCost(answer: boolean | undefined): Flips | undefined {
  if (answer === undefined) return undefined
  return { toTrue: answer ? 0 : Number.POSITIVE_INFINITY, toFalse: answer ? Number.POSITIVE_INFINITY : 0 }
}

function repeatedReferences(rule: Rule): readonly string[] {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const node of nodesOf(rule.condition)) {
    if (node.kind !== 'identifier') continue
    if (seen.has(node.name)) repeated.add(node.name)
    seen.add(node.name)
  }
  return [...repeated].sort()
}

function flipsOfTree(node: Predicate, evidence: Evidence): Flips {
  if (evidence.kind === 'leaf') return { toTrue: evidence.matched ? 0 : 1, toFalse: evidence.matched ? 1 : 0 }
  const children = evidence.children
  const below = (child: Predicate, index: number): Flips => {
    const answer = children[index]
    return answer === undefined ? unreachable : flipsOfTree(child, answer)
  }
  switch (node.kind) {
    case 'all':
      return conjunction(node.children.map(below))
    case 'any':
      return disjunction(node.children.map(below))
    case 'not':
      return negation(below(node.child, 0))
    case 'key': {
      const joined = node.quantifier === 'all' ? conjunction : disjunction
      const flips = joined(node.children.map(below))
      return node.negated ? negation(flips) : flips
    }
    case 'identifier':
    case 'leaf':
      return unreachable
  }
}

function flipsOfCondition(node: Predicate, costs: ReadonlyMap<string, Flips>): Flips {
  switch (node.kind) {
    case 'all':
      return conjunction(node.children.map((child) => flipsOfCondition(child, costs)))
    case 'any':
      return disjunction(node.children.map((child) => flipsOfCondition(child, costs)))
    case 'not':
      return negation(flipsOfCondition(node.child, costs))
    case 'identifier':
      return costs.get(node.name) ?? unreachable
    case 'key':
    case 'leaf':
      return unreachable
  }
}

function conjunction(flips: readonly Flips[]): Flips {
  return {
    toTrue: flips.reduce((sum, each) => sum + each.toTrue, 0),
    toFalse: Math.min(...flips.map((each) => each.toFalse)),
  }
}

function disjunction(flips: readonly Flips[]): Flips {
  return negation(conjunction(flips.map(negation)))
}

function negation(flips: Flips): Flips {
  return { toTrue: flips.toFalse, toFalse: flips.toTrue }
}
