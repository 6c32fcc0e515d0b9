import type { Leaf, Predicate, Rule } from '../../../sigma/index.ts'

/** An answer that is only thought of, of a node of an identifier or of a whole identifier; null where its leaves decide. */
export type Thought = (node: Predicate, identifier: string | null) => boolean | null

/** The condition where leaves answer so, read off the tree as plainly as can be. */
export function conditionWhen(rule: Rule, answers: (leaf: Leaf) => boolean, thought: Thought = () => null): boolean {
  return nodeWhen(rule, rule.condition, answers, thought)
}

/** The same of any node. */
export function nodeWhen(
  rule: Rule,
  root: Predicate,
  answers: (leaf: Leaf) => boolean,
  thought: Thought = () => null,
): boolean {
  const of = (node: Predicate, identifier: string | null): boolean => {
    const decided = thought(node, identifier)
    if (decided !== null) return decided
    switch (node.kind) {
      case 'all':
        return node.children.every((child) => of(child, identifier))
      case 'any':
        return node.children.some((child) => of(child, identifier))
      case 'not':
        return !of(node.child, identifier)
      case 'key': {
        const matched = node.children.map((child) => of(child, identifier))
        return (node.quantifier === 'all' ? !matched.includes(false) : matched.includes(true)) !== node.negated
      }
      case 'leaf':
        return answers(node)
      case 'identifier': {
        const found = rule.identifiers.find(({ name }) => name === node.name)
        return found !== undefined && of(found.predicate, found.name)
      }
    }
  }
  return of(root, null)
}

/** The union of the smallest sets of parts that give the wanted answer, each smaller than no other of them. */
export function unionOfMinimal(
  parts: readonly string[],
  repairs: (set: readonly string[]) => boolean,
): readonly string[] {
  const sets = Array.from({ length: 2 ** parts.length }, (_, bits) => parts.filter((_part, at) => (bits >> at) & 1))
  const found = sets.filter(repairs)
  const minimal = found.filter(
    (set) => !found.some((other) => other.length < set.length && other.every((part) => set.includes(part))),
  )
  return [...new Set(minimal.flat())].sort()
}

/** Every set of so many of the items. */
export function subsets<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  if (size === 0) return [[]]
  return items.flatMap((item, index) => subsets(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]))
}
