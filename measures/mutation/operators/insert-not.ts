import type { Predicate, Source } from '../../../sigma/index.ts'
import type { Edit, Replacement } from '../mutant.ts'
import { isOperation, placedNodes } from '../text/operations.ts'
import type { RuleText } from '../text/rule-text.ts'

/** Puts a `not` before the condition, or before an operand of it that has none. */
export function* insertNot({ condition, source, listAt }: RuleText): Generator<Edit> {
  for (const { node, parent } of placedNodes(condition)) {
    if (node.kind === 'not' || parent?.kind === 'not' || listAt(node.span) !== undefined) continue
    yield { node: node.id, variant: '', ...negated(node, source) }
  }
}

function negated(node: Predicate, source: Source): Replacement {
  const { span } = node
  const written = source.text.slice(span.start, span.end)
  if (isOperation(node) && !isParenthesized(written)) return { span, text: `not (${written})` }
  return { span: { ...span, end: span.start }, text: 'not ' }
}

/** Whether the first parenthesis is closed by the last character. */
function isParenthesized(written: string): boolean {
  let depth = 0
  for (const [index, character] of [...written].entries()) {
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (depth === 0) return index > 0 && index === [...written].length - 1
  }
  return false
}
