import type { Pattern, PatternPart } from '../predicate.ts'
import { fold } from './fold.ts'

type FixedPart = Exclude<PatternPart, { kind: 'any-run' }>

/** What stands between two `*`: parts that each take a known number of code points. */
type Segment = readonly FixedPart[]

const exactSegments = new WeakMap<Pattern, readonly Segment[]>()
const foldedSegments = new WeakMap<Pattern, readonly Segment[]>()

/** Whether the whole text matches the pattern, letter case counting only when `cased` (semantics 3.2). */
export function matchesPattern(pattern: Pattern, text: string, cased: boolean): boolean {
  const segments = segmentsOf(pattern, cased)
  return matchesSegments(segments, cased ? text : fold(text))
}

function segmentsOf(pattern: Pattern, cased: boolean): readonly Segment[] {
  const known = cased ? exactSegments : foldedSegments
  const cached = known.get(pattern)
  if (cached !== undefined) return cached
  const segments: FixedPart[][] = [[]]
  for (const part of pattern) {
    if (part.kind === 'any-run') segments.push([])
    else segments.at(-1)?.push(part.kind === 'text' && !cased ? { kind: 'text', text: fold(part.text) } : part)
  }
  known.set(pattern, segments)
  return segments
}

/** The first segment stands at the start, the last at the end, the others each at the first place that fits. */
function matchesSegments(segments: readonly Segment[], text: string): boolean {
  const [first = [], ...rest] = segments
  const last = rest.pop()
  let at = endAfter(first, text, 0)
  if (last === undefined) return at === text.length
  for (const segment of rest) {
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
  for (const part of segment.toReversed()) {
    if (part.kind === 'text') start -= part.text.length
    else start -= isInsidePair(text, start - 1) ? 2 : 1
  }
  return start
}

function isInsidePair(text: string, at: number): boolean {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff
}
