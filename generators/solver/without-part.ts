import type { Predicate, Rule } from '../../sigma/index.ts'
import { conditionOf, type Thought, type Wanted, wantedOf } from './normal-form.ts'

/**
 * The condition of a rule without one part: an identifier answers as firing needs it; a field's keys are left out
 * wherever they stand, filters included. A map with nothing left is left out itself, an identifier with nothing left
 * answers as firing needs it.
 */
export function conditionWithout(rule: Rule, part: string, holds: boolean): Wanted {
  if (rule.identifiers.some((identifier) => identifier.name === part)) {
    return conditionOf(rule, holds, (node) =>
      node.kind === 'identifier' && node.name === part ? needed(rule, part) : null,
    )
  }
  const identifiers = rule.identifiers.map((identifier) => ({
    ...identifier,
    rest: withoutField(identifier.predicate, part),
  }))
  const rests = new Map(identifiers.map(({ name, rest }) => [name, rest]))
  const thought: Thought = (node) =>
    node.kind === 'identifier' && rests.get(node.name) === null ? needed(rule, node.name) : null
  const left = identifiers.flatMap(({ rest, ...identifier }) =>
    rest === null ? [] : [{ ...identifier, predicate: rest }],
  )
  const remaining: Rule = { ...rule, identifiers: left }
  return wantedOf(rule.condition, holds, remaining, thought)
}

function needed(rule: Rule, name: string): boolean {
  return rule.identifiers.find((identifier) => identifier.name === name)?.role !== 'filter'
}

function withoutField(node: Predicate, field: string): Predicate | null {
  switch (node.kind) {
    case 'leaf':
    case 'key':
      return node.field === field ? null : node
    case 'identifier':
      return node
    case 'not': {
      const child = withoutField(node.child, field)
      return child === null ? null : { ...node, child }
    }
    case 'all':
    case 'any': {
      const children = node.children.map((child) => withoutField(child, field)).filter((child) => child !== null)
      return children.length === 0 ? null : { ...node, children }
    }
  }
}
