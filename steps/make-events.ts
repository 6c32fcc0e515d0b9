import {
  type EventStep,
  type Goal,
  playStep,
  type RecipeStep,
  sysmonEventNamed,
  sysmonEventNames,
} from '../generators/index.ts'
import { type Fields, flattenEvent, nearestNames, type Rule, visibleText } from '../sigma/index.ts'
import { inScenarioWords } from './in-scenario-words.ts'
import { parseJson } from './json-doc-string.ts'
import { knownPart } from './known-parts.ts'
import { quotedOrNone, ruleBookOf, ruleNamed, ruleWithKey } from './rule-book.ts'
import { ScenarioError } from './scenario-error.ts'
import { advance, type ScenarioState, type ScenarioWorld, stateOf } from './scenario-state.ts'
import { jsonOf, type StatedValue } from './stated-value.ts'

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
  solve(world, [ruleNamed(ruleBookOf(stateOf(world).settings), rule)], { kind: 'fires' }, count)
}

/** Makes one realistic event without looking at any rule. */
export function makeBenignEvent(world: ScenarioWorld, event: string): void {
  compose(world, event, [new Map()])
}

/** Makes one realistic event that holds these values. */
export function makeEventWith(world: ScenarioWorld, event: string, values: ReadonlyMap<string, StatedValue>): void {
  compose(world, event, [values])
}

/** Makes one realistic event for each row of stated values. */
export function makeEventsWith(
  world: ScenarioWorld,
  event: string,
  rows: readonly ReadonlyMap<string, StatedValue>[],
): void {
  compose(world, event, rows)
}

/** Takes an event as it is written, in JSON: nothing is filled in, nothing put right. */
export function takeEvent(world: ScenarioWorld, text: string): void {
  play(world, { kind: 'verbatim', events: [flattenEvent(parseJson(text))] })
}

/** Plays an event step or a change and makes its events the current ones. Notes of the player go to the log. */
export function play(world: ScenarioWorld, step: RecipeStep): void {
  const { settings, recipe, events, step: place } = stateOf(world)
  const replaces = isEventStep(step)
  const rules = (key: string): Rule => ruleWithKey(ruleBookOf(settings), key)
  const played = inScenarioWords(() => playStep(replaces ? [] : events, step, { seed: settings.seed, rules }))
  for (const warning of played.warnings) world.log(warning)
  advance(world, {
    events: played.events,
    recipe: { seed: settings.seed, steps: replaces ? [step] : [...recipe.steps, step] },
    unjudged: place.text,
  })
}

/**
 * What the randomness of the step that runs is keyed by: feature, scenario, Examples row and the step's number, never a
 * line or an order, so that moving a scenario changes none of its events.
 */
export function chanceOf(state: ScenarioState): string {
  return JSON.stringify([state.place.uri, state.place.name, state.place.row, state.step.number])
}

function solve(world: ScenarioWorld, rules: readonly Rule[], goal: Goal, count: number): void {
  if (count < 1) throw new ScenarioError('there is no empty set of events; ask for 1 or more')
  const chance = chanceOf(stateOf(world))
  play(world, { kind: 'solved', rules: rules.map((rule) => rule.key), goal, count, chance })
}

function compose(world: ScenarioWorld, name: string, rows: readonly ReadonlyMap<string, StatedValue>[]): void {
  const event = sysmonEventNamed(name)
  if (event === null) {
    const nearest = nearestNames(name, sysmonEventNames)
    throw new ScenarioError(`no Sysmon event is called "${visibleText(name)}"; nearest: ${quotedOrNone(nearest)}`)
  }
  const stated = rows.map((row, index) => typedRow(row, event.id, rows.length > 1 ? `row ${index + 1}: ` : ''))
  play(world, { kind: 'composed', eventId: event.id, rows: stated, chance: chanceOf(stateOf(world)) })
}

function typedRow(row: ReadonlyMap<string, StatedValue>, eventId: number, prefix: string): Fields {
  const typed = [...row].map(
    ([field, value]) => [field, inScenarioWords(() => jsonOf(value, eventId, field), prefix)] as const,
  )
  return Object.fromEntries(typed)
}

function rulesUnderTest(state: ScenarioState): readonly Rule[] {
  if (state.underTest.length > 0) return state.underTest
  throw new ScenarioError('no rule is under test yet; name one first: Given the rule "..."')
}

function isEventStep(step: RecipeStep): step is EventStep {
  return step.kind === 'solved' || step.kind === 'composed' || step.kind === 'verbatim'
}
