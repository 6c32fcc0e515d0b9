import { hash } from 'node:crypto'
import type { Predicate, Rule, Test } from '../../sigma/index.ts'

/**
 * SHA-256 in hex of what decides whether a rule fires: rules of one hash fire on the same events. Names, places and
 * spellings are left out, as are identifiers that the condition does not use; what only groups is dissolved. The log source
 * is a part of it: rules of other gates are not equal by their conditions.
 */
export function firingHashOf({ identifiers, condition, logsource }: Rule): string {
  const trees = new Map(identifiers.map(({ name, predicate }) => [name, predicate]))
  const gate = [logsource.category, logsource.product, logsource.service].map((each) => each?.toLowerCase() ?? null)
  return hash('sha256', JSON.stringify([gate, shapeOf(condition, trees)]))
}

type Shape = readonly [kind: string, ...parts: readonly unknown[]]

function shapeOf(node: Predicate, trees: ReadonlyMap<string, Predicate>): Shape {
  switch (node.kind) {
    case 'leaf':
      return ['leaf', node.field, shapeOfTest(node.test)]
    case 'identifier': {
      const tree = trees.get(node.name)
      return tree === undefined ? ['identifier', node.name] : shapeOf(tree, trees)
    }
    case 'not':
      return negated(shapeOf(node.child, trees))
    case 'key': {
      const shape = joined(node.quantifier, node.children, trees)
      return node.negated ? negated(shape) : shape
    }
    case 'all':
    case 'any':
      return joined(node.kind, node.children, trees)
  }
}

/** The anchor is left out: the wildcards it stands for are in the patterns. */
function shapeOfTest(test: Test): unknown {
  return test.operator === 'text' ? ['text', test.cased, test.alternatives] : test
}

function joined(kind: 'all' | 'any', children: readonly Predicate[], trees: ReadonlyMap<string, Predicate>): Shape {
  const shapes = children.map((child) => shapeOf(child, trees))
  const [first, ...others] = shapes
  if (first !== undefined && others.length === 0) return first
  return [kind, ...shapes.flatMap((shape) => (shape[0] === kind ? shape.slice(1) : [shape]))]
}

function negated(shape: Shape): Shape {
  const [kind, child] = shape
  return kind === 'not' && isShape(child) ? child : ['not', shape]
}

function isShape(value: unknown): value is Shape {
  return Array.isArray(value)
}
