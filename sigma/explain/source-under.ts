import type { Rule } from '../rule/rule.ts'
import type { Source, Span } from '../source.ts'

/** The text that a span of the rule lies in: its own file, or that of a filter document; null for any other. */
export function sourceUnder(rule: Rule, span: Span): Source | null {
  const sources = [rule.source, ...rule.filters.map(({ source }) => source)]
  return sources.find(({ path }) => path === span.path) ?? null
}
