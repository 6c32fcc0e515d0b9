import type { All, Any, Predicate } from '../../../sigma/index.ts'

/** Several operands joined by `and` or `or`; or, in a list of conditions, by standing there together. */
export type JoinNode = All | Any

/** Every node of a condition with what it stands in; references are where it ends. */
export function* placedNodes(
  node: Predicate,
  parent: Predicate | null = null,
): Generator<{ readonly node: Predicate; readonly parent: Predicate | null }> {
  yield { node, parent }
  if (node.kind === 'not') yield* placedNodes(node.child, node)
  if (isOperation(node)) for (const child of node.children) yield* placedNodes(child, node)
}

/** Whether a node of a condition was written with operands of its own. */
export function isOperation(node: Predicate): node is JoinNode {
  return (node.kind === 'all' || node.kind === 'any') && !isSelector(node)
}

/** Whether a node of a condition was written `1 of` or `all of`. */
export function isSelector(node: Predicate): node is JoinNode {
  return (
    (node.kind === 'all' || node.kind === 'any') &&
    node.children.every(
      ({ kind, span }) => kind === 'identifier' && span.start === node.span.start && span.end === node.span.end,
    )
  )
}
