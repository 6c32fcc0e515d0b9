import type { NodeId, Span } from '../sigma/index.ts'

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
  readonly measure: 'outcomes'
  readonly answer: 'fires' | 'silent'
}

/** A search identifier was seen true or false; a filter was seen to suppress. */
export interface DetectionPoint extends PointBase {
  readonly measure: 'detections'
  readonly identifier: string
  readonly answer: 'true' | 'false' | 'suppressing'
}

/** One value as written was seen to match or not to match. */
export interface ValuePoint extends PointBase {
  readonly measure: 'values'
  readonly identifier: string
  readonly leaf: NodeId
  readonly field: string | null
  readonly written: string
  readonly answer: 'matched' | 'unmatched'
}

/** One value as written was seen to decide the verdict by matching, or by not matching. */
export interface DecisionPoint extends PointBase {
  readonly measure: 'mcdc'
  readonly identifier: string
  readonly leaf: NodeId
  readonly field: string | null
  readonly written: string
  readonly answer: 'true' | 'false'
}

/** One thing about a rule that its tests can have shown or not. */
export type Point = OutcomePoint | DetectionPoint | ValuePoint | DecisionPoint
