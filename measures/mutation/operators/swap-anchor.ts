import type { Anchor } from '../../../sigma/index.ts'
import type { Edit } from '../mutant.ts'
import { modifiersOf, withModifierAdded, withModifierInstead, withoutModifier } from '../text/key-modifiers.ts'
import type { RuleText } from '../text/rule-text.ts'
import { valueMutations } from './value-mutations.ts'

const anchors: readonly Anchor[] = ['contains', 'startswith', 'endswith', 'equals']

/** Compares a key's values at another place of the text: `contains`, `startswith`, `endswith`, the whole. */
export function* swapAnchor(text: RuleText): Generator<Edit> {
  for (const key of text.keys) {
    if (key.field === null || !key.children.every(({ test }) => valueMutations[test.operator].takesAnchor)) continue
    const modifiers = modifiersOf(key)
    const own = anchors.find((anchor) => modifiers.includes(anchor)) ?? 'equals'
    for (const anchor of anchors) {
      if (anchor === own) continue
      const replacement =
        own === 'equals'
          ? withModifierAdded(text, key, anchor)
          : anchor === 'equals'
            ? withoutModifier(text, key, own)
            : withModifierInstead(text, key, own, anchor)
      if (replacement !== null) yield { node: key.id, variant: anchor, ...replacement }
    }
  }
}
