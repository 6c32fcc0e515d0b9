import type { Leaf, Pattern, PatternPart } from '../../../sigma/index.ts'
import type { Chance } from '../../chance.ts'
import { regexMember } from './regex-member.ts'

/** What a leaf wants in a text: a run of characters and whether it has to stand at the start, at the end, or anywhere. */
export interface Piece {
  readonly text: string
  readonly start: boolean
  readonly end: boolean
}

/** What a `*` or a `?` inside a pattern is filled with, by the number of the attempt. */
const runs = ['', 'a', ' ', '1', 'user'] as const
const ones = ['a', '1', ' ', '-', 'Z'] as const

/**
 * A run of text that makes a leaf match when it stands where it belongs, one of the leaf's alternatives by chance; null
 * for a leaf that wants no text. The attempt varies what stands for wildcards.
 */
export function pieceOf({ test }: Leaf, attempt: number, chance: Chance): Piece | null {
  switch (test.operator) {
    case 'text': {
      const pattern = alternative(test.alternatives, attempt, chance)
      return pattern === undefined ? null : pieceOfPattern(pattern, attempt)
    }
    case 're': {
      const regex = alternative(test.alternatives, attempt, chance)
      return regex === undefined ? null : regexMember(regex, chance)
    }
    case 'number':
      return { text: test.spelling, start: true, end: true }
    case 'boolean':
      return { text: String(test.value), start: true, end: true }
    case 'null':
    case 'cidr':
    case 'exists':
    case 'fieldref':
    case 'compare':
    case 'time':
      return null
  }
}

/** The first alternative is what the author wrote; later attempts take any. */
function alternative<T>(list: readonly T[], attempt: number, chance: Chance): T | undefined {
  return attempt === 0 || list.length < 2 ? list[0] : chance.helpers.arrayElement(list)
}

function pieceOfPattern(pattern: Pattern, attempt: number): Piece {
  const start = pattern[0]?.kind !== 'any-run'
  const end = pattern.at(-1)?.kind !== 'any-run'
  const inner = pattern.slice(start ? 0 : 1, end || pattern.length === 1 ? undefined : -1)
  const texts = inner.map((part) => filledPart(part, attempt))
  return { text: texts.join(''), start: pattern.length === 0 || start, end: pattern.length === 0 || end }
}

function filledPart(part: PatternPart, attempt: number): string {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'any-run':
      return runs[attempt % runs.length] ?? ''
    case 'any-one':
      return ones[attempt % ones.length] ?? 'a'
    case 'one-of': {
      const characters = [...part.characters]
      return characters[attempt % characters.length] ?? ''
    }
  }
}

/** The pieces one after the other with the glue between them, those at the start first; each text once. */
export function joinedPieces(pieces: readonly Piece[], glue: string): string {
  const whole = pieces.find((piece) => piece.start && piece.end)
  if (whole !== undefined) return whole.text
  const longest = (among: readonly Piece[]) =>
    among.reduce((best, { text }) => (text.length > best.length ? text : best), '')
  const inner = pieces.filter((piece) => !piece.start && !piece.end).map((piece) => piece.text)
  const start = longest(pieces.filter((piece) => piece.start))
  const end = longest(pieces.filter((piece) => piece.end))
  return [start, ...new Set(inner), end].filter((text) => text !== '').join(glue)
}

/** The piece that a leaf wants in its first form, its wildcards filled by the attempt; null for one that wants no plain text. */
export function plainPiece({ test }: Leaf, attempt = 0): Piece | null {
  const [pattern] = test.operator === 'text' ? test.alternatives : []
  if (pattern !== undefined) return pieceOfPattern(pattern, attempt)
  return test.operator === 'number' ? { text: test.spelling, start: true, end: true } : null
}
