import type { RuleKey } from '../rule/rule.ts'
import type { Bound, Correlation } from './correlation.ts'
import { type CorrelationWindow, type GroupJudgement, occurrencesIn } from './correlation-judgement.ts'
import { correlationTypes } from './correlation-types.ts'
import { boundHolds, outOfOrderShortfall } from './gauge.ts'
import { type RulePresenceChange, repairOf } from './rule-repair.ts'

/** Why the condition does not hold in a window; nothing where it does. */
export interface Missing {
  /** The bounds that fail; all of them where there is no value to compare. */
  readonly bounds: readonly Bound[]
  /** Of a temporal type: the rules that would have to occur too, or not to, the fewest that do. */
  readonly rules: readonly RulePresenceChange[]
  /** All the rules it takes occur, but not in the order listed. */
  readonly isOutOfOrder: boolean
}

/** What a window of a group lacks for its correlation to fire. */
export function whatIsMissing(correlation: Correlation, group: GroupJudgement, window: CorrelationWindow): Missing {
  const { condition, type } = correlation
  const { value, held } = window
  if (held) return { bounds: [], rules: [], isOutOfOrder: false }
  const isOutOfOrder = type === 'temporal_ordered' && window.shortfall === outOfOrderShortfall
  const present = new Set(occurrencesIn(group, window).map(({ rule }) => rule))
  const has = (rule: RuleKey): boolean => present.has(rule)
  if (condition.kind === 'expression') return { bounds: [], rules: repairOf(condition.expression, has), isOutOfOrder }
  const bounds = condition.bounds.filter((bound) => value === null || !boundHolds(bound, value))
  const wantsMore = correlationTypes[type].isTemporal && bounds.some(({ operator }) => operator.startsWith('gt'))
  const absent = wantsMore ? correlation.rules.filter((rule) => !has(rule)) : []
  return { bounds, rules: absent.map((rule) => ({ rule, wanted: true })), isOutOfOrder }
}
