import { anchorOf, rolesOf } from '../compile/field-key.ts'
import { type AskedValue, foldedText } from '../events/asked-event.ts'
import { isObject } from '../events/event.ts'
import type { TestOf } from '../rule/predicate.ts'
import { isLoneStar, joinParts, parsePattern } from '../values/pattern.ts'
import { textTestOf } from '../values/text-test.ts'
import { type FieldQuestion, type OperatorDefinition, someValue } from './definition.ts'
import { anchored, transformed } from './text-transforms.ts'

/** A text, and any value whose modifiers compare texts: a pattern that the whole text of a value matches. */
export const text: OperatorDefinition<'text'> = {
  lead: null,
  compile: (value, key, compilation) => {
    const pattern =
      typeof value.value === 'string' ? parsePattern(value.text) : joinParts([{ kind: 'text', text: plainText(value) }])
    const made = transformed(pattern, value.span, key, compilation.placeholders)
    if ('code' in made) return made
    const anchor = anchorOf(key)
    // A keyword is searched for as if by contains, which is written nowhere.
    const isOpen = rolesOf(key, 'anchor').length > 0
    const alternatives = isOpen ? made : made.map(anchored[anchor])
    return { operator: 'text', anchor, cased: rolesOf(key, 'cased').length > 0, alternatives }
  },
  asks,
  misses: (test, field, event) =>
    test.cased && asks({ ...test, cased: false })(field, event) ? 'case-differs' : 'value-differs',
}

/** A boolean as events spell it, a number as the rule does. */
function plainText({ value, text: written }: { readonly value: unknown; readonly text: string }): string {
  return typeof value === 'boolean' ? String(value) : written
}

function asks({ alternatives, cased }: TestOf<'text'>): FieldQuestion {
  const matchesAnything = alternatives.some(isLoneStar)
  const tests = alternatives.map((pattern) => textTestOf(pattern, cased))
  const textOf = cased ? ({ text: own }: AskedValue) => own : foldedText
  return someValue((value) => {
    const own = textOf(value)
    if (own === null) return matchesAnything && isObject(value.json)
    for (const test of tests) if (test(own)) return true
    return false
  })
}
