import type { Verdict } from '../judge/verdict.ts'
import type { Rule } from '../rule/rule.ts'
import { overFields, overFilters, overIdentifiers, withoutPart } from './forcing.ts'
import { holdsWhen, type IdentifierAnswers, identifiersWhen, type LeafAnswers } from './leaf-answers.ts'
import { culpritsOf } from './repairs.ts'

/**
 * What a rule says of an event of its log source whose leaves answer so: fires, suppressed or missed, in this order, by the
 * definitions of the vocabulary (section 1).
 */
export function verdictWhen(rule: Rule, answers: LeafAnswers): Verdict {
  if (holdsWhen(rule, answers)) return { kind: 'fires' }
  const held = identifiersWhen(rule, answers)
  const by = suppressorsWhen(rule, held)
  if (by.length > 0) return { kind: 'suppressed', by }
  return {
    kind: 'missed',
    identifiers: culpritsOf(overIdentifiers(rule, held)),
    fields: culpritsOf(overFields(rule, held, answers)),
  }
}

/**
 * The filters that suppress the rule when its identifiers answer so: the culprits among repairs made of filters alone.
 * Empty when it fires, and when it would not fire with all filters forced false either.
 */
export function suppressorsWhen(rule: Rule, held: IdentifierAnswers): readonly string[] {
  if (!rule.identifiers.some(({ role }) => role === 'filter')) return []
  const filters = overFilters(rule, held)
  const everyPart = new Set(rule.identifiers.map(({ name }) => name))
  const suppressed = !filters.when(new Set()) && filters.when(everyPart)
  return suppressed ? culpritsOf(filters) : []
}

/** Whether a rule whose leaves answer so fires only because this part matches: forced false, it would be silent. */
export function firesViaWhen(rule: Rule, answers: LeafAnswers, part: string): boolean {
  return holdsWhen(rule, answers) && !withoutPart(rule, answers, part).when(new Set([part]))
}
