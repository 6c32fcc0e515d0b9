import type { NodeId, Predicate } from '../predicate.ts'
import type { Rule } from '../rule.ts'
import type { Evidence } from '../verdict.ts'
import { type AnswerOf, type Answers, answersIn } from './condition-formula.ts'

/**
 * The leaves whose other answer alone, at every use of their identifier, flips the condition. The identifier is a tree,
 * so one pass says whether a leaf decides it; the condition is then read once more with the identifier's other answer.
 */
export function decisiveLeaves(rule: Rule, answers: Answers): ReadonlySet<NodeId> {
  const decisive = new Set<NodeId>()
  for (const identifier of rule.identifiers) {
    const evidence = answers.get(identifier.name)
    if (evidence === undefined || !flipsCondition(rule, answersIn(answers), identifier.name)) continue
    for (const leaf of leavesDeciding(identifier.predicate, evidence)) decisive.add(leaf)
  }
  return decisive
}

function flipsCondition({ condition }: Rule, answerOf: AnswerOf, flipped: string): boolean {
  const otherwise: AnswerOf = (name) => (name === flipped ? !answerOf(name) : answerOf(name))
  return holdsWhen(condition, otherwise) !== holdsWhen(condition, answerOf)
}

function holdsWhen(node: Predicate, answerOf: AnswerOf): boolean {
  switch (node.kind) {
    case 'all':
      return node.children.every((child) => holdsWhen(child, answerOf))
    case 'any':
      return node.children.some((child) => holdsWhen(child, answerOf))
    case 'not':
      return !holdsWhen(node.child, answerOf)
    case 'identifier':
      return answerOf(node.name)
    case 'key':
    case 'leaf':
      return false
  }
}

function* leavesDeciding(node: Predicate, evidence: Evidence): Generator<NodeId> {
  if (evidence.kind === 'leaf') {
    yield node.id
    return
  }
  switch (node.kind) {
    case 'leaf':
    case 'identifier':
      return
    case 'not': {
      const child = evidence.children[0]
      if (child !== undefined) yield* leavesDeciding(node.child, child)
      return
    }
    case 'all':
    case 'any':
    case 'key': {
      const conjunction = node.kind === 'all' || (node.kind === 'key' && node.quantifier === 'all')
      const blocking = evidence.children.filter((child) => child.matched !== conjunction).length
      for (const [index, child] of node.children.entries()) {
        const answer = evidence.children[index]
        if (answer === undefined) continue
        const othersBlocking = blocking - (answer.matched === conjunction ? 0 : 1)
        if (othersBlocking === 0) yield* leavesDeciding(child, answer)
      }
    }
  }
}
