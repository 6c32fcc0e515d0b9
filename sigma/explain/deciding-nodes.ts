import type { Fields } from '../events/event.ts'
import type { Judgement } from '../judge/verdict.ts'
import { type Key, type Leaf, leavesOf, nodesOf } from '../rule/predicate.ts'
import type { Rule, SearchIdentifier } from '../rule/rule.ts'
import { farness } from './farness.ts'

/**
 * What an explanation shows first: the values under the names that somebody asked about, then the decisive leaves;
 * where no value decides alone, the keys of the parts that stand in the way. Nearest to the event's own text first.
 */
export function decidingNodes(
  rule: Rule,
  fields: Fields,
  judgement: Judgement,
  asked: readonly string[],
): readonly (Key | Leaf)[] {
  const decisive = rule.identifiers
    .flatMap((identifier) => [...leavesOf(identifier.predicate)].map((leaf) => ({ leaf, identifier })))
    .filter(({ leaf }) => judgement.decisive.has(leaf.id))
  if (decisive.length === 0) return keysInTheWay(rule, judgement, asked)
  const suppressed = judgement.verdict.kind === 'suppressed'
  const rank = (identifier: SearchIdentifier, leaf: Leaf): number => {
    if (isNamed(asked, identifier, leaf)) return 0
    return (identifier.role === 'filter') === suppressed ? 1 : 2
  }
  return decisive
    .map(({ leaf, identifier }) => ({ leaf, rank: rank(identifier, leaf), far: farness(leaf, fields) }))
    .sort((a, b) => a.rank - b.rank || a.far - b.far)
    .map(({ leaf }) => leaf)
}

function keysInTheWay(rule: Rule, judgement: Judgement, asked: readonly string[]): readonly Key[] {
  const names = new Set([...asked, ...culpritsOf(judgement)])
  return rule.identifiers.flatMap((identifier) =>
    [...nodesOf(identifier.predicate)].filter(
      (node): node is Key => node.kind === 'key' && isNamed([...names], identifier, node),
    ),
  )
}

function culpritsOf({ verdict }: Judgement): readonly string[] {
  switch (verdict.kind) {
    case 'suppressed':
      return verdict.by
    case 'missed':
      return verdict.fields
    case 'fires':
    case 'wrong-log-source':
      return []
  }
}

/** Named as its identifier; or, outside filters, by its field. */
function isNamed(names: readonly string[], identifier: SearchIdentifier, node: Key | Leaf): boolean {
  if (names.includes(identifier.name)) return true
  return identifier.role !== 'filter' && node.field !== null && names.includes(node.field)
}
