import type { Problem, WarningCode } from '../problems/problem.ts'
import type { RuleKey } from '../rule/rule.ts'
import type { Span } from '../source.ts'

/** Who said that a problem is not to be told, and why. */
export interface Suppression {
  /** A comment in the rule, or an entry under `ignore` in the configuration. */
  readonly kind: 'comment' | 'configuration'
  readonly reason: string
  /** Where it says so; null where no file says it. */
  readonly span: Span | null
}

export interface SuppressedProblem {
  readonly problem: Problem
  readonly by: Suppression
}

/** What is to be told of some problems, and what is not. */
export interface Told {
  /** File by file in the order of the sources, by place; with those of suppressing itself. */
  readonly problems: readonly Problem[]
  readonly suppressed: readonly SuppressedProblem[]
}

/** An entry under `ignore` in the configuration, the rules it speaks of looked up. */
export interface Ignore {
  readonly code: WarningCode
  readonly reason: string
  readonly span: Span | null
  /** Null: every rule. */
  readonly rules: { readonly files: ReadonlySet<string>; readonly keys: ReadonlySet<RuleKey> } | null
}
