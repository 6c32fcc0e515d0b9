import type { BoundOperator, NodeId, Span } from '../sigma/index.ts'

/** The measures that points belong to, in the order in which reports show them. */
export type Measure = 'outcomes' | 'detections' | 'values' | 'mcdc'

/** Names a point within its rule by content: `values/selection/DestinationPort/5985/matched`. */
export type PointId = string

interface PointBase {
  readonly id: PointId
  /** The piece of the rule it is about. */
  readonly span: Span
}

/** The rule was seen to fire, or to be silent. */
export interface OutcomePoint extends PointBase {
  readonly kind: 'outcome'
  readonly measure: 'outcomes'
  readonly answer: 'fires' | 'silent'
}

/** A search identifier was seen true or false; a filter was seen to suppress. */
export interface DetectionPoint extends PointBase {
  readonly kind: 'detection'
  readonly measure: 'detections'
  readonly identifier: string
  readonly answer: 'true' | 'false' | 'suppressing'
}

/** One value as written was seen to match or not to match. */
export interface ValuePoint extends PointBase {
  readonly kind: 'value'
  readonly measure: 'values'
  readonly identifier: string
  readonly leaf: NodeId
  readonly field: string | null
  readonly written: string
  readonly answer: 'matched' | 'unmatched'
}

/** One value as written was seen to decide the verdict by matching, or by not matching. */
export interface DecisionPoint extends PointBase {
  readonly kind: 'decision'
  readonly measure: 'mcdc'
  readonly identifier: string
  readonly leaf: NodeId
  readonly field: string | null
  readonly written: string
  readonly answer: 'true' | 'false'
}

/** A rule that a correlation refers to was seen to be needed. */
export interface ReferredRulePoint extends PointBase {
  readonly kind: 'referred-rule'
  readonly measure: 'detections'
  /** The id or name by which the correlation refers to it. */
  readonly reference: string
  readonly answer: 'needed'
}

/** An order was seen to be kept, to be broken, or not to matter to a correlation that asks for none (`free`). */
export interface OrderPoint extends PointBase {
  readonly kind: 'order'
  readonly measure: 'detections'
  readonly answer: 'kept' | 'broken' | 'free'
}

/** A bound of a correlation's condition was seen just met, or just missed. */
export interface ThresholdPoint extends PointBase {
  readonly kind: 'threshold'
  readonly measure: 'values'
  readonly operator: BoundOperator
  readonly value: number
  readonly answer: 'met' | 'missed'
}

/** Something was seen to count just within the end of a correlation's window, or just not to count beyond it. */
export interface TimespanPoint extends PointBase {
  readonly kind: 'timespan'
  readonly measure: 'values'
  /** As written: `10m`. */
  readonly timespan: string
  readonly answer: 'inside' | 'outside'
}

/** A field that a correlation groups by was seen to keep two groups apart. */
export interface GroupByPoint extends PointBase {
  readonly kind: 'group-by'
  readonly measure: 'values'
  readonly field: string
  readonly answer: 'apart'
}

/** What can be shown of a detection rule. */
export type RulePoint = OutcomePoint | DetectionPoint | ValuePoint | DecisionPoint

/** What can be shown of a correlation. */
export type CorrelationPoint =
  | OutcomePoint
  | ReferredRulePoint
  | OrderPoint
  | ThresholdPoint
  | TimespanPoint
  | GroupByPoint

/** One thing about a rule that its tests can have shown or not. */
export type Point = RulePoint | CorrelationPoint

const kindsOfRules: readonly Point['kind'][] = ['outcome', 'detection', 'value', 'decision']

/** Whether a point is one that detection rules have, which the solver can be asked about. */
export function isRulePoint(point: Point): point is RulePoint {
  return kindsOfRules.includes(point.kind)
}
