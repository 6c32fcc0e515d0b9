import type { Span } from './source.ts'

/** `E-…` rejects the rule, `W-…` keeps it. The closed list of codes is section 0 of the semantics. */
export type Severity = 'error' | 'warning'

/** What is wrong in a rule, as a value: stages collect problems and go on; words and frames are added at the edge. */
export interface Problem {
  readonly code: ProblemCode
  readonly severity: Severity
  readonly span: Span
  readonly message: string
  /** What to write instead; empty when the message says it all. */
  readonly hint: string
  /** The title of the rule concerned, where it has one. */
  readonly rule: string | null
}
