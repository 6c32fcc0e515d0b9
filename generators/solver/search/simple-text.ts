import { joinedPieces, plainPiece } from '../compose/pieces.ts'
import type { Literal } from '../theory/literal.ts'

/** Texts that have what the leaves want, one piece after the other; none where no leaf wants one. The caller checks them. */
export function simpleTexts(literals: readonly Literal[]): readonly string[] {
  const pieces = literals.flatMap(({ leaf, matched }) => (matched ? (plainPiece(leaf) ?? []) : []))
  if (pieces.length === 0) return []
  return ['', ' ', 'zq'].flatMap((glue) => [pieces, pieces.toReversed()].map((each) => joinedPieces(each, glue)))
}
