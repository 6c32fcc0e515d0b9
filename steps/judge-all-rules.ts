import { type Correlation, judge, judgeCorrelations, type Rule, type RuleKey, visibleText } from '../sigma/index.ts'
import { attachObservation } from './attach-observation.ts'
import { attachAlarm } from './attach-statement.ts'
import { beginVerdict, type Judged, warn } from './judge-events.ts'
import { closedLine } from './known-gap.ts'
import { type NamedRule, type RuleBook, ruleBookOf, ruleNamed, titlesOf } from './rule-book.ts'
import { ScenarioError } from './scenario-error.ts'
import { type ScenarioState, type ScenarioWorld, stateOf } from './scenario-state.ts'
import { times } from './times.ts'
import { VerdictError } from './verdict-error.ts'
import { unrealistic } from './verdict-warnings.ts'

/**
 * On every event these detection rules have to fire, over all of them these correlations, and no other rule of the
 * project that reports. Leaves an observation of each rule named.
 */
export function exactlyTheseRulesFire(world: ScenarioWorld, names: readonly string[]): void {
  const book = ruleBookOf(stateOf(world).settings)
  const wanted = [...new Set(names.map((name) => ruleNamed(book, name)))]
  for (const rule of wanted) requireReported(rule, book)
  const state = beginVerdict(world)
  const fired = firedOn(state, book)
  warn(world, unrealistic(numbered(state)))
  attachAlarm(world, wanted)
  const isClosed = rightEvents(fired, wanted) > 0
  for (const rule of wanted) {
    attachObservation(world, rule, { kind: 'fires' }, { held: firesThroughout(rule, fired), isClosed })
  }
  settle(state, fired, wanted)
}

/** On no event may any rule of the project fire that reports, nor any correlation over all of them. */
export function noRuleFires(world: ScenarioWorld): void {
  const book = ruleBookOf(stateOf(world).settings)
  const state = beginVerdict(world)
  warn(world, unrealistic(numbered(state)))
  attachAlarm(world, [])
  settle(state, firedOn(state, book), [])
}

/** What fires, rules that only feed correlations left out. */
interface Fired {
  /** For each event. */
  readonly rules: readonly (readonly Rule[])[]
  /** How often each correlation does that does at all. */
  readonly correlations: ReadonlyMap<Correlation, number>
}

function firedOn({ scene: { events } }: ScenarioState, book: RuleBook): Fired {
  const isReported = ({ key }: NamedRule): boolean => !book.unreported.has(key)
  const rules = book.rules.filter(isReported)
  const judgements = judgeCorrelations(book, events)
  const counts = book.correlations
    .filter(isReported)
    .map((each) => [each, judgements.get(each.key)?.matches.length ?? 0] as const)
  return {
    rules: events.map((event) => rules.filter((rule) => judge(rule, event.fields).verdict.kind === 'fires')),
    correlations: new Map(counts.filter(([, count]) => count > 0)),
  }
}

function requireReported({ key, title }: NamedRule, book: RuleBook): void {
  if (!book.unreported.has(key)) return
  const above = book.correlations.filter((each) => !each.generate && each.rules.includes(key))
  const feeds: readonly RuleKey[] = above.map((each) => each.key)
  throw new ScenarioError(
    `"${visibleText(title)}" reports no match of its own: it feeds ${titlesOf(book, feeds)}, without "generate: true"; ` +
      'ask for it by name: Then the rule "..." fires',
  )
}

function firesThroughout(rule: NamedRule, { rules, correlations }: Fired): boolean {
  return rule.kind === 'correlation' ? correlations.has(rule) : rules.every((each) => each.includes(rule))
}

function settle(state: ScenarioState, fired: Fired, wanted: readonly NamedRule[]): void {
  const right = rightEvents(fired, wanted)
  const { length } = fired.rules
  if (state.knownGap) {
    if (right > 0) throw new VerdictError(closedLine(right, length, null))
  } else if (right < length) {
    throw new VerdictError(wanted.length === 0 ? someFire(fired) : difference(fired, wanted))
  }
}

/** On how many events just the rules fire that should; on none where a correlation is wrong, which is about all of them. */
function rightEvents({ rules, correlations }: Fired, wanted: readonly NamedRule[]): number {
  const [detections, others] = [wanted.filter(isDetection), wanted.filter((rule) => !isDetection(rule))]
  return same([...correlations.keys()], others) ? rules.filter((each) => same(each, detections)).length : 0
}

function isDetection(rule: NamedRule): rule is Rule {
  return rule.kind === 'detection'
}

function same(rules: readonly NamedRule[], wanted: readonly NamedRule[]): boolean {
  return rules.length === wanted.length && wanted.every((rule) => rules.includes(rule))
}

function someFire(fired: Fired): string {
  const rules = firing(fired)
  const subject = rules.length === 1 ? 'a rule fires' : `${rules.length} rules fire`
  return `${subject}: ${rules.map((rule) => shown(rule, fired)).join('; ')}`
}

function difference(fired: Fired, wanted: readonly NamedRule[]): string {
  const also = firing(fired).filter((rule) => !wanted.includes(rule))
  const missing = wanted.filter((rule) => !firesThroughout(rule, fired))
  return [
    ...(also.length > 0 ? [`also fires: ${also.map((rule) => shown(rule, fired)).join(', ')}`] : []),
    ...(missing.length > 0 ? [`does not fire: ${missing.map((rule) => shown(rule, fired, false)).join(', ')}`] : []),
  ].join('; ')
}

function firing({ rules, correlations }: Fired): readonly NamedRule[] {
  return [...new Set(rules.flat()), ...correlations.keys()]
}

/** The rule, and the events on which it fires, or does not. */
function shown(rule: NamedRule, { rules, correlations }: Fired, fires = true): string {
  const author = rule.author === null ? '' : ` by ${visibleText(rule.author)}`
  const name = `"${visibleText(rule.title)}"${author}`
  if (rule.kind === 'correlation') return `${name} (${fires ? times(correlations.get(rule) ?? 0) : 'a correlation'})`
  const events = rules.flatMap((each, index) => (each.includes(rule) === fires ? [index + 1] : []))
  const which = `${events.slice(0, 5).join(', ')}${events.length > 5 ? ', ...' : ''}`
  return `${name} (${events.length === 1 ? 'event' : 'events'} ${which})`
}

function numbered({ scene: { events } }: ScenarioState): readonly Pick<Judged, 'event' | 'number'>[] {
  return events.map((event, index) => ({ event, number: index + 1 }))
}
