const replacements: readonly (readonly [shape: RegExp, type: string | null])[] = [
  [/^\|\s*count\s*\(\s*\)/i, 'event_count'],
  [/^\|\s*count\s*\(/i, 'value_count'],
  [/^\|\s*sum\s*\(/i, 'value_sum'],
  [/^\|\s*avg\s*\(/i, 'value_avg'],
  [/^\|\s*near\b/i, 'temporal'],
]

/** What to write instead of the aggregation that older Sigma put after a `|` (semantics 1.4). */
export function correlationInstead(part: string): { readonly type: string | null; readonly hint: string } {
  const type = replacements.find(([shape]) => shape.test(part))?.[1] ?? null
  const hasNoEquivalent = /^\|\s*(?:min|max)\s*\(/i.test(part)
  return { type, hint: hasNoEquivalent ? 'No correlation type takes a minimum or maximum.' : '' }
}
