import { type Exact, exactOf } from '../../../sigma/index.ts'
import { numeralsBetween } from '../language/index.ts'
import { exactBounds, none, type SolvedOperator } from './definition.ts'
import { jsonNumber, numberEdges } from './numbers.ts'

/** `lt`, `lte`, `gt`, `gte`. */
export const compare: SolvedOperator<'compare'> = {
  bounds: (test, standing) => {
    const [least, most] = wholeBounds(test.comparison, exactOf(test))
    const whole = numeralsBetween(least < 0n ? 0n : least, most)
    return standing === 'whole-number' ? exactBounds(whole) : { within: whole, around: jsonNumber }
  },
  edges: numberEdges,
  piece: () => null,
  numbers: none,
}

/** The whole numbers from 0 on that a comparison accepts. */
function wholeBounds(comparison: 'lt' | 'lte' | 'gt' | 'gte', value: Exact): readonly [bigint, bigint | null] {
  const floor = typeof value === 'bigint' ? value : BigInt(Math.floor(value))
  const isWhole = typeof value === 'bigint' || Number.isInteger(value)
  switch (comparison) {
    case 'lt':
      return [0n, isWhole ? floor - 1n : floor]
    case 'lte':
      return [0n, floor]
    case 'gt':
      return [floor + 1n, null]
    case 'gte':
      return [isWhole ? floor : floor + 1n, null]
  }
}
