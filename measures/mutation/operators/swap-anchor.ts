import type { Anchor, Operator } from '../../../sigma/index.ts'
import { modifiersOf, withModifierAdded, withModifierInstead, withoutModifier } from '../key-modifiers.ts'
import type { Edit } from '../mutant.ts'
import type { RuleText } from '../rule-text.ts'

const anchors: readonly Anchor[] = ['contains', 'startswith', 'endswith', 'equals']

/** Tests that an anchor can stand beside. */
const anchored: readonly Operator[] = ['text', 'number', 'boolean', 'fieldref']

/** Compares a key's values at another place of the text: `contains`, `startswith`, `endswith`, the whole. */
export function* swapAnchor(text: RuleText): Generator<Edit> {
  for (const key of text.keys) {
    if (key.field === null || !key.children.every(({ test }) => anchored.includes(test.operator))) continue
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
