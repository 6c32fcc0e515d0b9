import { sysmonEventNamed, sysmonEventNames } from '../../catalogue/index.ts'
import type { RecipeGoal } from '../../generators/index.ts'
import { type Event, type Fields, nearestOrKnown, type Rule, visibleText } from '../../sigma/index.ts'
import { type OpenedEvent, openEvents } from '../../sources/index.ts'
import { knownPart } from '../rules/known-parts.ts'
import { ruleBookOf, ruleNamed } from '../rules/rule-book.ts'
import { matchedByEvents } from '../rules/rule-kinds.ts'
import { ScenarioError } from '../scenario/scenario-error.ts'
import { type ScenarioState, type ScenarioWorld, stateOf } from '../scenario/scenario-state.ts'
import { durationIn } from '../values/duration.ts'
import { parseJson } from '../values/json-doc-string.ts'
import { jsonOf, type StatedValue } from '../values/stated-value.ts'
import { refuseOtherTimeColumn, timeColumn } from '../values/time-column.ts'
import { alikeFor, alikeForAnyRule } from './alike-fields.ts'
import { inScenarioWords } from './in-scenario-words.ts'
import { chanceOf, play } from './play.ts'

/** Makes this many events on which every rule under test fires. */
export function makeMatchingEvents(world: ScenarioWorld, count: number): void {
  solve(world, rulesUnderTest(stateOf(world)), { kind: 'fires' }, count)
}

/** Makes one event on which every rule under test fires, this part alone carrying it. */
export function makeMatchingEventVia(world: ScenarioWorld, part: string): void {
  const rules = rulesUnderTest(stateOf(world))
  for (const rule of rules) knownPart(rule, part)
  solve(world, rules, { kind: 'fires-via', part }, 1)
}

/** Makes this many events on which the named rule fires, whichever rule is under test. */
export function makeEventsMatching(world: ScenarioWorld, count: number, rule: string): void {
  solve(world, [ruleMatched(world, rule)], { kind: 'fires' }, count)
}

/** The same, spread evenly over so many milliseconds: the first happens now, the last exactly at the end. */
export function makeEventsMatchingWithin(world: ScenarioWorld, count: number, rule: string, duration: number): void {
  if (count === 1) throw new ScenarioError('one event has no "within"')
  solve(world, [ruleMatched(world, rule)], { kind: 'fires' }, count, duration)
}

/** Makes one realistic event without looking at any rule. */
export function makeBenignEvent(world: ScenarioWorld, event: string): void {
  compose(world, event, [new Map()], false)
}

/** Makes one realistic event that holds these values. */
export function makeEventWith(world: ScenarioWorld, event: string, values: ReadonlyMap<string, StatedValue>): void {
  compose(world, event, [values])
}

/** Makes one realistic event for each row of stated values; under `time` stands how long after now it happens. */
export function makeEventsWith(
  world: ScenarioWorld,
  event: string,
  rows: readonly ReadonlyMap<string, StatedValue>[],
): void {
  compose(world, event, rows)
}

/** Takes an event as it is written, in JSON of any exporter: nothing is filled in, nothing put right. */
export function takeEvent(world: ScenarioWorld, text: string): void {
  const [opened, ...more] = openEvents(parseJson(text), stateOf(world).settings)
  if (opened === undefined) throw new ScenarioError('the list holds no event')
  if (more.length > 0) throw new ScenarioError(`"the event:" takes one event, got a list of ${more.length + 1}`)
  play(world, { kind: 'verbatim', events: [eventIn(opened)] })
}

function eventIn(opened: OpenedEvent): Event {
  if (opened.kind === 'event') return opened.event
  throw new ScenarioError(`no rule can read ${opened.what}; give ${opened.instead}`)
}

function solve(world: ScenarioWorld, rules: readonly Rule[], goal: RecipeGoal, count: number, within?: number): void {
  if (count < 1) throw new ScenarioError('there is no empty set of events; ask for 1 or more')
  const state = stateOf(world)
  const keys = rules.map((rule) => rule.key)
  const timing = within === undefined ? {} : { within }
  const alike = alikeFor(state, ruleBookOf(state.settings), keys)
  play(world, { kind: 'solved', rules: keys, goal, count, chance: chanceOf(state), ...timing, ...alike })
}

function ruleMatched(world: ScenarioWorld, name: string): Rule {
  const book = ruleBookOf(stateOf(world).settings)
  return matchedByEvents(ruleNamed(book, name), book)
}

function compose(world: ScenarioWorld, name: string, rows: readonly StatedRow[], isAlike = true): void {
  const event = sysmonEventNamed(name)
  if (event === null) {
    const hint = nearestOrKnown(name, sysmonEventNames, { quoted: true })
    throw new ScenarioError(`no Sysmon event is called "${visibleText(name)}"; ${hint}`)
  }
  const state = stateOf(world)
  const read = rows.map((row, index) => readRow(row, event.id, rows.length > 1 ? `row ${index + 1}: ` : ''))
  const timing = rows.some((row) => row.has(timeColumn)) ? { offsets: read.map(({ offset }) => offset) } : {}
  const alike = isAlike ? alikeForAnyRule(state, ruleBookOf(state.settings)) : {}
  const stated = read.map(({ fields }) => fields)
  play(world, { kind: 'composed', eventId: event.id, rows: stated, chance: chanceOf(state), ...timing, ...alike })
}

type StatedRow = ReadonlyMap<string, StatedValue>

function readRow(
  row: StatedRow,
  eventId: number,
  prefix: string,
): { readonly fields: Fields; readonly offset: number } {
  inScenarioWords(() => refuseOtherTimeColumn(row, eventId), prefix)
  const time = row.get(timeColumn)
  const offset = time === undefined ? 0 : inScenarioWords(() => durationIn(time.text), prefix)
  const fields = [...row]
    .filter(([field]) => field !== timeColumn)
    .map(([field, value]) => [field, inScenarioWords(() => jsonOf(value, eventId, field), prefix)] as const)
  return { fields: Object.fromEntries(fields), offset }
}

function rulesUnderTest(state: ScenarioState): readonly Rule[] {
  const book = ruleBookOf(state.settings)
  if (state.underTest.length > 0) return state.underTest.map((rule) => matchedByEvents(rule, book))
  throw new ScenarioError('no rule is under test yet; name one first: Given the rule "..."')
}
