import type { Edit } from '../mutant.ts'
import { respelled } from '../respelled.ts'
import type { RuleText } from '../rule-text.ts'

/** Leaves out the `^` that a regular expression begins with, or the `$` that it ends in. */
export function* dropRegexAnchor({ leaves, source, scalarAt }: RuleText): Generator<Edit> {
  for (const { id, span, test } of leaves) {
    const text = test.operator === 're' ? scalarAt(span)?.text : undefined
    if (text === undefined) continue
    const start = text.replace(/^((?:\(\?[a-zA-Z]+\))?)\^/, '$1')
    if (start !== text) yield { node: id, variant: 'first', ...respelled(source, span, start) }
    if (/(?<!\\)(?:\\\\)*\$$/.test(text)) {
      yield { node: id, variant: 'last', ...respelled(source, span, text.slice(0, -1)) }
    }
  }
}
