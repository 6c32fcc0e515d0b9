import type { Edit } from '../mutant.ts'
import { withoutModifier } from '../text/key-modifiers.ts'
import type { RuleText } from '../text/rule-text.ts'

/** Leaves out the modifier `all`: one of the values is then enough. */
export function* dropAll(text: RuleText): Generator<Edit> {
  for (const key of text.keys) {
    const replacement = key.quantifier === 'all' ? withoutModifier(text, key, 'all') : null
    if (replacement !== null) yield { node: key.id, variant: '', ...replacement }
  }
}
