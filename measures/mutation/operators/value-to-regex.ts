import { type Anchor, type Pattern, parsePattern } from '../../../sigma/index.ts'
import type { Edit } from '../mutant.ts'
import { modifiersOf, withModifiers } from '../text/key-modifiers.ts'
import { replacementsAsOne } from '../text/replacements-as-one.ts'
import { respelled } from '../text/respelled.ts'
import type { RuleText } from '../text/rule-text.ts'
import { type PlainText, plainTextsOf } from './plain-texts.ts'

/** Modifiers that a regular expression can say as well. */
const sayable: readonly string[] = ['contains', 'startswith', 'endswith', 'all', 'cased']

/** Writes the texts of a key as regular expressions, and forgets to escape their dots; a key without a dot is left alone. */
export function* valueToRegex(text: RuleText): Generator<Edit> {
  for (const key of text.keys) {
    const texts = plainTextsOf(text, key.children)
    const modifiers = modifiersOf(key)
    const isSayable = key.field !== null && modifiers.every((each) => sayable.includes(each))
    if (!isSayable || texts.length !== key.children.length || !texts.some((each) => each.text.includes('.'))) continue
    const own = withModifiers(text, key, ['re', ...modifiers.filter((each) => each === 'all')])
    if (own === null) continue
    const values = texts.map((each) => respelled(text.source, each.leaf.span, expressionOf(each)))
    const replacement = replacementsAsOne(text.source, [own, ...values])
    if (replacement !== null) yield { node: key.id, variant: '', ...replacement }
  }
}

/** Where a text is bound at its start and at its end. */
const bounds: Readonly<Record<Anchor, readonly [start: string, end: string]>> = {
  equals: ['^', '$'],
  startswith: ['^', ''],
  endswith: ['', '$'],
  contains: ['', ''],
}

function expressionOf({ text, test: { anchor, cased } }: PlainText): string {
  const pattern = parsePattern(text)
  const hasWildcards = pattern.some(({ kind }) => kind !== 'text')
  const flags = [...(cased ? [] : ['i']), ...(hasWildcards ? ['s'] : [])].join('')
  const [start, end] = bounds[anchor]
  return `${flags === '' ? '' : `(?${flags})`}${start}${bodyOf(pattern)}${end}`
}

function bodyOf(pattern: Pattern): string {
  return pattern
    .map((part) => (part.kind === 'text' ? escapedButDots(part.text) : part.kind === 'any-run' ? '.*' : '.'))
    .join('')
}

function escapedButDots(text: string): string {
  return text.replaceAll(/[\\^$|?*+()[\]{}]/g, String.raw`\$&`)
}
