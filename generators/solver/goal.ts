import type { Event, NodeId } from '../../sigma/index.ts'
import type { Violation } from '../violations/violation.ts'

/**
 * What is wanted of an event. Parts, filters and decisive leaves are those of the vocabulary (section 1); a rule fires
 * when its log source fits and its condition holds.
 */
export type Goal =
  /** Every rule fires. */
  | { readonly kind: 'fires' }
  /** Every rule fires, and would not if this search identifier or field did not match. */
  | { readonly kind: 'fires-via'; readonly part: string }
  /** Would fire but for exactly these filters. */
  | { readonly kind: 'suppressed'; readonly filters: readonly string[] }
  /** The leaf answers so, and its other answer alone would flip the condition: a near miss of what it stands in. */
  | { readonly kind: 'decisive'; readonly leaf: NodeId; readonly matched: boolean }
  /** The leaf decides with the field's value, one and no list, at this edge of what the leaf matches. */
  | { readonly kind: 'boundary'; readonly leaf: NodeId; readonly edge: Edge }
  /** No rule's condition holds, and not for want of the log source. */
  | { readonly kind: 'silent' }
  /** The search identifier answers so, whatever the rule says. */
  | { readonly kind: 'identifier'; readonly name: string; readonly matched: boolean }
  /** The leaf answers so, whatever the rule says. */
  | { readonly kind: 'matches'; readonly leaf: NodeId; readonly matched: boolean }
  /** The rule says something else than it would without this part. */
  | { readonly kind: 'needs'; readonly part: string }
  /** The first rule fires and none of the others does: what refutes that it implies them. */
  | { readonly kind: 'only-first' }
  /** One of two rules fires and the other does not. */
  | { readonly kind: 'differ' }

/**
 * A place at the edge of what a leaf matches. Network: its first and last address, the neighbours before and after it.
 * Number: the bound, one below, one above. Text: its fragment without its first or its last character, and not the whole.
 */
export type Edge =
  | 'first'
  | 'last'
  | 'before'
  | 'after'
  | 'bound'
  | 'below'
  | 'above'
  | 'without-first'
  | 'without-last'

/** `logic`: no event of any kind. `source`: none that this log source writes. */
export type World = 'logic' | 'source'

/** The solver's three answers. "I gave up" is never called impossible. */
export type Answer = Found | Impossible | { readonly kind: 'unknown'; readonly limit: string }

/** Events that were found. */
export interface Found {
  readonly kind: 'witness'
  readonly events: readonly Witness[]
  /** Why Sysmon writes none, where only another log that feeds the log source too does; null where Sysmon does, or never could. */
  readonly notSysmon: string | null
}

/** The proof that there is no such event. */
export interface Impossible {
  readonly kind: 'impossible'
  readonly world: World
  /** The catalogue holds every event that could be it: of all of them the proof speaks. */
  readonly isOfCatalogue: boolean
  /** The nodes that clash, in the order in which the search met them. */
  readonly clash: readonly NodeId[]
  /** In the words of a message. */
  readonly reason: string
  /** In world `source`: events that another agent could write, marked with what they break; may be empty. */
  readonly events: readonly Witness[]
}

/** An event that the evaluator has confirmed. */
export interface Witness extends Event {
  /** Null for an event that the catalogue does not describe: it holds what the rules read, in plausible values. */
  readonly eventId: number | null
  /** Empty for an event that nothing known speaks against. */
  readonly breaches: readonly Violation[]
}
