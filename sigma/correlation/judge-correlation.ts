import { fieldsFor } from '../events/category-names.ts'
import { firesOn } from '../logic/fires-on.ts'
import type { Rule, RuleKey } from '../rule/rule.ts'
import type { RuleSet } from '../rule/rule-set.ts'
import { correlate, occurrenceOf } from './correlate.ts'
import type { Correlation } from './correlation.ts'
import type { CorrelationJudgement } from './correlation-judgement.ts'
import type { Occurrence, TimedEvent } from './occurrence.ts'

type Correlations = Pick<RuleSet, 'rules' | 'correlations'>

/**
 * What a correlation says of everything that happened: judges the rules it refers to, filters and log sources included,
 * then the correlations among them, then itself. Events may come in any order of time; times have to be finite.
 */
export function judgeCorrelation(
  ruleSet: Correlations,
  correlation: Correlation,
  events: readonly TimedEvent[],
): CorrelationJudgement {
  const below = judgeAll(ruleSet, keysBelow(ruleSet, correlation), events)
  return correlate(correlation, occurrencesFor(correlation, below.occurrences))
}

/** The same for every correlation of the set, each rule judged once, by key. */
export function judgeCorrelations(
  ruleSet: Correlations,
  events: readonly TimedEvent[],
): ReadonlyMap<RuleKey, CorrelationJudgement> {
  const keys = new Set(ruleSet.correlations.flatMap(({ key, rules }) => [key, ...rules]))
  return judgeAll(ruleSet, keys, events).judgements
}

/** Each event that a rule fires on, as an occurrence of it. */
export function occurrencesOfRule(rule: Rule, events: readonly TimedEvent[]): readonly Occurrence[] {
  return events.flatMap((timed, event) =>
    firesOn(rule, timed) ? [{ rule: rule.key, time: timed.time, event, fields: fieldsFor(rule.logsource, timed) }] : [],
  )
}

interface JudgedRuleSet {
  readonly occurrences: ReadonlyMap<RuleKey, readonly Occurrence[]>
  readonly judgements: ReadonlyMap<RuleKey, CorrelationJudgement>
}

/** Correlations stand after those they refer to, so one pass judges them all. */
function judgeAll(ruleSet: Correlations, keys: ReadonlySet<RuleKey>, events: readonly TimedEvent[]): JudgedRuleSet {
  const occurrences = new Map<RuleKey, readonly Occurrence[]>()
  const judgements = new Map<RuleKey, CorrelationJudgement>()
  for (const rule of ruleSet.rules) if (keys.has(rule.key)) occurrences.set(rule.key, occurrencesOfRule(rule, events))
  for (const correlation of ruleSet.correlations) {
    if (!keys.has(correlation.key)) continue
    const judgement = correlate(correlation, occurrencesFor(correlation, occurrences))
    judgements.set(correlation.key, judgement)
    occurrences.set(
      correlation.key,
      judgement.matches.map((match) => occurrenceOf(correlation, match)),
    )
  }
  return { occurrences, judgements }
}

/** Everything that a correlation refers to, over other correlations too, itself left out. */
function keysBelow({ correlations }: Correlations, { rules }: Correlation): ReadonlySet<RuleKey> {
  const keys = new Set(rules)
  for (const each of correlations.toReversed()) {
    if (keys.has(each.key)) for (const rule of each.rules) keys.add(rule)
  }
  return keys
}

function occurrencesFor(
  { rules }: Correlation,
  occurrences: ReadonlyMap<RuleKey, readonly Occurrence[]>,
): readonly Occurrence[] {
  return rules.flatMap((rule) => occurrences.get(rule) ?? [])
}
