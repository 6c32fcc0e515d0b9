import type { All, Any, Key, Leaf, Not, Predicate, Reference } from '../predicate.ts'

/** What is made of a predicate from its leaves up. Every boolean view of a rule is one of these, so that they agree. */
export interface Algebra<Answer> {
  readonly leaf: (leaf: Leaf) => Answer
  readonly reference: (reference: Reference) => Answer
  /** Of a key: its values, before `neq`. */
  readonly all: (answers: readonly Answer[], node: All | Key) => Answer
  readonly any: (answers: readonly Answer[], node: Any | Key) => Answer
  readonly not: (answer: Answer, node: Not | Key) => Answer
  /** Answers keys as a whole, where their values are no part of the view. */
  readonly key?: (key: Key) => Answer
}

/** The algebra's answer for a node. */
export function fold<Answer>(node: Predicate, algebra: Algebra<Answer>): Answer {
  switch (node.kind) {
    case 'leaf':
      return algebra.leaf(node)
    case 'identifier':
      return algebra.reference(node)
    case 'not':
      return algebra.not(fold(node.child, algebra), node)
    case 'all':
    case 'any': {
      const answers = node.children.map((child) => fold(child, algebra))
      return node.kind === 'all' ? algebra.all(answers, node) : algebra.any(answers, node)
    }
    case 'key': {
      if (algebra.key !== undefined) return algebra.key(node)
      const answers = node.children.map((leaf) => algebra.leaf(leaf))
      const answer = node.quantifier === 'all' ? algebra.all(answers, node) : algebra.any(answers, node)
      return node.negated ? algebra.not(answer, node) : answer
    }
  }
}

/** The algebra's answer for a node of a search identifier, which holds no references. */
export function foldTree<Answer>(node: Predicate, algebra: Omit<Algebra<Answer>, 'reference'>): Answer {
  return fold(node, { ...algebra, reference: (reference) => misplaced(reference) })
}

/** The algebra's answer for a condition, which holds nothing but references. */
export function foldCondition<Answer>(condition: Predicate, algebra: Omit<Algebra<Answer>, 'leaf' | 'key'>): Answer {
  return fold(condition, { ...algebra, leaf: (leaf) => misplaced(leaf) })
}

function misplaced({ id, kind }: Predicate): never {
  throw new TypeError(`a node of kind '${kind}' where none can be: ${id}`)
}

/** The algebra of two values. */
export const booleans: Pick<Algebra<boolean>, 'all' | 'any' | 'not'> = {
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
