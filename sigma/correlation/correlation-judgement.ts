import type { Problem } from '../problems/problem.ts'
import type { RuleKey } from '../rule/rule.ts'
import type { Occurrence } from './occurrence.ts'

/** A run of a group's occurrences that lies within the timespan, and what the condition says of it. */
export interface CorrelationWindow {
  /** Positions among the group's occurrences: the first, and the one after the last. */
  readonly from: number
  readonly to: number
  /** What the bounds are compared with: null where nothing can be computed; for a condition over rules, how many occur. */
  readonly value: number | null
  readonly held: boolean
  /** How far the condition is from holding: 0 when it holds; for a lower bound, what is missing to it. */
  readonly shortfall: number
}

/** One time that a correlation fires. */
export interface CorrelationMatch {
  readonly time: number
  /** Texts of the group-by fields, in their order. */
  readonly group: readonly string[]
  /** The occurrence that completed it; of a closed window the last one. */
  readonly trigger: Occurrence
  readonly window: CorrelationWindow
}

/** What came of the occurrences with the same texts in the group-by fields. */
export interface GroupJudgement {
  readonly group: readonly string[]
  /** In order of time; windows are runs of them. */
  readonly occurrences: readonly Occurrence[]
  readonly matches: readonly CorrelationMatch[]
  /** The window in which the condition held, or else the first of those that came nearest. */
  readonly best: CorrelationWindow
  /** Of a silent group: the shortest timespan, in milliseconds, with which it would have fired; null when there is none, or it is not asked. */
  readonly neededTimespan: number | null
}

/** An occurrence that belongs to no group, and the group-by fields in which it has no text. */
export interface Uncounted {
  readonly occurrence: Occurrence
  readonly fields: readonly string[]
}

/** What a correlation says of everything that happened. It fires when there is a match. */
export interface CorrelationJudgement {
  readonly rule: RuleKey
  /** In order of time. */
  readonly matches: readonly CorrelationMatch[]
  /** By their first occurrence. */
  readonly groups: readonly GroupJudgement[]
  readonly uncounted: readonly Uncounted[]
  /** How many occurrences each rule it refers to had, counted or not, in the order listed. */
  readonly occurrencesOf: ReadonlyMap<RuleKey, number>
  /** W-GROUPBY-MISSING, once for each field. */
  readonly problems: readonly Problem[]
}

/** The occurrences that a window of this group counted. */
export function occurrencesIn(group: GroupJudgement, { from, to }: CorrelationWindow): readonly Occurrence[] {
  return group.occurrences.slice(from, to)
}
