import { type Rule, type RuleKey, visibleText } from '../../sigma/index.ts'
import { alarmFailure } from '../failures/alarm-failure.ts'
import { VerdictError } from '../failures/verdict-error.ts'
import { type NamedRule, type RuleBook, ruleBookOf, ruleNamed, titlesOf } from '../rules/rule-book.ts'
import { ScenarioError } from '../scenario/scenario-error.ts'
import { type ScenarioState, type ScenarioWorld, stateOf } from '../scenario/scenario-state.ts'
import { warn } from '../scenario/warn.ts'
import { attachObservation } from './attach-observation.ts'
import { attachAlarm } from './attach-statement.ts'
import { type Fired, firedOn, firesThroughout } from './fired-rules.ts'
import { beginVerdict, type JudgedMadeEvent } from './judge-events.ts'
import { closedLine } from './known-gap.ts'
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
  const isClosed = rightEvents(fired, wanted) > 0
  attachAlarm(world, wanted, isSo(state, fired, wanted))
  for (const rule of wanted) {
    attachObservation(world, rule, { kind: 'fires' }, { held: firesThroughout(rule, fired), isClosed })
  }
  settle(state, book, fired, wanted)
}

/** On no event may any rule of the project fire that reports, nor any correlation over all of them. */
export function noRuleFires(world: ScenarioWorld): void {
  const book = ruleBookOf(stateOf(world).settings)
  const state = beginVerdict(world)
  const fired = firedOn(state, book)
  warn(world, unrealistic(numbered(state)))
  attachAlarm(world, [], isSo(state, fired, []))
  settle(state, book, fired, [])
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

function settle(state: ScenarioState, book: RuleBook, fired: Fired, wanted: readonly NamedRule[]): void {
  const right = rightEvents(fired, wanted)
  const { length } = fired.rules
  if (state.knownGap) {
    if (right > 0) throw new VerdictError(closedLine(right, length, null))
  } else if (right < length) {
    throw new VerdictError(alarmFailure(book, state.scene.events, fired, wanted))
  }
}

/** Whether just these fire: on every event or, in a known gap, on any. */
function isSo({ knownGap }: ScenarioState, fired: Fired, wanted: readonly NamedRule[]): boolean {
  const right = rightEvents(fired, wanted)
  return knownGap ? right > 0 : right === fired.rules.length
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

function numbered({ scene: { events } }: ScenarioState): readonly Pick<JudgedMadeEvent, 'event' | 'number'>[] {
  return events.map((event, index) => ({ event, number: index + 1 }))
}
