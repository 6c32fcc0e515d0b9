import {
  type Key,
  type Leaf,
  type LeafAnswers,
  type Predicate,
  type Rule,
  treeHoldsWhen,
} from '../../../sigma/index.ts'

/** A rule, and what an edit has made of it. */
export interface RuleChange {
  readonly before: Rule
  readonly after: Rule
  /**
   * Whether the edit cannot be told on an event on which leaves answer so: each part of a verdict and its causes, down to
   * the keys of fields, answers as before. Where the edit has changed what the parts are, it always may.
   */
  readonly isIdleWhere: (answers: LeafAnswers) => boolean
}

/** Looks for where two readings of a rule differ. */
export function changeOf(before: Rule, after: Rule): RuleChange {
  const exchanges = exchangesIn(before, after)
  return {
    before,
    after,
    isIdleWhere: (answers) => exchanges?.every((exchange) => isIdle(exchange, answers)) === true,
  }
}

/** A node that stands in another's place. */
interface Exchange {
  readonly before: Predicate
  readonly after: Predicate
  /** Of two keys the one value in which they differ, where it is no more. */
  readonly value: readonly [before: Leaf, after: Leaf] | null
}

function isIdle({ before, after, value }: Exchange, answers: LeafAnswers): boolean {
  if (value !== null && answers(value[0]) === answers(value[1])) return true
  return treeHoldsWhen(before, answers) === treeHoldsWhen(after, answers)
}

/** All that differs, where the condition is the same over parts of the same names; else null. */
function exchangesIn(before: Rule, after: Rule): readonly Exchange[] | null {
  if (before.condition !== after.condition || before.logsource !== after.logsource) return null
  if (before.identifiers.length !== after.identifiers.length) return null
  const exchanges: Exchange[] = []
  for (const [index, own] of before.identifiers.entries()) {
    const other = after.identifiers[index]
    if (other?.name !== own.name || other.role !== own.role) return null
    // Of a filter, causes name nothing but the whole.
    if (own.role === 'filter') {
      if (own.predicate !== other.predicate) exchanges.push(exchangeOf(own.predicate, other.predicate))
    } else if (!addExchanges(own.predicate, other.predicate, exchanges)) return null
  }
  return exchanges
}

/** Whether the trees have the same fields in the same places. */
function addExchanges(before: Predicate, after: Predicate, exchanges: Exchange[]): boolean {
  if (before === after) return true
  if ((before.kind === 'key' || before.kind === 'leaf') && before.kind === after.kind) {
    exchanges.push(exchangeOf(before, after))
    return before.field === after.field
  }
  if ((before.kind !== 'all' && before.kind !== 'any') || before.kind !== after.kind) return false
  const { children } = after
  if (before.children.length !== children.length) return false
  return before.children.every((child, index) => {
    const other = children[index]
    return other !== undefined && addExchanges(child, other, exchanges)
  })
}

function exchangeOf(before: Predicate, after: Predicate): Exchange {
  return { before, after, value: before.kind === 'key' && after.kind === 'key' ? valueApart(before, after) : null }
}

function valueApart(before: Key, after: Key): Exchange['value'] {
  const isAlike = before.quantifier === after.quantifier && before.negated === after.negated
  if (!isAlike || before.children.length !== after.children.length) return null
  const apart = before.children.flatMap((leaf, index): readonly (readonly [Leaf, Leaf])[] => {
    const other = after.children[index]
    return other === undefined || other === leaf ? [] : [[leaf, other]]
  })
  return apart.length === 1 ? (apart[0] ?? null) : null
}
