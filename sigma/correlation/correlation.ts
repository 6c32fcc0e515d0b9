import type { NodeId } from '../rule/predicate.ts'
import type { Metadata, RuleKey } from '../rule/rule.ts'
import type { Source, Span } from '../source.ts'

export type CorrelationType =
  | 'event_count'
  | 'value_count'
  | 'temporal'
  | 'temporal_ordered'
  | 'value_sum'
  | 'value_avg'
  | 'value_median'
  | 'value_percentile'

/** How long a window is. */
export interface Timespan {
  /** As written: `10m`. */
  readonly text: string
  readonly milliseconds: number
  readonly span: Span
}

export type BoundOperator = 'gt' | 'gte' | 'lt' | 'lte' | 'eq' | 'neq'

/** One comparison of a condition: the window's value on the left, this one on the right. */
export interface Bound {
  readonly operator: BoundOperator
  readonly value: number
  /** The key and its number; the list of rules where the condition is the default one. */
  readonly span: Span
}

/** A condition in the form of a map: every bound holds for the window's value. */
export interface BoundsCondition {
  readonly kind: 'bounds'
  readonly span: Span
  readonly bounds: readonly Bound[]
  /** What is counted or computed with; none for types that take no field. */
  readonly fields: readonly string[]
  /** From 0 to 100, for `value_percentile` alone. */
  readonly percentile: number | null
  /** The document has no condition: this is the default one of temporal types, that all rules occur. */
  readonly isDefault: boolean
}

/** A condition in the form of a text: which rules have occurrences in the window. */
export interface ExpressionCondition {
  readonly kind: 'expression'
  readonly span: Span
  readonly expression: RuleExpression
}

export type CorrelationCondition = BoundsCondition | ExpressionCondition

interface ExpressionNode {
  /** `condition`, `condition/0/1`. */
  readonly id: NodeId
  readonly span: Span
}

/** `and`, `or`, `not` over rules; `rule` is a key, or the reference as written before rules are looked up. */
export type RuleExpression =
  | ({ readonly kind: 'all' | 'any'; readonly children: readonly RuleExpression[] } & ExpressionNode)
  | ({ readonly kind: 'not'; readonly child: RuleExpression } & ExpressionNode)
  | ({ readonly kind: 'rule'; readonly rule: RuleKey } & ExpressionNode)

/** A field whose text tells groups apart, or the alias of one. */
export interface GroupField {
  readonly field: string
  readonly span: Span
}

interface CorrelationParts extends Metadata {
  readonly key: RuleKey
  readonly source: Source
  /** The YAML document in its source. */
  readonly span: Span
  readonly type: CorrelationType
  /** Where the type is written. */
  readonly typeSpan: Span
  /** None: everything is one group. */
  readonly groupBy: readonly GroupField[]
  readonly timespan: Timespan
  readonly condition: CorrelationCondition
  /** Whether the rules it refers to report matches of their own beside it. */
  readonly generate: boolean
}

/** A correlation rule whose references name loaded rules. */
export interface Correlation extends CorrelationParts {
  readonly kind: 'correlation'
  /** The rules it counts or orders, each once, in the order listed. */
  readonly rules: readonly RuleKey[]
  /** How it names each of them, in the same order; where they are not listed, as the condition names them first. */
  readonly ruleReferences: readonly RuleReference[]
  /** By alias, then by rule: the field that the alias stands for in that rule's events. */
  readonly aliases: ReadonlyMap<string, ReadonlyMap<RuleKey, string>>
  /** Hash of all that decides what the correlation means, the rules it refers to included. */
  readonly meaning: string
}

/** How a document names another rule: its id or its name. */
export interface RuleReference {
  readonly text: string
  readonly span: Span
}

/** An entry of `aliases`: under this alias, this rule's events are read in this field. */
export interface AliasEntry {
  readonly alias: string
  readonly rule: RuleReference
  readonly field: string
}

/** A correlation rule as its own document tells it: what it refers to is not looked up yet. */
export interface CorrelationDocument extends CorrelationParts {
  readonly kind: 'correlation-document'
  /** As listed; where they are not, as the condition names them. */
  readonly rules: readonly RuleReference[]
  readonly aliases: readonly AliasEntry[]
  /** Hash of the document alone. */
  readonly ownMeaning: string
}
