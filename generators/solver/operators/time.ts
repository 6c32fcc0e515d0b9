import { none, type SolvedOperator } from './definition.ts'

/** A part of a time: times are tried, never made of text. */
export const time: SolvedOperator<'time'> = {
  bounds: () => ({ within: null, around: null }),
  edges: null,
  piece: () => null,
  numbers: none,
}
