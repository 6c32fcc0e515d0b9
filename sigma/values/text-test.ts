import type { Pattern, PatternPart } from '../rule/predicate.ts'
import { fold } from './fold.ts'

/** Whether a whole text matches: its own where the pattern is cased, else its folded one. */
export type TextTest = (text: string) => boolean

type FixedPart = Exclude<PatternPart, { kind: 'any-run' }>

/** What stands between two `*`: parts that each take a known number of code points. */
type Segment = readonly FixedPart[]

/** Makes the test of a pattern, letter case counting only when `cased` (semantics 3.2). */
export function textTestOf(pattern: Pattern, cased: boolean): TextTest {
  const [first = [], ...rest] = segmentsOf(pattern, cased)
  const last = rest.pop()
  return plainTest(first, rest, last) ?? ((text) => matchesSegments(first, rest, last, text))
}

function segmentsOf(pattern: Pattern, cased: boolean): readonly Segment[] {
  const segments: FixedPart[][] = [[]]
  for (const part of pattern) {
    if (part.kind === 'any-run') segments.push([])
    else segments.at(-1)?.push(part.kind === 'text' && !cased ? { kind: 'text', text: fold(part.text) } : part)
  }
  return segments
}

/** The quick way for one text with a `*` before it, behind it, on both sides or on none; null for any other pattern. */
function plainTest(first: Segment, between: readonly Segment[], last: Segment | undefined): TextTest | null {
  const [start, middle, end] = [textIn(first), textIn(between[0]), textIn(last)]
  if (start === null || middle === null || end === null || between.length > 1) return null
  if (last === undefined) return (text) => text === start
  if (between.length === 0 && end === '') return (text) => text.startsWith(start)
  if (between.length === 0 && start === '') return (text) => text.endsWith(end)
  return start === '' && end === '' ? (text) => text.includes(middle) : null
}

/** The text that a segment is; null where it is more. */
function textIn(segment: Segment = []): string | null {
  const [only, second] = segment
  if (only === undefined) return ''
  return only.kind === 'text' && second === undefined ? only.text : null
}

/** The first segment stands at the start, the last at the end, the others each at the first place that fits. */
function matchesSegments(
  first: Segment,
  between: readonly Segment[],
  last: Segment | undefined,
  text: string,
): boolean {
  let at = endAfter(first, text, 0)
  if (last === undefined) return at === text.length
  for (const segment of between) {
    if (at < 0) return false
    at = endOfFirst(segment, text, at)
  }
  if (at < 0) return false
  const start = startBefore(last, text)
  return start >= at && endAfter(last, text, start) === text.length
}

/** Where a segment that starts at `at` ends; -1 when it does not fit there. */
function endAfter(segment: Segment, text: string, at: number): number {
  let end = at
  for (const part of segment) {
    if (part.kind === 'text') {
      if (!text.startsWith(part.text, end)) return -1
      end += part.text.length
    } else {
      const char = text.codePointAt(end)
      if (char === undefined) return -1
      if (part.kind === 'one-of' && !part.characters.includes(String.fromCodePoint(char))) return -1
      end += char > 0xffff ? 2 : 1
    }
  }
  return end
}

/** Where the first occurrence of a segment from `from` on ends; -1 when there is none. */
function endOfFirst(segment: Segment, text: string, from: number): number {
  const [head] = segment
  if (head === undefined) return from
  for (let at = from; at <= text.length; at += 1) {
    if (head.kind === 'text') {
      at = text.indexOf(head.text, at)
      if (at < 0) return -1
    } else if (isInsidePair(text, at)) continue
    const end = endAfter(segment, text, at)
    if (end >= 0) return end
  }
  return -1
}

/** Where a segment would have to start in order to end with the text. */
function startBefore(segment: Segment, text: string): number {
  let start = text.length
  for (let at = segment.length - 1; at >= 0; at -= 1) {
    const part = segment[at]
    if (part?.kind === 'text') start -= part.text.length
    else start -= isInsidePair(text, start - 1) ? 2 : 1
  }
  return start
}

function isInsidePair(text: string, at: number): boolean {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff
}
