import { joinedPieces, plainPiece } from './pieces.ts'
import type { Literal } from './theory/literal.ts'

/** A text that has what the leaves want, one piece after the other; null where none wants a text. The caller checks it. */
export function simpleText(literals: readonly Literal[]): string | null {
  const pieces = literals.flatMap(({ leaf, matched }) => (matched ? (plainPiece(leaf) ?? []) : []))
  return pieces.length === 0 ? null : joinedPieces(pieces)
}
