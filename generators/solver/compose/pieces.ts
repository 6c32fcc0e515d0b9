import type { Leaf } from '../../../sigma/index.ts'
import { type Piece, wholePiece } from '../operators/definition.ts'
import { pieceOfPattern } from '../operators/text.ts'

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
  return test.operator === 'number' ? wholePiece(test.spelling) : null
}
