import { accountIn, accountInEveryLanguage, typedValue } from '../../generators/index.ts'
import type { Json } from '../../sigma/index.ts'
import { ScenarioError } from '../scenario/scenario-error.ts'
import { type ScenarioWorld, stateOf } from '../scenario/scenario-state.ts'
import { jsonOf, refuseLineFeed, type StatedValue } from '../values/stated-value.ts'
import { inScenarioWords } from './in-scenario-words.ts'
import { chanceOf, play } from './play.ts'

/** Sets the field to the value, typed by the schema. */
export function setField(world: ScenarioWorld, field: string, value: StatedValue): void {
  play(world, { kind: 'set', field, values: [inScenarioWords(() => jsonOf(value, eventIdOf(world), field))] })
}

/** Sets the field to a text of any number of lines, typed by the schema. */
export function setFieldToText(world: ScenarioWorld, field: string, text: string): void {
  const eventId = eventIdOf(world)
  const value = eventId === null ? text : inScenarioWords(() => typedValue(eventId, field, text))
  play(world, { kind: 'set', field, values: [value] })
}

/** Makes one event for each value. */
export function setFieldToEach(world: ScenarioWorld, field: string, values: readonly StatedValue[]): void {
  const eventId = eventIdOf(world)
  const typed = values.map((value, index) =>
    inScenarioWords(() => jsonOf(value, eventId, field), `cell ${index + 1}: `),
  )
  play(world, { kind: 'set', field, values: typed })
}

/** Takes the field away, or sets it to JSON null or to the empty text. */
export function emptyField(world: ScenarioWorld, field: string, absence: string): void {
  eventIdOf(world)
  const value: Json = absence === 'null' ? null : ''
  play(world, absence === 'absent' ? { kind: 'remove', field } : { kind: 'set', field, values: [value] })
}

/** Makes events with first, last and seeded addresses of each network. */
export function setFieldInside(world: ScenarioWorld, field: string, networks: readonly string[]): void {
  eventIdOf(world)
  play(world, { kind: 'inside', field, networks, chance: chanceOf(stateOf(world)) })
}

/** Makes events with the neighbour at each end of each network. */
export function setFieldJustOutside(world: ScenarioWorld, field: string, networks: readonly string[]): void {
  eventIdOf(world)
  play(world, { kind: 'outside', field, networks })
}

/** Sets the field to the name that a built-in account has in a language of Windows. */
export function setFieldToAccount(world: ScenarioWorld, field: string, account: string, language: string): void {
  eventIdOf(world)
  play(world, { kind: 'account', field, accounts: [inScenarioWords(() => accountIn(account, language))] })
}

/** Makes one event for each verified name of a built-in account; the languages without one go to the log. */
export function setFieldToAccountEverywhere(world: ScenarioWorld, field: string, account: string): void {
  eventIdOf(world)
  const { names, without } = inScenarioWords(() => accountInEveryLanguage(account))
  if (without.length > 0) world.log(`${account} has no verified name in ${without.join(', ')}; left out`)
  play(world, { kind: 'account', field, accounts: names })
}

/** Replaces one text within the field by another, letter case ignored. */
export function replaceInField(
  world: ScenarioWorld,
  field: string,
  replacement: StatedValue,
  found: StatedValue,
): void {
  eventIdOf(world)
  refuseLineFeed(replacement.text)
  refuseLineFeed(found.text)
  play(world, { kind: 'replace', field, found: found.text, replacement: replacement.text })
}

/** Makes two events: the text within the field once without its first, once without its last character. */
export function shortenInField(world: ScenarioWorld, field: string, text: StatedValue): void {
  eventIdOf(world)
  refuseLineFeed(text.text)
  play(world, { kind: 'shorten', field, text: text.text })
}

/** Puts the field's text in upper or lower case. */
export function changeLetterCase(world: ScenarioWorld, field: string, letterCase: string): void {
  eventIdOf(world)
  play(world, { kind: 'letter-case', field, letterCase: letterCase === 'upper case' ? 'upper' : 'lower' })
}

/** The Sysmon event whose schema types stated values; null for an event taken as it is written. */
function eventIdOf(world: ScenarioWorld): number | null {
  const { events, latest } = stateOf(world).scene
  const event = events[latest.from]
  if (event === undefined) throw new ScenarioError('there is no event yet; make one first: Given a matching event')
  return event.eventId
}
