import type { Edit } from '../mutant.ts'
import type { RuleText } from '../rule-text.ts'
import { withoutElement } from '../without-element.ts'

/** Leaves out one element of a list: a value, a keyword, one of several maps. */
export function* dropValue(text: RuleText): Generator<Edit> {
  for (const node of text.nodes) {
    if (node.kind !== 'key' && node.kind !== 'any') continue
    const value = text.entryAt(node.span)?.entry.value
    const list = node.kind === 'any' ? text.listAt(node.span) : value?.kind === 'list' ? value : undefined
    const spans = (list?.items ?? []).map(({ span }) => span)
    if (spans.length !== node.children.length) continue
    for (const [index, child] of node.children.entries()) {
      const replacement = withoutElement(text.source, 'item', spans, index)
      if (replacement !== null) yield { node: child.id, variant: '', ...replacement }
    }
  }
}
