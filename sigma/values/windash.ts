import type { Pattern, PatternPart } from '../rule/predicate.ts'
import { joinParts } from './pattern.ts'

/** Hyphen, slash, en dash, em dash, horizontal bar: what Windows programs take for one another (semantics 4.9). */
const dashes = '-/\u2013\u2014\u2015'

const wordCharacter = /[\p{L}\p{N}_]/u

/**
 * Lets each `-` or `/` that starts a parameter be any of five dashes: those not preceded by a word character and
 * followed by one.
 */
export function varyDashes(pattern: Pattern): Pattern {
  return joinParts(pattern.flatMap((part) => (part.kind === 'text' ? varyText(part.text) : [part])))
}

function varyText(text: string): readonly PatternPart[] {
  const chars = [...text]
  return chars.map((char, index): PatternPart => {
    const isVariable =
      (char === '-' || char === '/') &&
      !wordCharacter.test(chars[index - 1] ?? '') &&
      wordCharacter.test(chars[index + 1] ?? '')
    return isVariable ? { kind: 'one-of', characters: dashes } : { kind: 'text', text: char }
  })
}

/** Spells out every choice of a pattern's variable characters; null when that makes more than `limit` patterns. */
export function spellOut(pattern: Pattern, limit: number): readonly Pattern[] | null {
  let spelled: readonly (readonly PatternPart[])[] = [[]]
  for (const part of pattern) {
    const choices: readonly PatternPart[] =
      part.kind === 'one-of' ? [...part.characters].map((char) => ({ kind: 'text', text: char })) : [part]
    if (spelled.length * choices.length > limit) return null
    spelled = spelled.flatMap((start) => choices.map((choice) => [...start, choice]))
  }
  return spelled.map(joinParts)
}
