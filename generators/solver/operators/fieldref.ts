import { none, type SolvedOperator } from './definition.ts'

/** `fieldref`: what it matches hangs on another field. */
export const fieldref: SolvedOperator<'fieldref'> = {
  bounds: () => ({ within: null, around: null }),
  edges: null,
  piece: () => null,
  numbers: none,
}
