import type { Predicate, Reference } from '../rule/predicate.ts'
import type { Rule, SearchIdentifier } from '../rule/rule.ts'
import { foldCondition, foldTree, referred } from './fold.ts'
import { type IdentifierAnswers, type LeafAnswers, treeHoldsWhen } from './leaf-answers.ts'
import { constant, type Formula, forcible, formulas } from './repairs.ts'

/** The condition over whole search identifiers: forced, a filter is false and any other is true. */
export function overIdentifiers(rule: Rule, held: IdentifierAnswers): Formula {
  return overCondition(rule, ({ name, role }) => forcible(name, held(name), role !== 'filter'))
}

/** The condition over its filters alone: every other identifier answers as it does. */
export function overFilters(rule: Rule, held: IdentifierAnswers): Formula {
  return overCondition(rule, ({ name, role }) =>
    role === 'filter' ? forcible(name, held(name), false) : constant(held(name)),
  )
}

/**
 * The condition over fields and whole filters: a field's keys, wherever they stand outside filters, are forced
 * together. Keywords have no field; they are forced with the identifier that holds them.
 */
export function overFields(rule: Rule, held: IdentifierAnswers, answers: LeafAnswers): Formula {
  return overCondition(rule, ({ name, role, predicate }) =>
    role === 'filter'
      ? forcible(name, held(name), false)
      : overKeys(predicate, answers, (field, now) => forcible(field ?? name, now, true)),
  )
}

/** The condition with one part as all that may be forced, which is false then: the question behind `fires via`. */
export function withoutPart(rule: Rule, answers: LeafAnswers, part: string): Formula {
  const isIdentifier = rule.identifiers.some(({ name }) => name === part)
  return overCondition(rule, ({ name, role, predicate }) => {
    if (!isIdentifier && role !== 'filter') {
      return overKeys(predicate, answers, (field, now) => (field === part ? forcible(part, now, false) : constant(now)))
    }
    const now = treeHoldsWhen(predicate, answers)
    return isIdentifier && name === part ? forcible(part, now, false) : constant(now)
  })
}

function overCondition(rule: Rule, ofIdentifier: (identifier: SearchIdentifier) => Formula): Formula {
  const named = new Map(rule.identifiers.map((identifier) => [identifier.name, identifier]))
  const reference = (each: Reference): Formula => ofIdentifier(referred(named, each))
  return foldCondition(rule.condition, { ...formulas, reference })
}

/** An identifier's tree down to its keys and bare keywords. */
function overKeys(
  tree: Predicate,
  answers: LeafAnswers,
  ofKey: (field: string | null, now: boolean) => Formula,
): Formula {
  return foldTree(tree, {
    ...formulas,
    key: (key) => ofKey(key.field, treeHoldsWhen(key, answers)),
    leaf: (leaf) => ofKey(leaf.field, answers(leaf)),
  })
}
