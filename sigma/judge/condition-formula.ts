import type { Predicate, Reference } from '../predicate.ts'
import type { Rule, SearchIdentifier } from '../rule.ts'
import type { Evidence } from '../verdict.ts'
import type { Formula } from './formula.ts'

/** What each search identifier answered, with its evidence. */
export type Answers = ReadonlyMap<string, Evidence>

/** What a search identifier answers, or would answer in a case that is only thought of. */
export type AnswerOf = (identifier: string) => boolean

/** The answers as judged. */
export function answersIn(answers: Answers): AnswerOf {
  return (identifier) => answers.get(identifier)?.matched ?? false
}

/** The condition over whole search identifiers: forced, a filter is false and any other is true. */
export function overIdentifiers(rule: Rule, answerOf: AnswerOf): Formula {
  return overCondition(rule, (identifier) => ({
    kind: 'atom',
    part: identifier.name,
    now: answerOf(identifier.name),
    forced: identifier.role !== 'filter',
  }))
}

/** The condition over its filters alone: every other identifier answers as it does. */
export function overFilters(rule: Rule, answerOf: AnswerOf): Formula {
  return overCondition(rule, (identifier) => {
    const now = answerOf(identifier.name)
    return identifier.role === 'filter'
      ? { kind: 'atom', part: identifier.name, now, forced: false }
      : { kind: 'constant', value: now }
  })
}

/**
 * The condition over fields and whole filters: a field's keys, wherever they stand outside filters, are forced
 * together. Keywords have no field; they are forced with the identifier that holds them.
 */
export function overFields(rule: Rule, answers: Answers): Formula {
  return overCondition(rule, (identifier) => {
    const evidence = answers.get(identifier.name)
    if (identifier.role === 'filter' || evidence === undefined) {
      return { kind: 'atom', part: identifier.name, now: answersIn(answers)(identifier.name), forced: false }
    }
    return overKeys(identifier.predicate, evidence, (field) => ({ part: field ?? identifier.name, forced: true }))
  })
}

/** The condition with one part as its only atom, which forced is false: the question behind `fires via`. */
export function withoutPart(rule: Rule, answers: Answers, part: string): Formula {
  const isIdentifier = rule.identifiers.some((identifier) => identifier.name === part)
  return overCondition(rule, (identifier) => {
    const now = answersIn(answers)(identifier.name)
    if (isIdentifier) {
      return identifier.name === part ? { kind: 'atom', part, now, forced: false } : { kind: 'constant', value: now }
    }
    const evidence = answers.get(identifier.name)
    if (identifier.role === 'filter' || evidence === undefined) return { kind: 'constant', value: now }
    return overKeys(identifier.predicate, evidence, (field) => (field === part ? { part, forced: false } : null))
  })
}

function overCondition(rule: Rule, ofIdentifier: (identifier: SearchIdentifier) => Formula): Formula {
  const byName = new Map(rule.identifiers.map((identifier) => [identifier.name, identifier]))
  const ofReference = (reference: Reference): Formula => {
    const identifier = byName.get(reference.name)
    return identifier === undefined ? { kind: 'constant', value: false } : ofIdentifier(identifier)
  }
  const of = (node: Predicate): Formula => {
    switch (node.kind) {
      case 'all':
      case 'any':
        return { kind: node.kind, children: node.children.map(of) }
      case 'not':
        return { kind: 'not', child: of(node.child) }
      case 'identifier':
        return ofReference(node)
      case 'key':
      case 'leaf':
        return { kind: 'constant', value: false }
    }
  }
  return of(rule.condition)
}

type Forcing = { readonly part: string; readonly forced: boolean } | null

/** An identifier's tree down to its keys and bare keywords; what has no forcing is a constant. */
function overKeys(node: Predicate, evidence: Evidence, forcingOf: (field: string | null) => Forcing): Formula {
  const below = evidence.kind === 'branch' ? evidence.children : []
  const child = (predicate: Predicate, index: number): Formula => {
    const childEvidence = below[index]
    return childEvidence === undefined
      ? { kind: 'constant', value: false }
      : overKeys(predicate, childEvidence, forcingOf)
  }
  switch (node.kind) {
    case 'all':
    case 'any':
      return { kind: node.kind, children: node.children.map(child) }
    case 'not':
      return { kind: 'not', child: child(node.child, 0) }
    case 'key':
    case 'leaf': {
      const forcing = forcingOf(node.field)
      return forcing === null
        ? { kind: 'constant', value: evidence.matched }
        : { kind: 'atom', part: forcing.part, now: evidence.matched, forced: forcing.forced }
    }
    case 'identifier':
      return { kind: 'constant', value: evidence.matched }
  }
}
