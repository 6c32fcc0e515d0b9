import type { RuleReference } from '../correlation/correlation.ts'
import type { Predicate } from '../rule/predicate.ts'
import type { LogSource, Metadata, RuleKey, SearchIdentifier } from '../rule/rule.ts'
import type { Source, Span } from '../source.ts'

/** A filter document (semantics 7.6), read and compiled: its condition is ANDed to the rules it applies to. */
export interface FilterDocument extends Metadata {
  readonly kind: 'filter'
  readonly key: RuleKey
  readonly source: Source
  /** The YAML document in its source. */
  readonly span: Span
  readonly logsource: LogSource
  readonly rules: 'any' | readonly RuleReference[]
  /** In the order written; private to the filter. */
  readonly identifiers: readonly SearchIdentifier[]
  /** Over references to its own `identifiers`. */
  readonly condition: Predicate
  /** The key `filter` and its value. */
  readonly filterSpan: Span
  /** Hash of the document and of the placeholders it uses. */
  readonly ownMeaning: string
}
