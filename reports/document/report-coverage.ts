import type { World } from '../../generators/index.ts'
import type { CoverageRatio, Measure, Ratio } from '../../measures/index.ts'
import type { BoundOperator, NodeId, RuleKey } from '../../sigma/index.ts'
import type { Place } from './report.ts'

interface PointReportBase {
  readonly id: string
  readonly place: Place
  /** Of a point of a filter document, which is the same in every rule that the document applies to; else null. */
  readonly ofFilter: {
    /** What the point is called in all of these rules. */
    readonly id: string
    /** The rule whose findings, next points and suggestions speak of it: one in which it is covered, or can be. */
    readonly rule: RuleKey
  } | null
  /** Positions in `observations` of the counted ones that cover it, ascending; of a filter document's, about any rule. */
  readonly observations: readonly number[]
  /** Covered, but only by scenarios that a program wrote and nobody has read. */
  readonly unread: boolean
  /** The proof that nothing can cover it. */
  readonly impossible: { readonly world: World; readonly reason: string } | null
  /** The limit at which the search for such a proof gave up. */
  readonly unknown: string | null
}

/** What a point says beside what all of them say, by kind; of a correlation those after the first four, and outcomes. */
export type PointReport =
  | (PointReportBase & { readonly kind: 'outcome'; readonly measure: 'outcomes'; readonly answer: 'fires' | 'silent' })
  | (PointReportBase & {
      readonly kind: 'detection'
      readonly measure: 'detections'
      readonly identifier: string
      readonly answer: 'true' | 'false' | 'suppressing'
    })
  | (PointReportBase & {
      readonly kind: 'value'
      readonly measure: 'values'
      readonly identifier: string
      readonly leaf: NodeId
      /** Null for a keyword. */
      readonly field: string | null
      readonly written: string
      readonly answer: 'matched' | 'unmatched'
    })
  | (PointReportBase & {
      readonly kind: 'decision'
      readonly measure: 'mcdc'
      readonly identifier: string
      readonly leaf: NodeId
      readonly field: string | null
      readonly written: string
      /** The leaf decided the verdict while it answered so. */
      readonly answer: 'true' | 'false'
    })
  | (PointReportBase & {
      readonly kind: 'referred-rule'
      readonly measure: 'detections'
      /** The id or name by which the correlation refers to it. */
      readonly reference: string
      readonly answer: 'needed'
    })
  | (PointReportBase & {
      readonly kind: 'order'
      readonly measure: 'detections'
      readonly answer: 'kept' | 'broken' | 'free'
    })
  | (PointReportBase & {
      readonly kind: 'threshold'
      readonly measure: 'values'
      readonly operator: BoundOperator
      readonly value: number
      readonly answer: 'met' | 'missed'
    })
  | (PointReportBase & {
      readonly kind: 'timespan'
      readonly measure: 'values'
      /** As written: `10m`. */
      readonly timespan: string
      readonly answer: 'inside' | 'outside'
    })
  | (PointReportBase & {
      readonly kind: 'group-by'
      readonly measure: 'values'
      readonly field: string
      readonly answer: 'apart'
    })

/** With what rests on scenarios that nobody has read, told apart. */
export type MeasureRatios = Readonly<Record<Measure, CoverageRatio>>

/** Coverage summed up by what rules have in common, each list by name. A rule with two tags counts in both. */
export interface CoverageGroups {
  readonly tags: readonly CoverageGroup[]
  /** With all that lies below them. */
  readonly folders: readonly CoverageGroup[]
}

export interface CoverageGroup {
  readonly name: string
  readonly rules: number
  readonly coverage: MeasureRatios
}

export interface ThresholdReport {
  /** A measure of coverage; or rules that have a firing and a silent scenario, or a suppressing one for each filter. */
  readonly measure: Measure | 'scenarios' | 'suppression'
  /** As the user wrote it; null for all rules. */
  readonly path: string | null
  /** The rules below that path; null for all. */
  readonly rules: readonly RuleKey[] | null
  /** In per cent. */
  readonly wanted: number
  /** Of what somebody has read, unless the configuration counts the rest too. */
  readonly ratio: Ratio
  /** Never where every point was proved impossible; where there is nothing of the kind it is. */
  readonly met: boolean
  /** There are such points, and every one was proved impossible. */
  readonly proved: boolean
  /** The rules without the scenarios that every rule must have; none for a measure of coverage. */
  readonly lacking: readonly RuleKey[]
}

export interface NextPoints {
  readonly rule: RuleKey
  /** The nearest first. */
  readonly points: readonly {
    readonly point: string
    /**
     * How many values would have to answer otherwise on the nearest observed event; 0 where its scenario does not state
     * or name what it takes. Null where nothing came near.
     */
    readonly distance: number | null
  }[]
}
