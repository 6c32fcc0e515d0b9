import type { Edit } from '../mutant.ts'
import type { RuleText } from '../text/rule-text.ts'
import { withoutElement } from '../text/without-element.ts'
import { isWithin } from '../text/yaml-places.ts'

/** Leaves out one key of a map that has several. */
export function* dropField(text: RuleText): Generator<Edit> {
  for (const node of text.nodes) {
    const map = node.kind === 'all' ? text.mapAt(node.span) : undefined
    if (node.kind !== 'all' || map === undefined) continue
    const own = node.children.filter(({ span }) => isWithin(span, map.span))
    const spans = own.map(({ span }) => span)
    for (const [index, child] of own.entries()) {
      const replacement = withoutElement(text.source, 'entry', spans, index)
      if (replacement !== null) yield { node: child.id, variant: '', ...replacement }
    }
  }
}
