import type { MadeEvent } from '../../generators/index.ts'
import { explainCorrelation, judge, visibleText } from '../../sigma/index.ts'
import { type Fired, firesThroughout } from '../judging/fired-rules.ts'
import type { NamedRule, RuleBook } from '../rules/rule-book.ts'
import { credit, evidenceOf } from './failure-message.ts'
import { times } from './times.ts'

/** How many rules are shown with their evidence. */
const shownRules = 5

/**
 * The text of a failed assertion about all rules: which fire that should not and which do not that should, then the
 * evidence of up to five of them, each on the first event that is wrong. Text from rules and events is made visible.
 */
export function alarmFailure(
  book: RuleBook,
  events: readonly MadeEvent[],
  fired: Fired,
  wanted: readonly NamedRule[],
): string {
  const also = firing(fired).filter((rule) => !wanted.includes(rule))
  const missing = wanted.filter((rule) => !firesThroughout(rule, fired))
  const evidence = [
    ...also.map((rule) => () => evidenceAbout(book, events, fired, rule, true)),
    ...missing.map((rule) => () => evidenceAbout(book, events, fired, rule, false)),
  ]
  const more = evidence.length - shownRules
  return [
    wanted.length === 0 ? someFire(fired) : difference(fired, also, missing),
    ...evidence.slice(0, shownRules).map((text) => text()),
    ...(more > 0 ? [`... and ${more} more ${more === 1 ? 'rule' : 'rules'}`] : []),
  ].join('\n\n')
}

function evidenceAbout(
  book: RuleBook,
  events: readonly MadeEvent[],
  { rules, judgements }: Fired,
  rule: NamedRule,
  fires: boolean,
): string {
  if (rule.kind === 'correlation') {
    const judgement = judgements.get(rule.key)
    return [credit(rule), ...(judgement === undefined ? [] : [explainCorrelation(book, rule, judgement)])].join('\n\n')
  }
  const index = rules.findIndex((each) => each.includes(rule) === fires)
  const event = events[index]
  if (event === undefined) return credit(rule)
  const judged = { event, number: index + 1, judgement: judge(rule, event) }
  return `${credit(rule)}\n${evidenceOf(rule, judged, true, [])}`
}

function someFire(fired: Fired): string {
  const rules = firing(fired)
  const subject = rules.length === 1 ? 'a rule fires' : `${rules.length} rules fire`
  return `${subject}: ${rules.map((rule) => shown(rule, fired, true)).join('; ')}`
}

function difference(fired: Fired, also: readonly NamedRule[], missing: readonly NamedRule[]): string {
  return [
    ...(also.length > 0 ? [`also fires: ${also.map((rule) => shown(rule, fired, true)).join(', ')}`] : []),
    ...(missing.length > 0 ? [`does not fire: ${missing.map((rule) => shown(rule, fired, false)).join(', ')}`] : []),
  ].join('; ')
}

function firing({ rules, correlations }: Fired): readonly NamedRule[] {
  return [...new Set(rules.flat()), ...correlations.keys()]
}

/** The rule, and the events on which it fires, or does not. */
function shown(rule: NamedRule, { rules, correlations }: Fired, fires: boolean): string {
  const author = rule.author === null ? '' : ` by ${visibleText(rule.author)}`
  const name = `"${visibleText(rule.title)}"${author}`
  if (rule.kind === 'correlation') return `${name} (${fires ? times(correlations.get(rule) ?? 0) : 'a correlation'})`
  const events = rules.flatMap((each, index) => (each.includes(rule) === fires ? [index + 1] : []))
  const which = `${events.slice(0, 5).join(', ')}${events.length > 5 ? ', ...' : ''}`
  return `${name} (${events.length === 1 ? 'event' : 'events'} ${which})`
}
