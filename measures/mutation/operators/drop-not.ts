import type { Edit } from '../mutant.ts'
import { withoutModifier } from '../text/key-modifiers.ts'
import { placedNodes } from '../text/operations.ts'
import type { RuleText } from '../text/rule-text.ts'

/** Leaves out a `not` of the condition, or the modifier `neq` of a key. */
export function* dropNot(text: RuleText): Generator<Edit> {
  for (const { node } of placedNodes(text.condition)) {
    if (node.kind !== 'not') continue
    const end = node.child.span.start
    const word = /not\s+$/.exec(text.source.text.slice(node.span.start, end))?.[0]
    if (word !== undefined) {
      yield { node: node.id, variant: '', span: { ...node.span, start: end - word.length, end }, text: '' }
    }
  }
  for (const key of text.keys) {
    const replacement = key.negated ? withoutModifier(text, key, 'neq') : null
    if (replacement !== null) yield { node: key.id, variant: 'neq', ...replacement }
  }
}
