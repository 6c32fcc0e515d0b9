import type { Edit } from '../mutant.ts'
import { withModifierAdded } from '../text/key-modifiers.ts'
import type { RuleText } from '../text/rule-text.ts'
import { plainTextsOf } from './plain-texts.ts'

/** Makes letter case count for a key whose values have letters. */
export function* addCased(text: RuleText): Generator<Edit> {
  for (const key of text.keys) {
    const texts = plainTextsOf(text, key.children)
    const isOpen = texts.length === key.children.length && texts.every(({ test }) => !test.cased)
    if (key.field === null || !isOpen || !texts.some(hasLetters)) continue
    const replacement = withModifierAdded(text, key, 'cased')
    if (replacement !== null) yield { node: key.id, variant: '', ...replacement }
  }
}

function hasLetters({ text }: { readonly text: string }): boolean {
  return text.toLowerCase() !== text.toUpperCase()
}
