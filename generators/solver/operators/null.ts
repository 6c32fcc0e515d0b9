import { noText } from '../language/index.ts'
import { exactBounds, none, type SolvedOperator } from './definition.ts'

/** `null`. */
export const nullOperator: SolvedOperator<'null'> = {
  bounds: () => exactBounds(noText),
  edges: null,
  piece: () => null,
  numbers: none,
}
