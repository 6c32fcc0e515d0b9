import type { Correlation, NodeId, Rule, RuleKey, Span } from '../../sigma/index.ts'

/** What kinds of slip a mutant imitates. */
export type MutationOperator = RuleOperator | CorrelationOperator

/**
 * Those in the log source, the search identifiers and the condition of a rule or a filter document, in the order in which they are tried:
 * of two that mean the same the first stays.
 */
export type RuleOperator =
  | 'drop-value'
  | 'drop-field'
  | 'drop-detection'
  | 'swap-and-or'
  | 'swap-one-and-all'
  | 'drop-not'
  | 'insert-not'
  | 'drop-all'
  | 'swap-anchor'
  | 'drop-cased'
  | 'shorten-value'
  | 'resize-network'
  | 'move-bound'
  | 'drop-regex-anchor'
  | 'drop-wildcard'
  | 'insert-wildcard'
  | 'blur-value'
  | 'cut-value'
  | 'lengthen-value'
  | 'join-values'
  | 'value-to-regex'
  | 'add-cased'
  | 'drop-source'
  | 'add-source'
  | 'add-value'
  | 'add-filter'

/** Those in a correlation, in that order as well. */
export type CorrelationOperator =
  | 'move-threshold'
  | 'resize-timespan'
  | 'drop-group-field'
  | 'drop-referred-rule'
  | 'swap-order'

/** One replacement in the text of a file. */
export interface Replacement {
  readonly span: Span
  /** What stands there instead. */
  readonly text: string
}

/** What an operator does at one node. */
export interface Edit extends Replacement {
  readonly node: NodeId
  /** Tells the edits of one operator at one node apart; empty where there is only one. */
  readonly variant: string
}

/** A slightly changed rule, filter document or correlation: one edit of the YAML it is written in. */
export interface Mutant {
  /** Unique within its document, and made of content: `swap-anchor/selection/Image|endswith/contains`. */
  readonly id: string
  /** The document that is edited. */
  readonly subject: RuleKey
  readonly operator: MutationOperator
  readonly node: NodeId
  /** Tells the mutants of one operator at one node apart; empty where there is only one. */
  readonly variant: string
  readonly replacement: Replacement
  /** The text that was replaced. */
  readonly original: string
}

/** What an edit changed: at least one of them. */
export interface Changed {
  /** Those that now fire on other events; filter documents compiled in. */
  readonly rules: readonly Rule[]
  readonly correlations: readonly Correlation[]
}

/** A mutant that the ordinary reader has read again. */
export interface ReadMutant {
  readonly mutant: Mutant
  readonly reading:
    | ({ readonly kind: 'changed' } & Changed)
    /** A document of the file cannot be read any more. */
    | { readonly kind: 'unreadable'; readonly message: string }
}
