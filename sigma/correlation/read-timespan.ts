import { badTimespan, oddTimespanUnit, timeframeKey } from '../problems/correlation.ts'
import type { ReportProblem } from '../problems/problem.ts'
import { shown } from '../read/metadata-field.ts'
import { entryOf, type YamlEntry } from '../yaml/node.ts'
import type { Timespan } from './correlation.ts'

type Unit = 's' | 'm' | 'h' | 'd' | 'w' | 'M' | 'y'

/** A month and a year are their mean length in the Gregorian calendar, as pySigma has them. */
const secondsIn: Readonly<Record<Unit, number>> = {
  s: 1,
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
  M: 2_629_746,
  y: 31_556_952,
}

/** Units that pySigma takes beside those of the specification. */
const oddUnits: readonly Unit[] = ['w', 'M', 'y']

/** Reads `timespan` (semantics 7.1). Null after a problem. */
export function readTimespan(correlation: YamlEntry, report: ReportProblem): Timespan | null {
  const old = entryOf(correlation.value, 'timeframe')
  if (old !== undefined) {
    report(timeframeKey(old.keySpan))
    return null
  }
  const value = entryOf(correlation.value, 'timespan')?.value
  const text = value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : ''
  const [, digits, unit] = /^(\d+)([smhdwMy])$/.exec(text) ?? []
  const milliseconds = Number(digits) * secondsOf(unit) * 1000
  if (value === undefined || !(milliseconds > 0 && milliseconds <= Number.MAX_SAFE_INTEGER)) {
    report(badTimespan(value?.span ?? correlation.keySpan, value === undefined ? 'none' : shown(value)))
    return null
  }
  if (oddUnits.some((odd) => odd === unit)) report(oddTimespanUnit(value.span, unit ?? '', secondsOf(unit)))
  return { text, milliseconds, span: value.span }
}

function secondsOf(unit: string | undefined): number {
  return unit !== undefined && isUnit(unit) ? secondsIn[unit] : Number.NaN
}

function isUnit(text: string): text is Unit {
  return Object.hasOwn(secondsIn, text)
}
