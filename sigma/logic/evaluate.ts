import { type AskedEvent, askedEvent, askedField } from '../events/asked-event.ts'
import { fieldsFor } from '../events/category-names.ts'
import type { Event } from '../events/event.ts'
import type { Evidence, LeafEvidence } from '../judge/verdict.ts'
import { reasonAgainst } from '../operators/operators.ts'
import type { Leaf, Predicate } from '../rule/predicate.ts'
import type { Rule } from '../rule/rule.ts'
import { foldCondition, foldTree, referred, type TreeAlgebra } from './fold.ts'
import { leafQuestion } from './leaf-matches.ts'

/** A rule's answer with the evidence of every node: nothing is cut short. */
export interface Evaluation {
  /** A reference's evidence is a branch whose only child is the identifier's evidence. */
  readonly condition: Evidence
  /** Of every search identifier, used or not, by name. */
  readonly identifiers: ReadonlyMap<string, Evidence>
}

/**
 * Answers a rule's condition and every search identifier, used or not, from the event's fields as the rule's log source
 * reads them. The log source gate is not part of it.
 */
export function evaluateRule(rule: Rule, event: Event): Evaluation {
  const algebra = evidenceFrom(askedEvent(fieldsFor(rule.logsource, event)))
  const identifiers = new Map(rule.identifiers.map(({ name, predicate }) => [name, foldTree(predicate, algebra)]))
  const condition = foldCondition(rule.condition, {
    ...algebra,
    reference: (reference) => {
      const own = referred(identifiers, reference)
      return branch(reference, own.matched, [own])
    },
  })
  return { condition, identifiers }
}

function evidenceFrom(event: AskedEvent): TreeAlgebra<Evidence> {
  return {
    leaf: (leaf) => leafEvidence(leaf, event),
    all: (children, node) => branch(node, children.every(isMatched), children),
    any: (children, node) => branch(node, children.some(isMatched), children),
    not: (child, node) =>
      node.kind === 'key' ? { ...child, matched: !child.matched } : branch(node, !child.matched, [child]),
  }
}

function leafEvidence(leaf: Leaf, event: AskedEvent): LeafEvidence {
  const matched = leafQuestion(leaf)(event)
  if (leaf.field === null) {
    return { kind: 'leaf', node: leaf.id, matched, actual: undefined, reason: matched ? 'matched' : 'no-keyword' }
  }
  const field = askedField(event, leaf.field)
  const reason = matched ? 'matched' : reasonAgainst(leaf.test, field, event)
  return { kind: 'leaf', node: leaf.id, matched, actual: field.actual, reason }
}

function branch(node: Predicate, matched: boolean, children: readonly Evidence[]): Evidence {
  return { kind: 'branch', node: node.id, matched, children }
}

function isMatched(evidence: Evidence): boolean {
  return evidence.matched
}
