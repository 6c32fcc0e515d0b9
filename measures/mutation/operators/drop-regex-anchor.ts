import type { Edit } from '../mutant.ts'
import { respelled } from '../text/respelled.ts'
import type { MutatedValue } from './mutated-value.ts'

/** Leaves out the `^` that a regular expression begins with, or the `$` that it ends in. */
export function* dropRegexAnchor({
  leaf: { id, span },
  text: { source, scalarAt },
}: MutatedValue<'re'>): Generator<Edit> {
  const text = scalarAt(span)?.text
  if (text === undefined) return
  const start = text.replace(/^((?:\(\?[a-zA-Z]+\))?)\^/, '$1')
  if (start !== text) yield { node: id, variant: 'first', ...respelled(source, span, start) }
  if (/(?<!\\)(?:\\\\)*\$$/.test(text)) {
    yield { node: id, variant: 'last', ...respelled(source, span, text.slice(0, -1)) }
  }
}
