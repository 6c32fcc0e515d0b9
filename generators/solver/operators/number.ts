import { type Exact, exactOf, type TestOf } from '../../../sigma/index.ts'
import { choice, exactly, noText, type Shape, shapeOfPattern } from '../language/index.ts'
import { exactBounds, type SolvedOperator, wholePiece } from './definition.ts'
import { jsonNumber, numberEdges } from './numbers.ts'

/** Numbers. */
export const number: SolvedOperator<'number'> = {
  bounds: (test, standing) =>
    standing === 'whole-number'
      ? exactBounds(wholeNumber(exactOf(test)))
      : {
          within: choice(spelledNumber(test), exactly(String(exactOf(test)))),
          around: choice(spelledNumber(test), jsonNumber),
        },
  edges: numberEdges,
  piece: ({ spelling }) => wholePiece(spelling),
  numbers: (test) => [exactOf(test)],
}

/** The number as the rule spells it, in any letter case. */
export function spelledNumber({ spelling }: TestOf<'number'>): Shape {
  return shapeOfPattern([{ kind: 'text', text: spelling }], false)
}

function wholeNumber(value: Exact): Shape {
  if (typeof value === 'bigint') return exactly(String(value))
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? exactly(String(value)) : noText
}
