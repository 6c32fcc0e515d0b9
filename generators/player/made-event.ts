import type { Fields, Json, RuleKey } from '../../sigma/index.ts'
import { startOfTime } from '../chance.ts'
import type { MadeEvent, PlayContext } from '../recipe.ts'
import type { Witness } from '../solver/goal.ts'
import { breachesOf } from '../sysmon/breaches.ts'
import { sysmonEventId } from '../sysmon/event-id.ts'
import { accountInField } from '../values/account-spelling.ts'
import { underBothNames } from './both-names.ts'
import { derivedFields } from './derive.ts'
import { readBy } from './fields-read.ts'
import { tieOf } from './tie.ts'

/** What an event has before it is put in its place among others. */
const unplaced: Pick<MadeEvent, 'time' | 'alike' | 'origin'> = { time: startOfTime, alike: [], origin: 0 }

/** An event solved for rules: nothing in it is stated yet. */
export function solvedEvent({ fields, eventId, breaches }: Witness, rules: readonly RuleKey[]): MadeEvent {
  return { fields, eventId, solvedFor: rules, stated: [], derived: [], breaches, ...unplaced }
}

/** A realistic event around the values of one row. */
export function composedEvent(fields: Fields, eventId: number, row: Fields, context: PlayContext): MadeEvent {
  const made = { fields, eventId, solvedFor: [], stated: [], derived: [], breaches: [], ...unplaced }
  return withStated(made, Object.keys(row), fields, context)
}

/** An event taken as it is: its scenario has set every field of it. */
export function verbatimEvent(fields: Fields): MadeEvent {
  const eventId = sysmonEventId(fields)
  return {
    fields,
    eventId,
    solvedFor: [],
    stated: sorted(Object.keys(fields)),
    derived: [],
    breaches: breachesOf(fields, eventId),
    ...unplaced,
  }
}

/** The event with a field set to a value, and whatever a named fact ties to it following. */
export function withField(event: MadeEvent, field: string, value: Json, context: PlayContext): MadeEvent {
  return withStated(event, [field], { ...event.fields, [field]: value }, context)
}

/**
 * The event with a field's text edited. An edit states no more of a text than was stated before: what the solver made to
 * fit a rule stays solved, however it is cut or respelt.
 */
export function withEditedText(event: MadeEvent, field: string, text: string, context: PlayContext): MadeEvent {
  const changed = withField(event, field, text, context)
  if (event.stated.includes(field)) return changed
  return { ...changed, stated: changed.stated.filter((name) => name !== field) }
}

/** The event with an account in a field, in the field's own way of writing: its domain goes where the event has that. */
export function withAccount(event: MadeEvent, field: string, account: string, context: PlayContext): MadeEvent {
  const { value, beside } = accountInField(account, field, event.fields, event.eventId)
  const said = beside === null ? {} : { [beside.field]: beside.value }
  return withStated(event, [field], { ...event.fields, [field]: value }, context, said)
}

/** The event without a field. */
export function withoutField(event: MadeEvent, field: string, context: PlayContext): MadeEvent {
  const left = Object.entries(event.fields).filter(([name]) => name !== field)
  return withStated(event, [field], Object.fromEntries(left), context)
}

/** `said`: what the scenario says with it without naming the field. It follows, whatever stood there. */
function withStated(
  event: MadeEvent,
  names: readonly string[],
  fields: Fields,
  { seed, rules }: PlayContext,
  said: Fields = {},
): MadeEvent {
  const set = new Set([...event.stated.filter((name) => !event.derived.includes(name)), ...names])
  const isSet = (name: string) => set.has(name)
  const named = underBothNames(fields, event.eventId, isSet)
  const tie = tieOf(event.eventId, isSet, readBy(event.solvedFor.map(rules), event.eventId))
  const isTold = (name: string) => isSet(name) || Object.hasOwn(said, name)
  const follows = (name: string) => tie.follows(name) && !Object.hasOwn(said, name)
  const following = {
    ...said,
    ...derivedFields({ ...named.fields, ...said }, event.eventId, { isSet: isTold, follows }, seed),
  }
  const isKnown = (name: string) => isSet(name) || Object.hasOwn(following, name)
  const both = underBothNames({ ...named.fields, ...following }, event.eventId, isKnown)
  const changed = both.fields
  const derived = new Set(
    [...event.derived, ...named.derived, ...Object.keys(following), ...both.derived].filter((name) => !isSet(name)),
  )
  return {
    ...event,
    fields: changed,
    stated: sorted([...set, ...derived]),
    derived: sorted([...derived]),
    // Of a kind that the catalogue does not describe nothing new can be said.
    breaches: event.eventId === null ? event.breaches : breachesOf(changed, event.eventId),
  }
}

/** By code unit, each name once. */
function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort()
}
