import type { Edit } from '../mutant.ts'
import { modifiersOf, withoutModifier } from '../text/key-modifiers.ts'
import { replacementsAsOne } from '../text/replacements-as-one.ts'
import { spelledText } from '../text/respelled.ts'
import type { RuleText } from '../text/rule-text.ts'
import { plainTextsOf } from './plain-texts.ts'
import { joinedUnits, unitsOf } from './units.ts'

/** Makes of texts that all have to be contained one pattern in which they follow each other as written. */
export function* joinValues(text: RuleText): Generator<Edit> {
  for (const key of text.keys) {
    const texts = plainTextsOf(text, key.children)
    const isContained = modifiersOf(key).includes('contains') && key.quantifier === 'all'
    const list = text.entryAt(key.span)?.entry.value
    if (!isContained || texts.length < 2 || texts.length !== key.children.length || list?.kind !== 'list') continue
    const modifier = withoutModifier(text, key, 'all')
    if (modifier === null) continue
    const joined = texts
      .map((each) => unitsOf(each.text))
      .reduce((one, other) => unitsOf(joinedUnits(one, ['*', ...other])))
    const end = text.source.text[list.span.end - 1] === '\n' ? '\n' : ''
    const pattern = { span: list.span, text: spelledText(joined.join('')) + end }
    const replacement = replacementsAsOne(text.source, [modifier, pattern])
    if (replacement !== null) yield { node: key.id, variant: '', ...replacement }
  }
}
