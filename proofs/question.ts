import type { Goal } from '../generators/index.ts'
import type { Rule } from '../sigma/index.ts'
import type { Claim } from './claim.ts'

/** What can be asked of rules. Each asks for an event: that there is none is the proof. */
export type Question =
  /** One that reaches any of these goals; `isAll`: nothing else would do as well. */
  | { readonly kind: 'reach'; readonly rule: Rule; readonly goals: readonly Goal[]; readonly isAll: boolean }
  /** One that refutes the claim and that the log source could write. */
  | { readonly kind: 'refute'; readonly rule: Rule; readonly claim: Claim }
  /** One on which only one of two rules fires. */
  | { readonly kind: 'differ'; readonly before: Rule; readonly after: Rule }
  /** One on which the rule fires, whatever stands in fields that its log source does not have. */
  | { readonly kind: 'fire-elsewhere'; readonly rule: Rule }
