import {
  type Correlation,
  type CorrelationExpectation,
  type CorrelationJudgement,
  type CorrelationMatch,
  explainCorrelation,
  shownValue,
  visibleText,
  whatIsMissing,
} from '../../sigma/index.ts'
import { type RuleBook, titlesOf } from '../rules/rule-book.ts'
import { credit } from './failure-message.ts'
import { times } from './times.ts'

/**
 * The text of a failed assertion about a correlation: what is and what was wanted, whose rule it is, then which events
 * counted, in which window and group, and what was missing. Text from rules and events is made visible.
 */
export function correlationFailure(
  book: RuleBook,
  correlation: Correlation,
  judgement: CorrelationJudgement,
  expectation: CorrelationExpectation,
): string {
  return [
    `${firstLine(book, correlation, judgement, expectation)}\n${credit(correlation)}`,
    explainCorrelation(book, correlation, judgement),
  ].join('\n\n')
}

function firstLine(
  book: RuleBook,
  correlation: Correlation,
  judgement: CorrelationJudgement,
  expectation: CorrelationExpectation,
): string {
  const title = `"${visibleText(correlation.title)}"`
  const { matches } = judgement
  switch (expectation.kind) {
    case 'fires':
      return `${title} is silent, should fire: ${shortfall(book, correlation, judgement)}`
    case 'silent':
      return `${title} fires ${times(matches.length)}, should be silent: ${matches.slice(0, 5).map(atEvent).join(', ')}`
    case 'fires-times': {
      const which = matches.length === 0 ? `: ${shortfall(book, correlation, judgement)}` : `: ${eventsOf(matches)}`
      return `${title} fires ${times(matches.length)}, should ${expectation.times}${which}`
    }
    case 'fires-only-for':
      return onlyForLine(book, correlation, judgement, expectation)
  }

  function atEvent(match: CorrelationMatch): string {
    const group = groupInWords(correlation, match)
    return `at event ${match.trigger.event + 1}${group === '' ? '' : ` for ${group}`}`
  }
}

function onlyForLine(
  book: RuleBook,
  correlation: Correlation,
  judgement: CorrelationJudgement,
  { field, value }: CorrelationExpectation & { readonly kind: 'fires-only-for' },
): string {
  const title = `"${visibleText(correlation.title)}"`
  const wanted = `${visibleText(field)} ${shownValue(value)}`
  const at = correlation.groupBy.findIndex((each) => each.field === field)
  const values = new Set(judgement.matches.map(({ group }) => group[at] ?? ''))
  const others = [...values].filter((each) => each !== value).map((each) => shownValue(each))
  if (values.size === 0)
    return `${title} is silent, should fire for ${wanted}: ${shortfall(book, correlation, judgement)}`
  const shown = `${visibleText(field)} ${others.slice(0, 5).join(', ')}${others.length > 5 ? ', ...' : ''}`
  return values.has(value)
    ? `${title} also fires for ${shown}`
    : `${title} fires for ${shown}, should only for ${wanted}`
}

/** What the group that came nearest lacks. */
function shortfall(book: RuleBook, correlation: Correlation, { groups }: CorrelationJudgement): string {
  const nearest = groups.reduce<(typeof groups)[number] | undefined>(
    (best, group) => (best === undefined || group.best.shortfall < best.best.shortfall ? group : best),
    undefined,
  )
  if (nearest === undefined) return `nothing counts for it of its rules: ${titlesOf(book, correlation.rules)}`
  const { bounds, rules, isOutOfOrder } = whatIsMissing(correlation, nearest, nearest.best)
  const absent = rules.filter(({ wanted }) => wanted).map(({ rule }) => rule)
  const unwanted = rules.filter(({ wanted }) => !wanted).map(({ rule }) => rule)
  const within = `within ${correlation.timespan.text}`
  if (isOutOfOrder) return `its rules fire in another order than listed ${within}`
  if (absent.length > 0) return `${titlesOf(book, absent)} is missing ${within}`
  if (unwanted.length > 0) return `${titlesOf(book, unwanted)} fires too ${within}`
  const wanted = bounds.map(({ operator, value }) => `${operator} ${value}`).join(', ')
  return `${nearest.best.value ?? 'nothing'} at best ${within}, not ${wanted}`
}

function groupInWords({ groupBy }: Correlation, { group }: CorrelationMatch): string {
  return groupBy.map(({ field }, at) => `${visibleText(field)} ${shownValue(group[at] ?? '')}`).join(', ')
}

function eventsOf(matches: readonly CorrelationMatch[]): string {
  const numbers = matches.map(({ trigger }) => trigger.event + 1)
  const more = numbers.length > 12 ? ', ...' : ''
  return `${numbers.length === 1 ? 'at event' : 'at events'} ${numbers.slice(0, 12).join(', ')}${more}`
}
