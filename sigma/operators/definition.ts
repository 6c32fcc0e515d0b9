import type { FieldKey } from '../compile/field-key.ts'
import type { LeadKind, RoleKind } from '../compile/modifiers.ts'
import type { ValueKind } from '../compile/value-kinds.ts'
import type { AskedEvent, AskedField, AskedValue } from '../events/asked-event.ts'
import type { Reason } from '../judge/verdict.ts'
import type { Problem, ReportProblem } from '../problems/problem.ts'
import type { Leaf, NodeId, Operator, TestOf } from '../rule/predicate.ts'
import type { Placeholders } from '../values/placeholders.ts'
import type { YamlEntry, YamlScalar } from '../yaml/node.ts'

/** What the compilation of one search identifier needs to know beside the text. */
export interface Compilation {
  readonly identifier: string
  readonly placeholders: Placeholders
  readonly report: ReportProblem
  /** A leaf that this value of this key, in this place, was compiled to before. */
  readonly known?: (value: YamlScalar, key: FieldKey, id: NodeId) => Leaf | undefined
}

/** Whether what an event holds in a field passes. */
export type FieldQuestion = (field: AskedField, event: AskedEvent) => boolean

/** All that one operator is (semantics 2.4, 3.4 and section 4), but for what other stations do with its tests. */
export interface OperatorDefinition<Some extends Operator> {
  /** What its modifier asks of a key; null where the type of the value chooses the operator. */
  readonly lead: Some extends LeadKind ? LeadRules : null
  /** The test that a value of a key comes to, or what is wrong with the value. Remarks go to the compilation's report. */
  readonly compile: (value: YamlScalar, key: FieldKey, compilation: Compilation) => TestOf<Some> | Problem
  /** Makes a test ready to be asked of many events. */
  readonly asks: (test: TestOf<Some>) => FieldQuestion
  /** Whether a keyword of this test finds one value, where that is more than passing. */
  readonly finds?: (test: TestOf<Some>) => (value: AskedValue) => boolean
  /** Why a value that is neither absent nor null does not pass. */
  readonly misses: (test: TestOf<Some>, field: AskedField, event: AskedEvent) => Reason
}

/** What a modifier that chooses the operator asks of a key. */
export interface LeadRules {
  readonly values: ValueKind
  /** Modifiers that may stand beside it. */
  readonly companions: readonly RoleKind[]
  /** Modifiers that must not stand before it. */
  readonly notAfter: 'any' | readonly RoleKind[]
  /** Whether it means nothing for a keyword. */
  readonly needsField: boolean
  /** What is wrong with the values of a key as a whole. */
  readonly refuses?: (entry: YamlEntry) => Problem | null
}

/** The question whether some value in a field is as wanted: a list passes when a member does (semantics 2.3). */
export function someValue(accepts: (value: AskedValue) => boolean): FieldQuestion {
  return ({ values }) => {
    for (const value of values) if (accepts(value)) return true
    return false
  }
}
