import type { Edit } from '../mutant.ts'
import { respelled } from '../text/respelled.ts'
import type { MutatedValue } from './mutated-value.ts'
import { plainTextOf } from './plain-texts.ts'
import { isWildcard, joinedUnits, unitsOf } from './units.ts'

/**
 * Puts a wildcard into a text: `?` for its first character and for one in its middle, `*` for the run in its middle and
 * between two characters there, `?` beside each `*` that it has. The middle is where it is most likely to be parted: at what
 * is neither letter nor digit, as near to the half as there is one. A flag, `true` or `false`, has no parts.
 */
export function* blurValue(value: MutatedValue<'text'>): Generator<Edit> {
  const { source } = value.text
  for (const { leaf, text: written } of plainTextOf(value)) {
    if (/^(?:true|false)$/i.test(written)) continue
    const units = unitsOf(written)
    for (const [variant, made] of blurred(units)) {
      if (made !== written) yield { node: leaf.id, variant, ...respelled(source, leaf.span, made) }
    }
  }
}

function* blurred(units: readonly string[]): Generator<readonly [variant: string, text: string]> {
  const replaced = (from: number, to: number, wildcard: '*' | '?') =>
    joinedUnits(units.slice(0, from), [wildcard, ...units.slice(to)])
  if (units.length > 1 && !isWildcard(units[0])) yield ['first', replaced(0, 1, '?')]
  const middle = middleOf(units)
  if (middle !== null) {
    yield ['one', replaced(middle, middle + 1, '?')]
    yield ['run', replaced(Math.min(middle, Math.ceil(units.length / 4)), runEnd(units, middle), '*')]
    yield ['between', replaced(middle, middle, '*')]
  }
  let count = 0
  for (const [index, unit] of units.entries()) {
    if (unit !== '*') continue
    count += 1
    yield [`beside ${count}`, replaced(index, index, '?')]
  }
}

/** Where a text is parted; null for one that has no inside, or nothing but wildcards there. */
function middleOf(units: readonly string[]): number | null {
  const first = units.findIndex((unit) => !isWildcard(unit))
  const last = units.findLastIndex((unit) => !isWildcard(unit))
  const half = (first + last) / 2
  const inner = units.flatMap((unit, index) =>
    index > first && index < last && !isWildcard(unit) ? [{ index, isSeam: !/^[\p{L}\p{N}]$/u.test(unit) }] : [],
  )
  const seams = inner.filter(({ index, isSeam }) => isSeam && Math.abs(index - half) <= (last - first + 1) / 4)
  const [nearest] = (seams.length > 0 ? seams : inner).toSorted(
    (one, other) => Math.abs(one.index - half) - Math.abs(other.index - half),
  )
  return nearest?.index ?? null
}

/** A run reaches over the middle half of a text, and has one character at least. */
function runEnd(units: readonly string[], middle: number): number {
  return Math.max(middle + 1, Math.floor((units.length * 3) / 4))
}
