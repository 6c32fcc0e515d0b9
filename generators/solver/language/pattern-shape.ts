import type { Pattern, PatternPart } from '../../../sigma/index.ts'
import { anyCodePoint, type CodePoints, charactersOf, codePoints } from './code-points.ts'
import { alikeInSigma } from './letter-case.ts'
import { anyText, type Shape, sequence } from './shape.ts'

/** The texts that a pattern matches as a whole (semantics 3.1 and 3.2). */
export function shapeOfPattern(pattern: Pattern, cased: boolean): Shape {
  return sequence(...pattern.map((part) => shapeOfPart(part, cased)))
}

function shapeOfPart(part: PatternPart, cased: boolean): Shape {
  switch (part.kind) {
    case 'text':
      return sequence(...Array.from(part.text, (char): Shape => ({ kind: 'one', of: alikeTo(char, cased) })))
    case 'any-run':
      return anyText
    case 'any-one':
      return { kind: 'one', of: anyCodePoint }
    case 'one-of':
      return { kind: 'one', of: codePoints(...Array.from(part.characters, (char) => alikeTo(char, cased)).flat()) }
  }
}

const known = new Map<string, CodePoints>()

function alikeTo(char: string, cased: boolean): CodePoints {
  if (cased) return charactersOf(char)
  const cached = known.get(char)
  if (cached !== undefined) return cached
  const alike = alikeInSigma(char)
  known.set(char, alike)
  return alike
}
