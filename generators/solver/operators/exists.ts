import { anyText, noText } from '../language/index.ts'
import { exactBounds, none, type SolvedOperator } from './definition.ts'

/** `exists`. */
export const exists: SolvedOperator<'exists'> = {
  bounds: ({ value }) => exactBounds(value ? anyText : noText),
  edges: null,
  piece: () => null,
  numbers: none,
}
