import type { Json } from '../events/event.ts'
import type { LeafAnswers } from '../logic/leaf-answers.ts'
import type { NodeId } from '../rule/predicate.ts'
import type { RuleKey } from '../rule/rule.ts'

/** Why a leaf answered as it did. */
export type Reason =
  | 'matched'
  | 'field-absent'
  | 'field-null'
  | 'field-present'
  | 'value-differs'
  | 'case-differs'
  | 'not-an-address'
  | 'not-a-number'
  | 'not-a-time'
  | 'other-field-absent'
  | 'no-keyword'

/** One node's answer; the tree mirrors the predicate and is never cut short. */
export type Evidence = BranchEvidence | LeafEvidence

export interface BranchEvidence {
  readonly kind: 'branch'
  readonly node: NodeId
  readonly matched: boolean
  readonly children: readonly Evidence[]
}

export interface LeafEvidence {
  readonly kind: 'leaf'
  readonly node: NodeId
  readonly matched: boolean
  /** What the event holds in the leaf's field; undefined when the field is absent or the leaf is a keyword. */
  readonly actual: Json | undefined
  readonly reason: Reason
}

/** What a rule says of an event, and in the silent cases why. */
export type Verdict =
  | { readonly kind: 'fires' }
  /** Would fire if all filters were false. `by`: the culprits among repairs made of filters alone. */
  | { readonly kind: 'suppressed'; readonly by: readonly string[] }
  /** The culprits, once over identifiers, once over fields plus whole filters. */
  | { readonly kind: 'missed'; readonly identifiers: readonly string[]; readonly fields: readonly string[] }
  | { readonly kind: 'wrong-log-source'; readonly wanted: string; readonly actual: string }

/** The verdict of one rule on one event. */
export interface JudgedVerdict {
  readonly rule: RuleKey
  readonly verdict: Verdict
  /** What each leaf of the rule answers on the event. */
  readonly answers: LeafAnswers
}

/** The verdict with its evidence. */
export interface Judgement extends JudgedVerdict {
  /** The condition; a reference's evidence is a branch whose only child is the identifier's evidence. */
  readonly evidence: Evidence
  /** Answers of every search identifier, used or not, by name. */
  readonly identifiers: ReadonlyMap<string, Evidence>
  /** Leaves whose other answer alone, at every use of their identifier, would flip the verdict. */
  readonly decisive: ReadonlySet<NodeId>
  /** The least number of leaves to flip for the event to fire: 0 when it fires, `far` over 3. */
  readonly distance: number | 'far'
}
