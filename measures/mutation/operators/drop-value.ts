import type { Any, Key } from '../../../sigma/index.ts'
import type { Edit, Replacement } from '../mutant.ts'
import { withoutModifier } from '../text/key-modifiers.ts'
import { replacementsAsOne } from '../text/replacements-as-one.ts'
import type { RuleText } from '../text/rule-text.ts'
import { withoutElement } from '../text/without-element.ts'

/** Leaves out one element of a list: a value, a keyword, one of several maps. Of two values under `all` it takes that too. */
export function* dropValue(text: RuleText): Generator<Edit> {
  for (const node of text.nodes) {
    if (node.kind !== 'key' && node.kind !== 'any') continue
    const value = text.entryAt(node.span)?.entry.value
    const list = node.kind === 'any' ? text.listAt(node.span) : value?.kind === 'list' ? value : undefined
    const spans = (list?.items ?? []).map(({ span }) => span)
    if (spans.length !== node.children.length) continue
    for (const [index, child] of node.children.entries()) {
      const element = withoutElement(text.source, 'item', spans, index)
      const replacement = element === null ? null : withoutIdleAll(text, node, element)
      if (replacement !== null) yield { node: child.id, variant: '', ...replacement }
    }
  }
}

/** One value cannot stand under `all`. */
function withoutIdleAll(text: RuleText, node: Key | Any, element: Replacement): Replacement | null {
  if (node.kind === 'any' || node.quantifier === 'any' || node.children.length > 2) return element
  const modifier = withoutModifier(text, node, 'all')
  return modifier === null ? element : replacementsAsOne(text.source, [modifier, element])
}
