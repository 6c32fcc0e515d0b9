import type { Pattern, PatternPart, TestOf } from '../../../sigma/index.ts'
import type { Edge } from '../goal.ts'
import { choice, shapeOfPattern } from '../language/index.ts'
import { alternative } from './alternative.ts'
import { exactBounds, type Piece, type SolvedOperator } from './definition.ts'

/** Texts with wildcards. */
export const text: SolvedOperator<'text'> = {
  bounds: (test) => exactBounds(choice(...test.alternatives.map((pattern) => shapeOfPattern(pattern, test.cased)))),
  edges: {
    all: ['without-first', 'without-last'],
    // A text is there when it falls short of what the leaf wants: one that has all of it has the shorter one too.
    answers: [false],
    at: shortened,
  },
  piece: (test, attempt, chance) => {
    const pattern = alternative(test.alternatives, attempt, chance)
    return pattern === undefined ? null : pieceOfPattern(pattern, attempt)
  },
  numbers: (test) =>
    test.alternatives.flatMap(([part]) =>
      part?.kind === 'text' && /^\d{1,10}$/.test(part.text) ? [Number(part.text)] : [],
    ),
}

/** The first pattern with one character of its text less; nothing to take where it is a single character. */
function shortened(test: TestOf<'text'>, edge: Edge): TestOf<'text'> | null {
  const [pattern = []] = test.alternatives
  const texts = pattern.flatMap((part, index) => (part.kind === 'text' ? [index] : []))
  const index = edge === 'without-first' ? texts[0] : texts.at(-1)
  const part = index === undefined ? undefined : pattern[index]
  if (part?.kind !== 'text') return null
  const points = Array.from(part.text)
  if (points.length < 2 && texts.length < 2) return null
  const left = (edge === 'without-first' ? points.slice(1) : points.slice(0, -1)).join('')
  const shorter: Pattern = pattern.flatMap((each, at) =>
    at !== index ? [each] : left === '' ? [] : [{ kind: 'text', text: left }],
  )
  return { ...test, alternatives: [shorter] }
}

/** What a `*` or a `?` inside a pattern is filled with, by the number of the attempt. */
const runs = ['', 'a', ' ', '1', 'user'] as const
const ones = ['a', '1', ' ', '-', 'Z'] as const

/** The run of text that a pattern wants. */
export function pieceOfPattern(pattern: Pattern, attempt: number): Piece {
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
