import type { Edit } from '../mutant.ts'
import type { CorrelationText } from '../text/correlation-text.ts'
import { reworded } from '../text/reworded.ts'

const seconds = [
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
] as const

/** Halves the timespan, in whole seconds, and doubles it. */
export function* resizeTimespan({ document: { timespan }, source }: CorrelationText): Generator<Edit> {
  const { text, span } = timespan
  const [, digits = '', unit = ''] = /^(\d+)(\D)$/.exec(text) ?? []
  const node = `timespan/${text}`
  const half = Number(digits) % 2 === 0 ? `${Number(digits) / 2}${unit}` : halved(timespan.milliseconds)
  if (half !== null) yield { node, variant: 'halved', ...reworded(source, span, text, half) }
  yield { node, variant: 'doubled', ...reworded(source, span, text, `${Number(digits) * 2}${unit}`) }
}

/** In the largest unit that says it; null for less than a second. */
function halved(milliseconds: number): string | null {
  const half = Math.floor(milliseconds / 2_000)
  const fitting = seconds.find(([, length]) => half >= length && half % length === 0)
  return fitting === undefined ? null : `${half / fitting[1]}${fitting[0]}`
}
