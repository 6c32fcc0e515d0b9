import type { Predicate, Rule } from '../../../sigma/index.ts'

/** How a condition leans on an identifier: it can only gain by its matching, only lose, or either. */
export type Polarity = 'for' | 'against' | 'both'

/** The polarity of an identifier in the rule's condition. */
export function polarityOf(rule: Rule, name: string): Polarity {
  const found = new Set(usesOf(rule.condition, name, true))
  return found.size === 2 ? 'both' : found.has(false) ? 'against' : 'for'
}

function usesOf(node: Predicate, name: string, isFor: boolean): readonly boolean[] {
  switch (node.kind) {
    case 'identifier':
      return node.name === name ? [isFor] : []
    case 'not':
      return usesOf(node.child, name, !isFor)
    case 'all':
    case 'any':
      return node.children.flatMap((child) => usesOf(child, name, isFor))
    case 'key':
    case 'leaf':
      return []
  }
}
