import type { Source } from '../../../sigma/index.ts'
import type { Replacement } from '../mutant.ts'

/** Several replacements in a text as one that reaches from the first to the last; where two overlap, both go. Null for none. */
export function replacementsAsOne({ text, path }: Source, replacements: readonly Replacement[]): Replacement | null {
  const ordered = replacements.toSorted((one, other) => one.span.start - other.span.start)
  const [first] = ordered
  if (first === undefined) return null
  let made = ''
  let reached = first.span.start
  for (const { span, text: own } of ordered) {
    made += text.slice(reached, span.start) + own
    reached = Math.max(reached, span.end)
  }
  return { span: { path, start: first.span.start, end: reached }, text: made }
}
