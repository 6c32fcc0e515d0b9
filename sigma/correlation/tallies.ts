import type { Correlation, CorrelationType } from './correlation.ts'
import { decimalSum } from './decimal-sum.ts'
import { numberIn, type Occurrence, textIn } from './occurrence.ts'
import { rulePresence } from './rule-presence.ts'

/** The value of a window (semantics 7.3) that occurrences enter in order of time and leave in the order they came. */
export interface Tally {
  readonly enter: (occurrence: Occurrence) => void
  readonly leave: (occurrence: Occurrence) => void
  /** Null where nothing in the window has a value to compute with. */
  readonly value: () => number | null
}

/** What a tally needs to know of the condition. */
interface Compared {
  readonly correlation: Correlation
  readonly fields: readonly string[]
  readonly percentile: number | null
}

/** How the value of a window is found, by type. */
export const tallies: Readonly<Record<CorrelationType, (compared: Compared) => Tally>> = {
  event_count: countOfOccurrences,
  value_count: countOfValues,
  temporal: countOfRules,
  temporal_ordered: countInOrder,
  value_sum: (compared) => summed(compared, (sum) => sum.total()),
  value_avg: (compared) => summed(compared, (sum, count) => sum.share(count)),
  value_median: (compared) => ranked(compared, 50),
  value_percentile: (compared) => ranked(compared, compared.percentile ?? 50),
}

function countOfOccurrences(): Tally {
  let count = 0
  return {
    enter: () => {
      count += 1
    },
    leave: () => {
      count -= 1
    },
    value: () => count,
  }
}

function countOfValues({ correlation, fields }: Compared): Tally {
  const counts = new Map<string, number>()
  const change = (occurrence: Occurrence, by: 1 | -1): void => {
    const texts = fields.map((field) => textIn(correlation, occurrence, field))
    if (texts.includes(null)) return
    const key = JSON.stringify(texts)
    const count = (counts.get(key) ?? 0) + by
    if (count === 0) counts.delete(key)
    else counts.set(key, count)
  }
  return {
    enter: (occurrence) => change(occurrence, 1),
    leave: (occurrence) => change(occurrence, -1),
    value: () => counts.size,
  }
}

function countOfRules({ correlation }: Compared): Tally {
  const presence = rulePresence(correlation.rules)
  return { enter: presence.enter, leave: presence.leave, value: presence.count }
}

function countInOrder({ correlation: { rules } }: Compared): Tally {
  const presence = rulePresence(rules)
  const value = (): number => (presence.count() === rules.length && presence.inOrder() ? rules.length : 0)
  return { enter: presence.enter, leave: presence.leave, value }
}

function summed(
  { correlation, fields: [field = ''] }: Compared,
  combine: (sum: ReturnType<typeof decimalSum>, count: number) => number,
): Tally {
  const sum = decimalSum()
  let count = 0
  return {
    enter: (occurrence) => {
      const number = numberIn(correlation, occurrence, field)
      if (number === null) return
      sum.add(number)
      count += 1
    },
    leave: (occurrence) => {
      const number = numberIn(correlation, occurrence, field)
      if (number === null) return
      sum.subtract(number)
      count -= 1
    },
    value: () => (count === 0 ? null : combine(sum, count)),
  }
}

/** A percentile with linear interpolation between the two nearest ranks. Its windows are closed: read once. */
function ranked({ correlation, fields: [field = ''] }: Compared, percentile: number): Tally {
  const numbers: number[] = []
  let left = 0
  return {
    enter: (occurrence) => {
      const number = numberIn(correlation, occurrence, field)
      if (number !== null) numbers.push(number)
    },
    leave: (occurrence) => {
      if (numberIn(correlation, occurrence, field) !== null) left += 1
    },
    value: () => {
      const sorted = numbers.slice(left).sort((one, other) => one - other)
      const rank = (percentile / 100) * (sorted.length - 1)
      const below = sorted[Math.floor(rank)]
      const above = sorted[Math.ceil(rank)]
      if (below === undefined || above === undefined) return null
      return below + (above - below) * (rank - Math.floor(rank))
    },
  }
}
