import type { RuleText } from '../text/rule-text.ts'
import type { MapNode } from '../text/yaml-places.ts'

/** What tells a log source; a `definition` is for people. */
export const sourceAttributes = ['category', 'product', 'service'] as const

export type SourceAttribute = (typeof sourceAttributes)[number]

/** The log source of a rule in its YAML. A filter document's own says which rules it is for, and is left alone. */
export function sourceMapOf({ document, mapAt }: RuleText): MapNode | undefined {
  return document.kind === 'filter' ? undefined : mapAt(document.logsource.span)
}
