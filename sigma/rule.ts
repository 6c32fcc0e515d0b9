import type { JsonObject } from './event.ts'
import type { Predicate } from './predicate.ts'
import type { Source, Span } from './source.ts'

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

/** A detection rule, read and compiled. */
export interface Rule {
  readonly key: RuleKey
  readonly source: Source
  /** The YAML document in its source. */
  readonly span: Span
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
  readonly logsource: LogSource
  /** In the order written. */
  readonly identifiers: readonly SearchIdentifier[]
  /** Over references to `identifiers`; a list of conditions is an `any`. */
  readonly condition: Predicate
  /** Top-level keys that Sigma does not define, as JSON. */
  readonly custom: JsonObject
  /** Hash of all that decides what the rule means: see `meaningOf`. */
  readonly meaning: string
}
