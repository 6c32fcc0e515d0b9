import { visibleText } from '../sigma/index.ts'
import { expectOf, subjectOf } from './judge-events.ts'
import { knownFilter, knownPart } from './known-parts.ts'
import { ScenarioError } from './scenario-error.ts'
import type { ScenarioWorld } from './scenario-state.ts'

/** Every event has to be of the rule's log source and match its condition. `null` is the rule under test. */
export function ruleFires(world: ScenarioWorld, name: string | null): void {
  expectOf(world, subjectOf(world, name), { kind: 'fires' })
}

/** It has to fire on every event, and would not if the part did not match. */
export function ruleFiresVia(world: ScenarioWorld, name: string | null, part: string): void {
  const rule = subjectOf(world, name)
  expectOf(world, rule, { kind: 'fires-via', part: knownPart(rule, part) })
}

/** It has to fire on this many of the events. */
export function ruleFiresTimes(world: ScenarioWorld, name: string | null, times: number): void {
  expectOf(world, subjectOf(world, name), { kind: 'fires-times', times })
}

/** It has to fire on none of the events. */
export function ruleIsSilent(world: ScenarioWorld, name: string | null): void {
  expectOf(world, subjectOf(world, name), { kind: 'silent' })
}

/** On every event these parts, and nothing else, have to stand between the event and firing. */
export function ruleIsSilentBecause(world: ScenarioWorld, name: string | null, parts: readonly string[]): void {
  const rule = subjectOf(world, name)
  const known = distinct(parts).map((part) => knownPart(rule, part))
  expectOf(world, rule, { kind: 'silent-because', parts: known })
}

/** No event may be of the rule's log source. */
export function ruleIsSilentByLogSource(world: ScenarioWorld, name: string | null): void {
  expectOf(world, subjectOf(world, name), { kind: 'wrong-log-source' })
}

/** On every event exactly these filters have to keep it from firing. */
export function ruleIsSuppressedBy(world: ScenarioWorld, name: string | null, filters: readonly string[]): void {
  const rule = subjectOf(world, name)
  const known = distinct(filters).map((filter) => knownFilter(rule, filter))
  expectOf(world, rule, { kind: 'suppressed', filters: known })
}

function distinct(names: readonly string[]): readonly string[] {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new ScenarioError(`the list names ${visibleText(twice)} twice`)
  return names
}
