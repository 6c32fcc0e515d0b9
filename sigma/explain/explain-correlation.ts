import type { Correlation } from '../correlation/correlation.ts'
import {
  type CorrelationJudgement,
  type CorrelationMatch,
  type CorrelationWindow,
  type GroupJudgement,
  occurrencesIn,
} from '../correlation/correlation-judgement.ts'
import type { Occurrence } from '../correlation/occurrence.ts'
import { whatIsMissing } from '../correlation/what-is-missing.ts'
import type { RuleKey } from '../rule/rule.ts'
import type { RuleSet } from '../rule/rule-set.ts'
import { positionOf } from '../source.ts'
import { codeFrame } from '../text/code-frame.ts'
import { visibleText } from '../text/visible-text.ts'
import { counted, durationInWords, eventsInWords, timeInWords } from './correlation-words.ts'
import { cut, inWords } from './words.ts'

/** How many groups, and how many matches of a group, are shown. */
const shownGroups = 5
const shownMatches = 3

/**
 * The evidence of a correlation as indented text: its condition with the rule's line, then each group with the windows in
 * which it fired, or the one that came nearest and what that lacks, then what was not counted and what did not occur. Events
 * are numbered from 1. Foreign text is made visible; nothing in it can act.
 */
export function explainCorrelation(
  ruleSet: Pick<RuleSet, 'rules' | 'correlations'>,
  correlation: Correlation,
  judgement: CorrelationJudgement,
): string {
  const titles = new Map([...ruleSet.rules, ...ruleSet.correlations].map(({ key, title }) => [key, title]))
  const titleOf = (key: RuleKey): string => `"${visibleText(titles.get(key) ?? key)}"`
  const groups = [...judgement.groups].sort(byRank)
  const more = groups.length - shownGroups
  return [
    conditionBlock(correlation),
    ...groups.slice(0, shownGroups).map((group) => groupBlock(correlation, group, titleOf)),
    ...(more > 0 ? [`... and ${counted(more, 'more group')}`] : []),
    occurrencesBlock(judgement, titleOf),
  ].join('\n')
}

/** Groups that fired first, then the nearest; ranks may be infinite. */
function byRank(one: GroupJudgement, other: GroupJudgement): number {
  const [rank, otherRank] = [rankOf(one), rankOf(other)]
  return rank === otherRank ? 0 : rank < otherRank ? -1 : 1
}

function rankOf({ matches, best }: GroupJudgement): number {
  return matches.length > 0 ? -1 : best.shortfall
}

function conditionBlock({ source, condition, timespan, groupBy }: Correlation): string {
  // The key of a condition written as a map says nothing; its first bound is what was not met, or was.
  const span = (condition.kind === 'bounds' ? condition.bounds[0]?.span : undefined) ?? condition.span
  const { line, column } = positionOf(source, span.start)
  const fields = groupBy.map(({ field }) => field)
  const each = fields.length === 0 ? '' : ` for each ${inWords(fields)}`
  const place = `${visibleText(source.path)}:${line}:${column}`
  const frame = codeFrame(source, span).replaceAll(/^/gm, '  ')
  return `Wanted within ${timespan.text}${each} (${place}):\n${frame}`
}

function groupBlock(correlation: Correlation, group: GroupJudgement, titleOf: (key: RuleKey) => string): string {
  const named = correlation.groupBy.map(
    ({ field }, at) => `${visibleText(field)} "${cut(visibleText(group.group[at] ?? ''))}"`,
  )
  const name = named.length === 0 ? 'Everything together' : named.join(', ')
  const { matches } = group
  if (matches.length === 0) {
    const lines = nearestLines(correlation, group, titleOf)
    return [`${name} is silent`, ...lines.map((line) => `  ${line}`)].join('\n')
  }
  const more = matches.length - shownMatches
  return [
    `${name} fires ${matches.length === 1 ? 'once' : `${matches.length} times`}`,
    ...matches.slice(0, shownMatches).map((match) => `  ${matchLine(correlation, group, match)}`),
    ...(more > 0 ? [`  ... and ${counted(more, 'more time')}`] : []),
  ].join('\n')
}

function matchLine(correlation: Correlation, group: GroupJudgement, { time, window }: CorrelationMatch): string {
  return `✓ ${timeInWords(time)}: ${windowInWords(correlation, group, window)}`
}

function nearestLines(
  correlation: Correlation,
  group: GroupJudgement,
  titleOf: (key: RuleKey) => string,
): readonly string[] {
  const { best, neededTimespan } = group
  const { bounds, rules, isOutOfOrder } = whatIsMissing(correlation, group, best)
  const absent = rules.filter(({ wanted }) => wanted).map(({ rule }) => `no ${titleOf(rule)}`)
  const unwanted = rules.filter(({ wanted }) => !wanted).map(({ rule }) => `${titleOf(rule)} too`)
  const failing =
    rules.length > 0 || isOutOfOrder ? [] : bounds.map(({ operator, value }) => `not ${operator} ${value}`)
  const order = isOutOfOrder ? ['not in the order listed'] : []
  const lacks = [...order, ...absent, ...unwanted, ...failing].join(', ')
  const longer = neededTimespan === null ? [] : [timespanLine(correlation, neededTimespan)]
  return [`✗ at best ${windowInWords(correlation, group, best)}: ${lacks}`, ...longer]
}

function timespanLine({ timespan }: Correlation, needed: number): string {
  const over = durationInWords(needed - timespan.milliseconds)
  return `  it would fire with a timespan of ${durationInWords(needed)}, which is ${over} longer`
}

function windowInWords(correlation: Correlation, group: GroupJudgement, window: CorrelationWindow): string {
  const occurrences = occurrencesIn(group, window)
  const [first] = occurrences
  const last = occurrences.at(-1)
  if (first === undefined || last === undefined) return 'nothing'
  const span = first.time === last.time ? '' : `, ${timeInWords(first.time)} to ${timeInWords(last.time)}`
  return `${valueInWords(correlation, window, occurrences)} (${eventsInWords(occurrences)}${span})`
}

function valueInWords(
  { type, condition, rules }: Correlation,
  { value, held }: CorrelationWindow,
  occurrences: readonly Occurrence[],
): string {
  const present = new Set(occurrences.map(({ rule }) => rule)).size
  const fields = condition.kind === 'bounds' ? inWords(condition.fields) : ''
  switch (type) {
    case 'event_count':
      return counted(value ?? 0, 'occurrence')
    case 'value_count':
      return `${counted(value ?? 0, 'different value')} of ${fields}`
    case 'temporal':
      return `${present} of ${counted(rules.length, 'rule')}`
    case 'temporal_ordered':
      return `${present} of ${counted(rules.length, 'rule')}${held ? ' in order' : ''}`
    case 'value_sum':
    case 'value_avg':
    case 'value_median':
    case 'value_percentile':
      return value === null ? `no number in ${fields}` : `${type} ${value} of ${fields}`
  }
}

function occurrencesBlock(judgement: CorrelationJudgement, titleOf: (key: RuleKey) => string): string {
  const counts = [...judgement.occurrencesOf].map(
    ([rule, count]) => `${titleOf(rule)} ${count === 0 ? 'never' : counted(count, 'time')}`,
  )
  const fields = [...new Set(judgement.uncounted.flatMap((each) => each.fields))]
  const lines = [
    `Occurred: ${counts.join(', ')}`,
    ...(judgement.uncounted.length === 0
      ? []
      : [
          `Not counted: ${eventsInWords(judgement.uncounted.map(({ occurrence }) => occurrence))}, without a value in ${inWords(fields)}`,
        ]),
  ]
  return lines.join('\n')
}
