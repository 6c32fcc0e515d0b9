import { type EventFacts, eventTitle, sourceEventsOf, type WindowsEvent } from '../../../catalogue/index.ts'
import { type Fields, fitsLogSource, type Json, type Rule } from '../../../sigma/index.ts'
import { eventOfKind } from '../../kinds/event-in.ts'
import type { Goal } from '../goal.ts'
import { kindsApart } from './kinds-apart.ts'

/** A kind of event that can feed a log source. */
export interface Kind {
  /** How reasons call it. */
  readonly title: string
  /** The catalogue's event; null for one that is made of the wanted fields alone. */
  readonly event: WindowsEvent | null
  /** Where it comes from: what each of these fields can hold, the first value being the usual one; empty: it has none. */
  readonly origin: Readonly<Record<string, readonly Json[]>>
  /** An event of Windows: each of its fields holds one value. */
  readonly isOfWindows: boolean
}

/** What every event of a kind has before anything is wanted of it. */
export function originFields({ origin }: Kind): Fields {
  return Object.fromEntries(
    Object.entries(origin).flatMap(([name, [first]]) => (first === undefined ? [] : [[name, first] as const])),
  )
}

/**
 * The kinds of event that can feed all of the rules, or the first of them where only that has to fire: those of Sysmon,
 * then others of the catalogue, then what only the log source tells of.
 */
export function kindsFor(rules: readonly Rule[], goal: Goal): readonly Kind[] {
  const kinds = distinct(rules.flatMap(kindsOf))
  const fits = (kind: Kind) => rules.filter((rule) => fitsKind(rule, kind))
  switch (goal.kind) {
    case 'only-first':
      return kinds.filter((kind) => fits(kind)[0] === rules[0])
    case 'differ':
      return distinct([...kinds, ...apart(rules)]).filter((kind) => fits(kind).length > 0)
    case 'fires':
    case 'fires-via':
    case 'suppressed':
    case 'decisive':
    case 'boundary':
    case 'silent':
    case 'identifier':
    case 'matches':
    case 'needs':
      return kinds.filter((kind) => fits(kind).length === rules.length)
  }
}

/** The kinds that some of the log sources take and the first does not, or the other way round. */
function apart([first, ...others]: readonly Rule[]): readonly Kind[] {
  return first === undefined ? [] : others.flatMap(({ logsource }) => kindsApart(first.logsource, logsource))
}

/** Whether the rule's log source takes events of this kind, as far as their origin tells. */
export function fitsKind(rule: Rule, kind: Kind): boolean {
  return fitsLogSource(rule.logsource, eventOfKind(kind.event, originFields(kind)))
}

const elsewhere: Kind = { title: 'event', event: null, origin: {}, isOfWindows: false }

function kindsOf({ logsource }: Rule): readonly Kind[] {
  const alternatives = sourceEventsOf(logsource)
  if (alternatives === null) return [elsewhere]
  return alternatives.flatMap(({ facts, events, isDescribed }) => [
    ...events.map((event) => kindOfEvent(event, facts)),
    ...(isDescribed ? [] : [kindOfFacts(facts)]),
  ])
}

function kindOfEvent(event: WindowsEvent, { values }: EventFacts): Kind {
  const { id, log } = event
  const told = { EventID: [id], Channel: [log.channel], Provider_Name: [log.provider], ...values }
  const isOrigin = (name: string) => Object.hasOwn(values, name) || event.fields.every((field) => field.name !== name)
  const origin = Object.fromEntries(Object.entries(told).filter(([name]) => isOrigin(name)))
  return { title: eventTitle(event), event, origin, isOfWindows: true }
}

function kindOfFacts({ channels, eventIds, values }: EventFacts): Kind {
  const [channel] = channels
  const entries = Object.entries({ EventID: eventIds, Channel: channels, ...values })
  const origin = Object.fromEntries(entries.filter(([, allowed]) => allowed.length > 0))
  return { title: channel === undefined ? 'event' : `event of ${channel}`, event: null, origin, isOfWindows: true }
}

function distinct(kinds: readonly Kind[]): readonly Kind[] {
  const rank = ({ event }: Kind) => (event === null ? 2 : event.log.name === 'Sysmon' ? 0 : 1)
  const once = new Map(kinds.map((kind) => [JSON.stringify([kind.event?.id, kind.origin]), kind]))
  return [...once.values()].sort((one, other) => rank(one) - rank(other))
}
