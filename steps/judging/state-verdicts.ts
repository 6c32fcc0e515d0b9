import { type CorrelationExpectation, type Rule, visibleText } from '../../sigma/index.ts'
import { knownFilter, knownPart, partsOfOneLevel } from '../rules/known-parts.ts'
import { ruleBookOf } from '../rules/rule-book.ts'
import { detectionWith, groupedBy } from '../rules/rule-kinds.ts'
import { ScenarioError } from '../scenario/scenario-error.ts'
import { type ScenarioWorld, stateOf } from '../scenario/scenario-state.ts'
import { expectOfCorrelation } from './judge-correlation.ts'
import { expectOf, subjectOf } from './judge-events.ts'

/**
 * Every event has to be of the rule's log source and match its condition; a correlation has to fire at least once.
 * `null` is the rule under test.
 */
export function ruleFires(world: ScenarioWorld, name: string | null): void {
  expect(world, name, { kind: 'fires' })
}

/** It has to fire on every event, and would not if the part did not match. */
export function ruleFiresVia(world: ScenarioWorld, name: string | null, part: string): void {
  const rule = detectionNamed(world, name, 'parts')
  expectOf(world, rule, { kind: 'fires-via', part: knownPart(rule, part) })
}

/** It has to fire on this many of the events; a correlation, this many times. */
export function ruleFiresTimes(world: ScenarioWorld, name: string | null, times: number): void {
  expect(world, name, { kind: 'fires-times', times })
}

/** A correlation has to fire at least once, and every time for this value of a field it groups by. */
export function ruleFiresOnlyFor(world: ScenarioWorld, name: string | null, field: string, value: string): void {
  const correlation = groupedBy(field, subjectOf(world, name))
  expectOfCorrelation(world, correlation, { kind: 'fires-only-for', field, value })
}

/** It has to fire on none of the events; a correlation, not once. */
export function ruleIsSilent(world: ScenarioWorld, name: string | null): void {
  expect(world, name, { kind: 'silent' })
}

/** On every event these parts, and nothing else, have to stand between the event and firing. */
export function ruleIsSilentBecause(world: ScenarioWorld, name: string | null, parts: readonly string[]): void {
  const rule = detectionNamed(world, name, 'parts')
  const known = partsOfOneLevel(rule, distinct(parts))
  expectOf(world, rule, { kind: 'silent-because', parts: known })
}

/** No event may be of the rule's log source. */
export function ruleIsSilentByLogSource(world: ScenarioWorld, name: string | null): void {
  expectOf(world, detectionNamed(world, name, 'log source'), { kind: 'wrong-log-source' })
}

/** On every event exactly these filters have to keep it from firing. */
export function ruleIsSuppressedBy(world: ScenarioWorld, name: string | null, filters: readonly string[]): void {
  const rule = detectionNamed(world, name, 'filters')
  const known = distinct(filters).map((filter) => knownFilter(rule, filter))
  expectOf(world, rule, { kind: 'suppressed', filters: known })
}

/** Words that every rule takes, whatever its kind. */
function expect(
  world: ScenarioWorld,
  name: string | null,
  expectation: Exclude<CorrelationExpectation, { readonly kind: 'fires-only-for' }>,
): void {
  const rule = subjectOf(world, name)
  if (rule.kind === 'detection') expectOf(world, rule, expectation)
  else expectOfCorrelation(world, rule, expectation)
}

function detectionNamed(world: ScenarioWorld, name: string | null, has: Parameters<typeof detectionWith>[0]): Rule {
  return detectionWith(has, subjectOf(world, name), ruleBookOf(stateOf(world).settings))
}

function distinct(names: readonly string[]): readonly string[] {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new ScenarioError(`the list names ${visibleText(twice)} twice`)
  return names
}
