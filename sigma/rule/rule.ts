import type { JsonObject } from '../events/event.ts'
import type { Source, Span } from '../source.ts'
import type { Predicate } from './predicate.ts'

/** Path from the project root with `/`, plus `#n` (from 1) in a file of several documents. Ids and titles may repeat. */
export type RuleKey = string

export type Level = 'informational' | 'low' | 'medium' | 'high' | 'critical'

export type Status = 'stable' | 'test' | 'experimental' | 'deprecated' | 'unsupported'

export interface LogSource {
  readonly category: string | null
  readonly product: string | null
  readonly service: string | null
  readonly span: Span
}

/**
 * What the condition uses an identifier for. A `filter` stands under an odd number of `not` at every use, whatever its
 * name; one that is used both ways is a `selection`.
 */
export type Role = 'selection' | 'filter' | 'unused'

/** A named search of the rule, compiled once however often the condition uses it. */
export interface SearchIdentifier {
  readonly name: string
  readonly role: Role
  /** The name and its value in the file. */
  readonly span: Span
  /** Holds no {@link Predicate} of kind `identifier`. */
  readonly predicate: Predicate
}

/** What a document says about itself; null or empty where it says nothing, or where Sigma does not define it for its kind. */
export interface Metadata {
  readonly title: string
  readonly id: string | null
  readonly name: string | null
  readonly status: Status | null
  readonly level: Level | null
  readonly description: string | null
  readonly author: string | null
  readonly license: string | null
  readonly date: string | null
  readonly modified: string | null
  readonly references: readonly string[]
  readonly tags: readonly string[]
  readonly falsepositives: readonly string[]
  readonly fields: readonly string[]
  /** What the field names belong to; `sigma` where it is null. */
  readonly taxonomy: string | null
  /** Top-level keys that Sigma does not define, as JSON. */
  readonly custom: JsonObject
}

/** A detection rule, read and compiled. */
export interface Rule extends Metadata {
  readonly kind: 'detection'
  readonly key: RuleKey
  readonly source: Source
  /** The YAML document in its source. */
  readonly span: Span
  readonly logsource: LogSource
  /** In the order written; what filter documents exclude comes after the rule's own, by their keys. */
  readonly identifiers: readonly SearchIdentifier[]
  /** Over references to `identifiers`; a list of conditions is an `any`; with filter documents, an `all` around it. */
  readonly condition: Predicate
  /** The filter documents compiled in; none before `buildRuleSet`. */
  readonly filters: readonly AppliedFilter[]
  /** Hash of all that decides what the rule means: see `meaningOf`. */
  readonly meaning: string
}

/** A filter document's part in a rule: the identifier that stands for it, and where its nodes lie. */
export interface AppliedFilter {
  readonly key: RuleKey
  /** Its title, made distinct from the rule's other identifiers. */
  readonly identifier: string
  readonly source: Source
}
