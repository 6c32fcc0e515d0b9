import type { Edit } from '../mutant.ts'
import { withoutModifier } from '../text/key-modifiers.ts'
import type { RuleText } from '../text/rule-text.ts'

/** Leaves out the modifier `cased`: letter case then does not matter. */
export function* dropCased(text: RuleText): Generator<Edit> {
  for (const key of text.keys) {
    const replacement = withoutModifier(text, key, 'cased')
    if (replacement !== null) yield { node: key.id, variant: '', ...replacement }
  }
}
