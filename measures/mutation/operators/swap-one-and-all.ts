import type { Edit } from '../mutant.ts'
import { isSelector, placedNodes } from '../text/operations.ts'
import type { RuleText } from '../text/rule-text.ts'

/** Writes `all of` for `1 of`, and `1 of` for `all of`. */
export function* swapOneAndAll({ condition, source }: RuleText): Generator<Edit> {
  for (const { node } of placedNodes(condition)) {
    if (!isSelector(node)) continue
    const { start, end } = node.span
    const word = /^(?:1|any|all)(?=\s+of\b)/.exec(source.text.slice(start, end))?.[0]
    if (word === undefined) continue
    const text = word === 'all' ? '1' : 'all'
    yield { node: node.id, variant: '', span: { ...node.span, end: start + word.length }, text }
  }
}
