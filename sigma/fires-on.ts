import { leafMatches } from './evaluate.ts'
import type { Event, Fields } from './event.ts'
import { fieldsFor } from './events/category-names.ts'
import { fitsLogSource } from './log-source.ts'
import type { Predicate } from './predicate.ts'
import type { Rule } from './rule.ts'

/** Whether a rule fires on an event: what `judge` says, without the evidence, and cut short as soon as it is settled. */
export function firesOn(rule: Rule, event: Event): boolean {
  return fitsLogSource(rule.logsource, event) && holds(rule.condition, fieldsFor(rule.logsource, event), rule)
}

function holds(node: Predicate, fields: Fields, rule: Rule): boolean {
  switch (node.kind) {
    case 'all':
      return node.children.every((child) => holds(child, fields, rule))
    case 'any':
      return node.children.some((child) => holds(child, fields, rule))
    case 'not':
      return !holds(node.child, fields, rule)
    case 'key': {
      const matches =
        node.quantifier === 'all'
          ? node.children.every((leaf) => leafMatches(leaf, fields))
          : node.children.some((leaf) => leafMatches(leaf, fields))
      return matches !== node.negated
    }
    case 'identifier': {
      const found = rule.identifiers.find(({ name }) => name === node.name)
      return found !== undefined && holds(found.predicate, fields, rule)
    }
    case 'leaf':
      return leafMatches(node, fields)
  }
}
