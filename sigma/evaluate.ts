import { type Event, type Fields, fieldValue, scalarsOf } from './event.ts'
import { fieldsFor } from './events/category-names.ts'
import { findsKeyword, passes, reasonAgainst } from './operators.ts'
import type { Leaf, Predicate } from './predicate.ts'
import type { Rule } from './rule.ts'
import type { Evidence, LeafEvidence } from './verdict.ts'

/**
 * Answers a predicate for an event, with evidence for every node: nothing is cut short. References are answered from
 * `identifiers`; throws a TypeError for one that is not there, which no compiled rule has.
 */
export function evaluate(predicate: Predicate, fields: Fields, identifiers: ReadonlyMap<string, Evidence>): Evidence {
  switch (predicate.kind) {
    case 'all': {
      const children = predicate.children.map((child) => evaluate(child, fields, identifiers))
      return branch(predicate, children.every(isMatched), children)
    }
    case 'any': {
      const children = predicate.children.map((child) => evaluate(child, fields, identifiers))
      return branch(predicate, children.some(isMatched), children)
    }
    case 'key': {
      const children = predicate.children.map((leaf) => leafEvidence(leaf, fields))
      const holds = predicate.quantifier === 'all' ? children.every(isMatched) : children.some(isMatched)
      return branch(predicate, holds !== predicate.negated, children)
    }
    case 'not': {
      const child = evaluate(predicate.child, fields, identifiers)
      return branch(predicate, !child.matched, [child])
    }
    case 'identifier': {
      const evidence = identifiers.get(predicate.name)
      if (evidence === undefined) throw new TypeError(`no evidence for the search identifier '${predicate.name}'`)
      return branch(predicate, evidence.matched, [evidence])
    }
    case 'leaf':
      return leafEvidence(predicate, fields)
  }
}

/**
 * Answers a rule's condition and every search identifier, used or not, from the event's fields as the rule's log source
 * reads them. The log source gate is not part of it.
 */
export function evaluateRule(
  rule: Rule,
  event: Event,
): { readonly condition: Evidence; readonly identifiers: ReadonlyMap<string, Evidence> } {
  const fields = fieldsFor(rule.logsource, event)
  const none = new Map<string, Evidence>()
  const identifiers = new Map(rule.identifiers.map(({ name, predicate }) => [name, evaluate(predicate, fields, none)]))
  return { condition: evaluate(rule.condition, fields, identifiers), identifiers }
}

/** Whether a leaf's value matches the event. */
export function leafMatches(leaf: Leaf, fields: Fields): boolean {
  if (leaf.field === null) return scalarsOf(fields).some((value) => findsKeyword(leaf.test, value))
  return passes(leaf.test, fieldValue(fields, leaf.field), fields)
}

function leafEvidence(leaf: Leaf, fields: Fields): LeafEvidence {
  const matched = leafMatches(leaf, fields)
  if (leaf.field === null) {
    return { kind: 'leaf', node: leaf.id, matched, actual: undefined, reason: matched ? 'matched' : 'no-keyword' }
  }
  const actual = fieldValue(fields, leaf.field)
  const reason = matched ? 'matched' : reasonAgainst(leaf.test, actual, fields)
  return { kind: 'leaf', node: leaf.id, matched, actual, reason }
}

function branch(node: Predicate, matched: boolean, children: readonly Evidence[]): Evidence {
  return { kind: 'branch', node: node.id, matched, children }
}

function isMatched(evidence: Evidence): boolean {
  return evidence.matched
}
