import {
  foldCondition,
  foldTree,
  type Key,
  type Leaf,
  type LogSource,
  type Predicate,
  type Reference,
  type Rule,
  referred,
  type Test,
} from '../../../sigma/index.ts'

/**
 * Names what decides whether a rule fires: of the rules that one naming has named alike, all fire on the same events. Places
 * and spellings are left out, as are identifiers that the condition does not use; what only groups is dissolved. The log
 * source is a part of it: rules of other gates are not equal by their conditions. What rules share is looked at once.
 */
export function firingShapes(): (rule: Rule) => string {
  const shapes = new Map<string, FiringShape>()
  const ofNodes = new WeakMap<Predicate, FiringShape>()
  const gates = new WeakMap<LogSource, string>()
  const joins = {
    all: (children: readonly FiringShape[]) => joined('all', children),
    any: (children: readonly FiringShape[]) => joined('any', children),
    not: negated,
  }
  const values = { ...joins, leaf: kept(({ field, test }: Leaf) => shapeNamed(JSON.stringify([field, testOf(test)]))) }
  const tree = { ...values, key: kept((key: Key) => foldTree(key, values)) }
  const treeShape = kept((node: Predicate) => foldTree(node, tree))

  return ({ identifiers, condition, logsource }) => {
    const named = new Map(identifiers.map(({ name, predicate }) => [name, predicate]))
    const reference = (each: Reference): FiringShape => treeShape(referred(named, each))
    const gate = gates.get(logsource) ?? gateOf(logsource)
    gates.set(logsource, gate)
    return `${foldCondition(condition, { ...joins, reference }).number} ${gate}`
  }

  /** Looked at once for each node. */
  function kept<Node extends Predicate>(shapeOf: (node: Node) => FiringShape): (node: Node) => FiringShape {
    return (node) => {
      const shape = ofNodes.get(node) ?? shapeOf(node)
      ofNodes.set(node, shape)
      return shape
    }
  }

  function joined(kind: 'all' | 'any', own: readonly FiringShape[]): FiringShape {
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
