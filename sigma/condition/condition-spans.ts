import type { Source, Span } from '../source.ts'
import type { YamlScalar } from '../yaml/node.ts'
import { conditionTokens } from './condition-tokens.ts'

/**
 * Says where a stretch of a condition's text stands in the file. Folding changes only the blanks between words, so words
 * are found again in order; where escapes hide one, the stretch is the whole condition.
 */
export function spansWithin(source: Source, condition: YamlScalar): (start: number, end: number) => Span {
  const { path, start: from, end: to } = condition.span
  const written = source.text.slice(from, to)
  if (written === condition.text) return (start, end) => ({ path, start: from + start, end: from + end })
  const offsets = new Map<number, number>()
  let reached = 0
  for (const token of conditionTokens(condition.text)) {
    const found = written.indexOf(token.text, reached)
    if (found < 0 || written.slice(reached, found).includes('\\')) return () => condition.span
    for (let at = 0; at <= token.text.length; at += 1) offsets.set(token.start + at, from + found + at)
    reached = found + token.text.length
  }
  return (start, end) => {
    const first = offsets.get(start) ?? to
    return { path, start: first, end: Math.max(first, offsets.get(end) ?? to) }
  }
}
