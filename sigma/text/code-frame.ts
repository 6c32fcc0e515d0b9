import { positionOf, type Source, type Span } from '../source.ts'
import { visibleText } from './visible-text.ts'

/** Fits a terminal of 100 columns with the line number before it. */
const usual = 88

/**
 * The line where a span starts, with its number, and carets under what the span covers of it. A line of more than `widest`
 * characters is cut around the span; control and bidirectional characters are shown as `\u{...}`.
 */
export function codeFrame(source: Source, span: Span, widest: number = usual): string {
  const { line, column } = positionOf(source, span.start)
  const lineStart = span.start - (column - 1)
  const lineEnd = source.text.indexOf('\n', lineStart)
  const text = source.text.slice(lineStart, lineEnd < 0 ? undefined : lineEnd)
  const first = column - 1
  const last = Math.min(text.length, Math.max(first + 1, span.end - lineStart))
  // What is shown needs no more of the line than this, and a hostile line may be as long as the file.
  const [from, middle, to] = [Math.max(0, first - widest - 1), Math.min(last, first + widest + 1), last + widest + 1]
  const shown = cutAround(
    visible(text.slice(from, first)),
    visible(text.slice(first, middle)),
    visible(text.slice(last, to)),
    widest,
  )
  const number = String(line)
  const gutter = ' '.repeat(number.length)
  return `${number} | ${shown.text}\n${gutter} | ${' '.repeat(shown.start)}${'^'.repeat(Math.max(1, shown.length))}`
}

function visible(text: string): string {
  return visibleText(text.replaceAll('\t', '  '))
}

interface Shown {
  readonly text: string
  readonly start: number
  readonly length: number
}

function cutAround(before: string, marked: string, after: string, widest: number): Shown {
  const middle = marked.length > widest ? `${marked.slice(0, widest - 1)}…` : marked
  const room = widest - middle.length
  const left = before.length + after.length > room ? Math.max(room - after.length, Math.floor(room / 2)) : before.length
  const start = before.length > left ? `…${before.slice(before.length - left)}` : before
  const right = Math.max(0, room - start.length)
  const end = after.length > right ? `${after.slice(0, right)}…` : after
  return { text: start + middle + end, start: start.length, length: middle.length }
}
