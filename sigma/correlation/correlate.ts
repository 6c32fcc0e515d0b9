import { groupByMissing } from '../problems/correlation.ts'
import type { Problem } from '../problems/problem.ts'
import type { Correlation } from './correlation.ts'
import type { CorrelationJudgement, CorrelationMatch, GroupJudgement, Uncounted } from './correlation-judgement.ts'
import { type Occurrence, textIn } from './occurrence.ts'
import { judgeWindows, shortestTimespan } from './windows.ts'

/**
 * What a correlation says of occurrences of the rules it refers to (semantics 7.2 to 7.4); others are left aside. They are
 * taken in order of time, equal times in the order of their events. Takes n log n steps for n occurrences.
 */
export function correlate(correlation: Correlation, occurrences: readonly Occurrence[]): CorrelationJudgement {
  const listed = inOrder(correlation, occurrences)
  const { groups: grouped, uncounted } = groupsOf(correlation, listed)
  const groups = grouped.map(({ group, members }) => judgeGroup(correlation, group, members))
  return {
    rule: correlation.key,
    matches: groups.flatMap(({ matches }) => matches).sort((one, other) => byTime(one.trigger, other.trigger)),
    groups,
    uncounted,
    occurrencesOf: countsOf(correlation, listed),
    problems: problemsOf(correlation, uncounted, listed.length),
  }
}

/** A match as an occurrence of the correlation: its triggering event's fields, overlaid by the group-by values. */
export function occurrenceOf(correlation: Correlation, { time, group, trigger }: CorrelationMatch): Occurrence {
  const overlay = correlation.groupBy.map(({ field }, at): [string, string] => [field, group[at] ?? ''])
  const fields = { ...trigger.fields, ...Object.fromEntries(overlay) }
  return { rule: correlation.key, time, event: trigger.event, fields }
}

function inOrder({ rules }: Correlation, occurrences: readonly Occurrence[]): readonly Occurrence[] {
  const place = new Map(rules.map((rule, at) => [rule, at]))
  return occurrences
    .filter(({ rule }) => place.has(rule))
    .sort((one, other) => byTime(one, other) || (place.get(one.rule) ?? 0) - (place.get(other.rule) ?? 0))
}

function byTime(one: Occurrence, other: Occurrence): number {
  return one.time - other.time || one.event - other.event
}

interface Group {
  readonly group: readonly string[]
  readonly members: Occurrence[]
}

interface Grouped {
  readonly groups: readonly Group[]
  readonly uncounted: readonly Uncounted[]
}

function groupsOf(correlation: Correlation, occurrences: readonly Occurrence[]): Grouped {
  const groups = new Map<string, Group>()
  const uncounted: Uncounted[] = []
  for (const occurrence of occurrences) {
    const texts = correlation.groupBy.map(({ field }) => textIn(correlation, occurrence, field))
    const group = texts.flatMap((text) => text ?? [])
    if (group.length < texts.length) {
      const fields = correlation.groupBy.filter((_field, at) => texts[at] === null).map(({ field }) => field)
      uncounted.push({ occurrence, fields })
      continue
    }
    const key = JSON.stringify(group)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { group, members: [occurrence] })
    else known.members.push(occurrence)
  }
  return { groups: [...groups.values()], uncounted }
}

function judgeGroup(
  correlation: Correlation,
  group: readonly string[],
  occurrences: readonly Occurrence[],
): GroupJudgement {
  const { matching, best } = judgeWindows(correlation, occurrences)
  const matches = matching.flatMap((window): readonly CorrelationMatch[] => {
    const trigger = occurrences[window.to - 1]
    return trigger === undefined ? [] : [{ time: trigger.time, group, trigger, window }]
  })
  const neededTimespan = matches.length > 0 ? null : shortestTimespan(correlation, occurrences)
  return { group, occurrences, matches, best, neededTimespan }
}

function countsOf({ rules }: Correlation, occurrences: readonly Occurrence[]): CorrelationJudgement['occurrencesOf'] {
  const counts = new Map(rules.map((rule) => [rule, 0]))
  for (const { rule } of occurrences) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return counts
}

function problemsOf(correlation: Correlation, uncounted: readonly Uncounted[], total: number): readonly Problem[] {
  return correlation.groupBy.flatMap(({ field, span }) => {
    const missing = uncounted.filter(({ fields }) => fields.includes(field)).length
    return missing === 0 ? [] : [{ ...groupByMissing(span, field, missing, total), rule: correlation.title }]
  })
}
