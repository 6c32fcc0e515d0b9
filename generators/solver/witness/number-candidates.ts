import type { FieldFormat } from '../../../catalogue/index.ts'
import { type Exact, exactOf, type Json, type Leaf, movedBy } from '../../../sigma/index.ts'
import type { Chance } from '../../chance.ts'
import { numbersNamed } from '../operators/operators.ts'
import { numberAsRead } from '../theory/number-as-read.ts'
import type { FieldDemand } from './demands.ts'

interface CandidateBound {
  readonly value: Exact
  readonly isUpper: boolean
}

/** How many numbers are drawn from an interval. */
const draws = 6

/**
 * Numbers worth trying for a demand, and digits that it writes as text: those that it names, some drawn from between the
 * bounds that it sets, then the bounds and what lies next to them.
 */
export function numberCandidates(
  { must, mustNot }: FieldDemand,
  format: FieldFormat | null,
  chance: Chance,
): readonly Json[] {
  const named = must.flatMap(({ test }) => numbersNamed(test))
  const bounds = [...must.map((leaf) => boundOf(leaf, true)), ...mustNot.map((leaf) => boundOf(leaf, false))]
  const known = bounds.filter((bound) => bound !== null)
  const edges = known.flatMap(({ value }) => [value, movedBy(value, 1), movedBy(value, -1)])
  const drawn = known.length === 0 ? [] : numbersWithin(known, format, chance)
  return [...named, ...drawn, ...edges].flatMap((number) => numberAsRead(number) ?? [])
}

/** A realistic one among them is what is looked for: where doubles have gaps there is none. */
function numbersWithin(
  bounds: readonly CandidateBound[],
  format: FieldFormat | null,
  chance: Chance,
): readonly number[] {
  const lows = bounds.filter(({ isUpper }) => !isUpper).map(({ value }) => Number(value))
  const highs = bounds.filter(({ isUpper }) => isUpper).map(({ value }) => Number(value))
  const from = lows.length > 0 ? Math.max(...lows) : Math.min(0, ...highs)
  const to = highs.length > 0 ? Math.min(...highs) : from * 2 + 100
  const step = format === 'process-id' || format === 'thread-id' ? 4 : 1
  const [least, most] = [Math.ceil(from / step), Math.floor(to / step)]
  const drawn = Array.from({ length: least <= most && Number.isSafeInteger(most - least) ? draws : 0 }, () =>
    chance.number.int({ min: least, max: most }),
  )
  return drawn.map((value) => value * step)
}

/** Where a comparison that has to match, or must not, cuts off what is too large or too small. */
function boundOf({ test }: Leaf, matched: boolean): CandidateBound | null {
  if (test.operator !== 'compare') return null
  const isUpper = (test.comparison === 'lt' || test.comparison === 'lte') === matched
  return { value: exactOf(test), isUpper }
}
