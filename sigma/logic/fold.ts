import type { All, Any, Key, Leaf, Not, Predicate, Reference } from '../rule/predicate.ts'

/**
 * What is made of a predicate from its leaves up. Every boolean view of a rule is one of these, so that they agree: this is
 * how it joins what its children come to.
 */
export interface Joins<Answer> {
  /** Of a key: its values, before `neq`. */
  readonly all: (answers: readonly Answer[], node: All | Key) => Answer
  readonly any: (answers: readonly Answer[], node: Any | Key) => Answer
  readonly not: (answer: Answer, node: Not | Key) => Answer
}

/** What is made of the tree of a search identifier, which holds no references. */
export interface TreeAlgebra<Answer> extends Joins<Answer> {
  readonly leaf: (leaf: Leaf) => Answer
  /** Answers keys as a whole, where their values are no part of the view. */
  readonly key?: (key: Key) => Answer
}

/** What is made of a condition, which holds nothing but references. */
export interface ConditionAlgebra<Answer> extends Joins<Answer> {
  readonly reference: (reference: Reference) => Answer
}

/** The algebra's answer for a node of a search identifier. */
export function foldTree<Answer>(node: Predicate, algebra: TreeAlgebra<Answer>): Answer {
  return fold(node, algebra)
}

/** The algebra's answer for a condition. */
export function foldCondition<Answer>(condition: Predicate, algebra: ConditionAlgebra<Answer>): Answer {
  return fold(condition, algebra)
}

type AnyAlgebra<Answer> = Joins<Answer> & Partial<TreeAlgebra<Answer> & ConditionAlgebra<Answer>>

function fold<Answer>(node: Predicate, algebra: AnyAlgebra<Answer>): Answer {
  switch (node.kind) {
    case 'leaf':
      return algebra.leaf === undefined ? misplaced(node) : algebra.leaf(node)
    case 'identifier':
      return algebra.reference === undefined ? misplaced(node) : algebra.reference(node)
    case 'not':
      return algebra.not(fold(node.child, algebra), node)
    case 'all':
      return algebra.all(below(node.children, algebra), node)
    case 'any':
      return algebra.any(below(node.children, algebra), node)
    case 'key': {
      if (algebra.key !== undefined) return algebra.key(node)
      const answer = algebra[node.quantifier](below(node.children, algebra), node)
      return node.negated ? algebra.not(answer, node) : answer
    }
  }
}

function below<Answer>(children: readonly Predicate[], algebra: AnyAlgebra<Answer>): readonly Answer[] {
  const answers: Answer[] = []
  for (const child of children) answers.push(fold(child, algebra))
  return answers
}

function misplaced({ id, kind }: Predicate): never {
  throw new TypeError(`a node of kind '${kind}' where none can be: ${id}`)
}

/** The algebra of two values. */
export const booleans: Joins<boolean> = {
  all: (answers) => answers.every((answer) => answer),
  any: (answers) => answers.some((answer) => answer),
  not: (answer) => !answer,
}

/** What a reference refers to. Throws a TypeError where that is nothing, as in no compiled rule. */
export function referred<Thing>(things: ReadonlyMap<string, Thing>, { name }: Reference): Thing {
  const thing = things.get(name)
  if (thing === undefined) throw new TypeError(`no search identifier '${name}'`)
  return thing
}
