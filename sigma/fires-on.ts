import { leafMatches } from './evaluate.ts'
import type { Event, Fields } from './event.ts'
import { fieldsFor } from './events/category-names.ts'
import { fitsLogSource } from './log-source.ts'
import type { Key, Predicate } from './predicate.ts'
import type { Rule } from './rule.ts'

/** Whether a rule fires on an event: what `judge` says, without the evidence, and cut short as soon as it is settled. */
export function firesOn(rule: Rule, event: Event): boolean {
  return (
    fitsLogSource(rule.logsource, event) && holds(rule.condition, fieldsFor(rule.logsource, event), rule.identifiers)
  )
}

/**
 * Whether a predicate over these search identifiers holds for the fields of an event, cut short as soon as it is settled. A key
 * that is `assumed`, wherever it stands, holds whatever the event says.
 */
export function holds(
  node: Predicate,
  fields: Fields,
  identifiers: Rule['identifiers'],
  assumed: Key | null = null,
): boolean {
  switch (node.kind) {
    case 'all':
      return node.children.every((child) => holds(child, fields, identifiers, assumed))
    case 'any':
      return node.children.some((child) => holds(child, fields, identifiers, assumed))
    case 'not':
      return !holds(node.child, fields, identifiers, assumed)
    case 'key': {
      if (assumed !== null && node.id === assumed.id) return true
      const matches =
        node.quantifier === 'all'
          ? node.children.every((leaf) => leafMatches(leaf, fields))
          : node.children.some((leaf) => leafMatches(leaf, fields))
      return matches !== node.negated
    }
    case 'identifier': {
      const found = identifiers.find(({ name }) => name === node.name)
      return found !== undefined && holds(found.predicate, fields, identifiers, assumed)
    }
    case 'leaf':
      return leafMatches(node, fields)
  }
}
