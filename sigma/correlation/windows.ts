import type { Correlation } from './correlation.ts'
import type { CorrelationWindow } from './correlation-judgement.ts'
import { type Gauge, gaugeOf, slides } from './gauge.ts'
import type { Occurrence } from './occurrence.ts'

/** The windows of one group: those that make a match, and the one that came nearest. */
export interface JudgedWindows {
  readonly matching: readonly CorrelationWindow[]
  readonly best: CorrelationWindow
}

/** Judges the windows of one group's occurrences, which stand in order of time (semantics 7.4). */
export function judgeWindows(correlation: Correlation, occurrences: readonly Occurrence[]): JudgedWindows {
  return slides(correlation) ? slidingWindows(correlation, occurrences) : closedWindows(correlation, occurrences)
}

const nothing: CorrelationWindow = { from: 0, to: 0, value: null, held: false, shortfall: Number.POSITIVE_INFINITY }

/** At each occurrence, those of the timespan before it; a match where the condition becomes true. */
function slidingWindows(correlation: Correlation, occurrences: readonly Occurrence[]): JudgedWindows {
  const gauge = gaugeOf(correlation)
  const matching: CorrelationWindow[] = []
  let best = nothing
  let heldBefore = false
  let from = 0
  for (const [at, occurrence] of occurrences.entries()) {
    gauge.enter(occurrence)
    from = leaveUntil(gauge, occurrences, from, occurrence.time - correlation.timespan.milliseconds)
    const window = { from, to: at + 1, ...gauge.read() }
    if (window.held && !heldBefore) matching.push(window)
    heldBefore = window.held
    if (window.shortfall < best.shortfall || at === 0) best = window
  }
  return { matching, best }
}

function leaveUntil(gauge: Gauge, occurrences: readonly Occurrence[], from: number, time: number): number {
  let first = from
  for (let next = occurrences[first]; next !== undefined && next.time < time; next = occurrences[first]) {
    gauge.leave(next)
    first += 1
  }
  return first
}

/** Each begins with the first occurrence after the one before it and is judged as a whole. */
function closedWindows(correlation: Correlation, occurrences: readonly Occurrence[]): JudgedWindows {
  const matching: CorrelationWindow[] = []
  let best = nothing
  for (let from = 0; from < occurrences.length; ) {
    const gauge = gaugeOf(correlation)
    const end = (occurrences[from]?.time ?? 0) + correlation.timespan.milliseconds
    let to = from
    for (let next = occurrences[to]; next !== undefined && next.time <= end; next = occurrences[to]) {
      gauge.enter(next)
      to += 1
    }
    const window = { from, to, ...gauge.read() }
    if (window.held) matching.push(window)
    if (window.shortfall < best.shortfall || from === 0) best = window
    from = to
  }
  return { matching, best }
}

/**
 * The shortest timespan with which the condition would hold somewhere, the timespan it has left aside. Null where there is
 * none, and where a longer window may hold less: closed windows, sums, an order among those that happen to be there.
 */
export function shortestTimespan(correlation: Correlation, occurrences: readonly Occurrence[]): number | null {
  if (!grows(correlation)) return null
  const gauge = gaugeOf(correlation)
  let shortest: number | null = null
  let from = 0
  for (const occurrence of occurrences) {
    gauge.enter(occurrence)
    for (let first = occurrences[from]; first !== undefined && gauge.read().held; first = occurrences[from]) {
      const length = occurrence.time - first.time
      if (shortest === null || length < shortest) shortest = length
      gauge.leave(first)
      from += 1
    }
  }
  return shortest
}

function grows(correlation: Correlation): boolean {
  const { type, condition } = correlation
  const isOrderOfSome = type === 'temporal_ordered' && condition.kind === 'expression'
  return slides(correlation) && type !== 'value_sum' && !isOrderOfSome
}
