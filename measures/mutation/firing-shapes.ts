import type { Key, Leaf, LogSource, Predicate, Rule, Test } from '../../sigma/index.ts'

/**
 * Names what decides whether a rule fires: of the rules that one naming has named alike, all fire on the same events. Places
 * and spellings are left out, as are identifiers that the condition does not use; what only groups is dissolved. The log
 * source is a part of it: rules of other gates are not equal by their conditions. What rules share is looked at once.
 */
export function firingShapes(): (rule: Rule) => string {
  const shapes = new Map<string, FiringShape>()
  const known = new WeakMap<Leaf | Key, FiringShape>()

  return ({ identifiers, condition, logsource }) => {
    const trees = new Map(identifiers.map(({ name, predicate }) => [name, predicate]))
    return `${shapeOf(condition, trees).number} ${gateOf(logsource)}`
  }

  function shapeOf(node: Predicate, trees: ReadonlyMap<string, Predicate>): FiringShape {
    switch (node.kind) {
      case 'leaf':
      case 'key': {
        const shape = known.get(node) ?? shapeOfValues(node, trees)
        known.set(node, shape)
        return shape
      }
      case 'identifier': {
        const tree = trees.get(node.name)
        return tree === undefined ? shapeNamed(JSON.stringify(node.name)) : shapeOf(tree, trees)
      }
      case 'not':
        return negated(shapeOf(node.child, trees))
      case 'all':
      case 'any':
        return joined(node.kind, node.children, trees)
    }
  }

  function shapeOfValues(node: Leaf | Key, trees: ReadonlyMap<string, Predicate>): FiringShape {
    if (node.kind === 'leaf') return shapeNamed(JSON.stringify([node.field, testOf(node.test)]))
    const shape = joined(node.quantifier, node.children, trees)
    return node.negated ? negated(shape) : shape
  }

  function joined(
    kind: 'all' | 'any',
    children: readonly Predicate[],
    trees: ReadonlyMap<string, Predicate>,
  ): FiringShape {
    const own = children.map((child) => shapeOf(child, trees))
    const [first, ...others] = own
    if (first !== undefined && others.length === 0) return first
    const parts = own.flatMap((shape) => (shape.kind === kind ? shape.parts : [shape]))
    return shapeNamed(`${kind} ${parts.map(({ number }) => number).join(' ')}`, kind, parts)
  }

  function negated(shape: FiringShape): FiringShape {
    const [child] = shape.parts
    return shape.kind === 'not' && child !== undefined ? child : shapeNamed(`not ${shape.number}`, 'not', [shape])
  }

  function shapeNamed(
    name: string,
    kind: FiringShape['kind'] = 'leaf',
    parts: readonly FiringShape[] = [],
  ): FiringShape {
    const earlier = shapes.get(name)
    if (earlier !== undefined) return earlier
    const shape: FiringShape = { number: shapes.size, kind, parts }
    shapes.set(name, shape)
    return shape
  }
}

interface FiringShape {
  readonly number: number
  readonly kind: 'leaf' | 'not' | 'all' | 'any'
  readonly parts: readonly FiringShape[]
}

/** The anchor is left out: the wildcards it stands for are in the patterns. */
function testOf(test: Test): unknown {
  return test.operator === 'text' ? ['text', test.cased, test.alternatives] : test
}

function gateOf({ category, product, service }: LogSource): string {
  return JSON.stringify([category, product, service].map((each) => each?.toLowerCase() ?? null))
}
