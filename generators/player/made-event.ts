import { windowsEventOf } from '../../catalogue/index.ts'
import { type Event, type Fields, type Json, type Origin, originIn, type RuleKey } from '../../sigma/index.ts'
import { startOfTime } from '../chance.ts'
import { sysmonEventId } from '../kinds/event-id.ts'
import { eventOfKind, ownOriginOf } from '../kinds/event-in.ts'
import type { MadeEvent, PlayContext } from '../recipe.ts'
import type { Witness } from '../solver/goal.ts'
import { accountInField } from '../values/account-spelling.ts'
import { violationsOf } from '../violations/violations.ts'
import { derivedFields } from './following/derive.ts'

import { readBy } from './following/fields-read.ts'
import { type Tie, tieOf } from './following/tie.ts'
import { ownFieldsIn, ownNamesOf, readNamesOf } from './own-fields.ts'

/** What an event has before it is put in its place among others. */
const unplaced: Pick<MadeEvent, 'time' | 'alike' | 'made'> = { time: startOfTime, alike: [], made: 0 }

/** An event solved for rules: nothing in it is stated yet. */
export function solvedEvent({ origin, fields, eventId, breaches }: Witness, rules: readonly RuleKey[]): MadeEvent {
  return { origin, fields, eventId, solvedFor: rules, stated: [], derived: [], breaches, ...unplaced }
}

/** A realistic event around the values of one row. */
export function composedEvent(fields: Fields, eventId: number, row: Fields, context: PlayContext): MadeEvent {
  const event = eventOfKind(windowsEventOf(eventId), fields)
  const made = { ...event, eventId, solvedFor: [], stated: [], derived: [], breaches: [], ...unplaced }
  return withStated(made, Object.keys(row), fields, context)
}

/** An event taken as it is: its scenario has set every field of it. */
export function verbatimEvent({ origin, fields }: Event): MadeEvent {
  const eventId = sysmonEventId({ origin, fields })
  return {
    origin,
    fields,
    eventId,
    solvedFor: [],
    stated: sorted(Object.keys(fields)),
    derived: [],
    breaches: violationsOf(fields, eventId),
    ...unplaced,
  }
}

/** The event with a field set to a value, and whatever a named fact ties to it following. */
export function withField(event: MadeEvent, field: string, value: Json, context: PlayContext): MadeEvent {
  return withStated(event, [field], { ...event.fields, ...ownFieldsIn(event.eventId, { [field]: value }) }, context)
}

/**
 * The event with a field's text edited. An edit states no more of a text than was stated before: what the solver made to
 * fit a rule stays solved, however it is cut or respelt.
 */
export function withEditedText(event: MadeEvent, field: string, text: string, context: PlayContext): MadeEvent {
  const changed = withField(event, field, text, context)
  if (event.stated.includes(field)) return changed
  const told = toldBy(event, [field])
  const stated = changed.stated.filter((name) => event.stated.includes(name) || !told.includes(name))
  return { ...changed, stated }
}

/** The event with an account in a field, in the field's own way of writing: its domain goes where the event has that. */
export function withAccount(event: MadeEvent, field: string, account: string, context: PlayContext): MadeEvent {
  const { value, beside } = accountInField(account, field, event.fields, event.eventId)
  const said = beside === null ? {} : { [beside.field]: beside.value }
  const fields = { ...event.fields, ...ownFieldsIn(event.eventId, { [field]: value }) }
  return withStated(event, [field], fields, context, said)
}

/** The event without a field. */
export function withoutField(event: MadeEvent, field: string, context: PlayContext): MadeEvent {
  const gone = ownNamesOf(event.eventId, field)
  const left = Object.entries(event.fields).filter(([name]) => !gone.includes(name))
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
  const { eventId } = event
  const set = new Set([...setIn(event), ...toldBy(event, names)])
  const isSet = (name: string) => set.has(name)
  const isSaid = (name: string) => Object.hasOwn(said, name)
  const { follows } = tieOf(isSet, readBy(event.solvedFor.map(rules), eventId))
  const tie: Tie = {
    isSet: (name) => isSet(name) || isSaid(name),
    follows: (name) => follows(name) && !isSaid(name),
  }
  const following = { ...said, ...derivedFields({ ...fields, ...said }, eventId, tie, seed) }
  const changed = { ...fields, ...following }
  const derived = new Set([...event.derived, ...Object.keys(following)].filter((name) => !isSet(name)))
  return {
    ...event,
    origin: originAfter(event, changed),
    fields: changed,
    stated: sorted([...set, ...derived]),
    derived: sorted([...derived]),
    // Of a kind that the catalogue does not describe nothing new can be said.
    breaches: eventId === null ? event.breaches : violationsOf(changed, eventId),
  }
}

/** What the scenario has set itself. */
function setIn({ stated, derived }: MadeEvent): readonly string[] {
  return stated.filter((name) => !derived.includes(name))
}

/** What is told with fields of these names: the event's own, and what its category reads of them. */
function toldBy(event: MadeEvent, names: readonly string[]): readonly string[] {
  const { eventId } = event
  const own = names.flatMap((name) => [name, ...ownNamesOf(eventId, name)])
  const set = new Set([...setIn(event), ...own])
  return [...own, ...readNamesOf(eventId, (name) => set.has(name))]
}

/** What is set under the name of a part of its origin changes that, unless the event has a field of its own of that name. */
function originAfter({ origin, fields, eventId }: MadeEvent, changed: Fields): Origin {
  const [before, after] = [originIn(fields), originIn(changed)]
  const own = ownOriginOf(windowsEventOf(eventId))
  const part = (name: keyof Origin): string | null =>
    Object.hasOwn(own, name) || before[name] !== origin[name] ? origin[name] : after[name]
  return { channel: part('channel'), provider: part('provider'), eventId: part('eventId') }
}

/** By code unit, each name once. */
function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort()
}
