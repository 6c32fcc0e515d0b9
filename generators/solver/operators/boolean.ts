import { noText, shapeOfPattern } from '../language/index.ts'
import { exactBounds, none, type SolvedOperator, wholePiece } from './definition.ts'

/** `true` and `false`. */
export const boolean: SolvedOperator<'boolean'> = {
  bounds: ({ value }, standing) =>
    exactBounds(standing === 'whole-number' ? noText : shapeOfPattern([{ kind: 'text', text: String(value) }], false)),
  edges: null,
  piece: ({ value }) => wholePiece(String(value)),
  numbers: none,
}
