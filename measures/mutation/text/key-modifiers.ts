import type { Key } from '../../../sigma/index.ts'
import type { Replacement } from '../mutant.ts'
import type { RuleText } from './rule-text.ts'

/** The modifiers of a key, in the order written. */
export function modifiersOf(key: Key): readonly string[] {
  return key.children[0]?.modifiers ?? []
}

/** Takes a modifier off a key; null where the key has none, or its spelling hides it. */
export function withoutModifier(text: RuleText, key: Key, modifier: string): Replacement | null {
  return onModifier(text, key, modifier, '')
}

/** Puts another modifier in a modifier's place. */
export function withModifierInstead(text: RuleText, key: Key, modifier: string, other: string): Replacement | null {
  return onModifier(text, key, modifier, `|${other}`)
}

/** Puts a modifier after all others of a key. */
export function withModifierAdded(text: RuleText, key: Key, modifier: string): Replacement | null {
  const place = placeOf(text, key)
  if (place === null) return null
  const end = place.start + place.key.length
  return { span: { path: text.source.path, start: end, end }, text: `|${modifier}` }
}

/** Puts other modifiers in the place of all that a key has. */
export function withModifiers(text: RuleText, key: Key, modifiers: readonly string[]): Replacement | null {
  const place = placeOf(text, key)
  if (place === null) return null
  const [field = ''] = place.key.split('|')
  const span = { path: text.source.path, start: place.start + field.length, end: place.start + place.key.length }
  return { span, text: modifiers.map((modifier) => `|${modifier}`).join('') }
}

function onModifier(text: RuleText, key: Key, modifier: string, replacement: string): Replacement | null {
  const place = placeOf(text, key)
  const [field = '', ...modifiers] = (place?.key ?? '').split('|')
  const at = modifiers.indexOf(modifier)
  if (place === null || at < 0) return null
  const start = place.start + [field, ...modifiers.slice(0, at)].join('|').length
  return { span: { path: text.source.path, start, end: start + 1 + modifier.length }, text: replacement }
}

/** Where the key's text stands without quotes; null where escapes stand in the way. */
function placeOf(
  { source, entryAt }: RuleText,
  { span }: Key,
): { readonly key: string; readonly start: number } | null {
  const entry = entryAt(span)?.entry
  if (entry === undefined) return null
  const at = source.text.slice(entry.keySpan.start, entry.keySpan.end).indexOf(entry.key)
  return at < 0 ? null : { key: entry.key, start: entry.keySpan.start + at }
}
