import type { Edit } from '../mutant.ts'
import { isOperation, placedNodes } from '../text/operations.ts'
import type { RuleText } from '../text/rule-text.ts'

/** Writes `or` for one `and` of the condition, and `and` for one `or`. */
export function* swapAndOr({ condition, source }: RuleText): Generator<Edit> {
  for (const { node } of placedNodes(condition)) {
    if (!isOperation(node)) continue
    for (const [index, { span }] of node.children.slice(1).entries()) {
      const from = node.children[index]?.span.end ?? span.start
      const { 1: blank = '', 2: word } = /^(\s*)(and|or)\s*$/.exec(source.text.slice(from, span.start)) ?? []
      if (word === undefined) continue
      const start = from + blank.length
      const text = word === 'and' ? 'or' : 'and'
      yield { node: node.id, variant: String(index), span: { ...span, start, end: start + word.length }, text }
    }
  }
}
