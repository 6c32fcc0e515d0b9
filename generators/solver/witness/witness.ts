import { compareSchemas, type EventField, type WindowsEvent } from '../../../catalogue/index.ts'
import { type Event, eventOf, type Fields, type Json, type Rule } from '../../../sigma/index.ts'
import { type Chance, chanceAgain } from '../../chance.ts'
import { filledEvent } from '../../host/fill-event.ts'
import type { Host } from '../../host/machine/profile.ts'
import { noPreference } from '../../host/processes/execution.ts'
import { inOwnFields } from '../../kinds/category-fields.ts'
import { eventOfKind } from '../../kinds/event-in.ts'
import { habitualValue, plausibleValue } from '../../values/plausible.ts'
import type { Violation } from '../../violations/violation.ts'
import { violationsOf } from '../../violations/violations.ts'
import type { Goal, Witness } from '../goal.ts'
import { type Kind, originFields } from '../kinds/kinds.ts'
import type { Known, Possible } from '../search/check-plan.ts'
import type { Plan } from '../search/search.ts'
import type { Domain } from '../theory/domain.ts'
import { isOfFact } from '../wanted/facts-wanted.ts'
import { reaches } from './confirm.ts'
import { demandsOf, type FieldDemand } from './demands.ts'
import { startOfLine } from './log-line.ts'
import { type Met, meets, metDemand } from './meet-demand.ts'
import { programWanted } from './wanted-program.ts'

/** What every event of one answer is made with. */
export interface Setup {
  readonly rules: readonly Rule[]
  readonly goal: Goal
  readonly kind: Kind
  readonly host: Host
  /** What each field can hold in the world that the event is for. */
  readonly domainOf: (field: string) => Domain
}

/** An event that follows the plan and that the evaluator confirms, as realistic as one was found; null for none. */
export function witnessOf(plan: Plan, check: Possible, setup: Setup, chance: Chance): Witness | null {
  let best: Witness | null = null
  for (const family of familiesFor(plan, setup.kind)) {
    const made = followed(plan, check, setup, family, chance)
    if (made === null) continue
    const event = eventAsRead(setup.kind, made)
    if (!reaches(setup.rules, setup.goal, event)) continue
    const { id = null } = setup.kind.event ?? {}
    const witness = { ...event, eventId: id, breaches: violationsIn(event, setup.kind) }
    if (witness.breaches.length === 0) return witness
    if (best === null || witness.breaches.length < best.breaches.length) best = witness
  }
  return best
}

/** What stands under a category's name for a field stands under the field's own, as Windows writes it. */
export function eventAsRead({ event, origin }: Kind, made: Fields): Event {
  if (event !== null) return eventOfKind(event, inOwnFields(event, made))
  const read = eventOf(made)
  const channels = (origin.Channel ?? []).map(String)
  const [channel = null] = channels
  return channel === null || channels.includes(read.origin.channel ?? '')
    ? read
    : { ...read, origin: { ...read.origin, channel } }
}

type AddressFamily = 'ipv4' | 'ipv6'

/** The family of addresses that the plan asks for; both, one after the other, where it leaves that open. */
function familiesFor(plan: Plan, kind: Kind): readonly AddressFamily[] {
  if (kind.event?.id !== 3) return ['ipv4']
  for (const literals of plan.values()) {
    const told = literals.find(({ leaf }) => isOfFact(leaf))
    if (told !== undefined) return [told.matched ? 'ipv6' : 'ipv4']
  }
  return ['ipv4', 'ipv6']
}

/** Values for what has to match first; around them a realistic event; then whatever of it must not match is put right. */
function followed(
  plan: Plan,
  { known, fixed }: Possible,
  setup: Setup,
  family: AddressFamily,
  chance: Chance,
): Fields | null {
  const { kind, host, domainOf } = setup
  const { event } = kind
  const demands = actorsFirst(demandsOf(plan, carrierIn(kind)))
  const preference = { ...noPreference, family, program: programWanted(demands, chance) }
  const key = chance.string.hexadecimal({ length: 16 })
  // The same draws every time, so that what is put in later changes nothing else.
  const draws = chanceAgain('fill', key)
  const around = (given: Fields): Fields =>
    event === null ? given : filledEvent(event, given, host, draws(), preference)
  const isKeyword = plan.get(null)?.some(({ matched }) => matched) === true
  const line = event === null && isKeyword ? { [carrierIn(kind)]: startOfLine(kind, chance) } : {}
  const origin =
    event === null ? { ...line, ...plausible(demands, kind, chance), ...originFields(kind) } : extrasOf(kind)
  let given: Fields = {
    ...origin,
    ...Object.fromEntries(
      [...known]
        .filter(([name, value]) => fixed.has(name) && value !== undefined)
        .map(([name, value]) => [name, value ?? null]),
    ),
  }
  let base = around(given)
  for (const round of ['must', 'mustNot', 'mustNot'] as const) {
    let changed = false
    let isFilled = false
    for (const demand of demands) {
      const { field: name } = demand
      const isDue = round === 'must' ? demand.must.length > 0 : !meets(demand, base)
      if (!isDue) continue
      const field = fieldIn(kind, name)
      const met =
        metDemand(name, demand, { base, field, host, family, chance, domain: domainOf(name) }) ??
        metAsKnown(name, demand, known, base)
      if (met === null) return null
      given = met.kind === 'value' ? { ...given, ...compared(demand, base), [name]: met.value } : without(given, name)
      base = met.kind === 'value' ? { ...base, [name]: met.value } : without(base, name)
      isFilled = met.kind === 'value' && actors.includes(name)
      if (isFilled) base = around(given)
      changed = true
    }
    if (!changed) continue
    const absent = demands.filter(({ field }) => !Object.hasOwn(base, field)).map(({ field }) => field)
    const isWanted = (name: string) => demands.some(({ field }) => field === name)
    const filled = isFilled ? base : around(given)
    base = absent.flatMap((name) => [name, ...goneWith(name, event, isWanted)]).reduce<Fields>(without, filled)
  }
  return base
}

/**
 * What is gone with a field: what came no earlier, as an event without it is one of a release that had not come so far. What
 * is wanted itself stays.
 */
function goneWith(name: string, event: WindowsEvent | null, isWanted: (name: string) => boolean): readonly string[] {
  if (event === null) return []
  const since = event.fields.find((field) => field.name === name)?.since
  const isFirst = since === undefined || event.fields.every((field) => compareSchemas(since, field.since) <= 0)
  const younger = isFirst ? [] : event.fields.filter((field) => compareSchemas(since, field.since) <= 0)
  return younger.map((field) => field.name).filter((each) => !isWanted(each))
}

/** What fields of an event that no catalogue describes may hold, as far as their names tell; something where nothing is wanted. */
function plausible(demands: readonly FieldDemand[], { isOfWindows }: Kind, chance: Chance): Fields {
  return Object.fromEntries(
    demands.flatMap(({ field, must }) => {
      const value =
        must.length === 0 ? plausibleValue(field, chance, isOfWindows) : habitualValue(field, chance, isOfWindows)
      return value === null ? [] : [[field, value]]
    }),
  )
}

function fieldIn({ event }: Kind, name: string): EventField | null {
  return event === null ? null : ([...event.fields, ...event.composed].find((each) => each.name === name) ?? null)
}

/** What the check of the plan found, where nothing more realistic did. */
function metAsKnown(name: string, demand: FieldDemand, known: Known, base: Fields): Met | null {
  if (!known.has(name)) return null
  const value: Json | undefined = known.get(name)
  const met: Met = value === undefined ? { kind: 'absent' } : { kind: 'value', value }
  return meets(demand, value === undefined ? without(base, name) : { ...base, [name]: value }) ? met : null
}

/** What the log source fixes beside the event's own origin, such as an EventType. */
function extrasOf(kind: Kind): Fields {
  const own = new Set(['EventID', 'Channel', 'Provider_Name'])
  return Object.fromEntries(Object.entries(originFields(kind)).filter(([name]) => !own.has(name)))
}

/** Fields that the rest of an event follows: who acts, and where to. */
const actors: readonly string[] = [
  'Image',
  'SourceImage',
  'NewProcessName',
  'OriginalFileName',
  'User',
  'ParentImage',
  'ParentProcessName',
  'DestinationPort',
]

function actorsFirst(demands: readonly FieldDemand[]): readonly FieldDemand[] {
  const isActor = ({ field }: FieldDemand) => actors.includes(field)
  return [...demands.filter(isActor), ...demands.filter((demand) => !isActor(demand))]
}

/** The fields that the demand compares its own with: their values have to stay. */
function compared({ must, mustNot }: FieldDemand, base: Fields): Fields {
  const names = [...must, ...mustNot].flatMap(({ test }) => (test.operator === 'fieldref' ? [test.field] : []))
  return Object.fromEntries(Object.entries(base).filter(([name]) => names.includes(name)))
}

/** The field that holds the most varied text: a keyword is found there. */
function carrierIn({ event }: Kind): string {
  const varied = [
    'CommandLine',
    'DestinationHostname',
    'ScriptBlockText',
    'Payload',
    'TargetObject',
    'TargetFilename',
    'Image',
  ]
  return varied.find((name) => event?.fields.some((field) => field.name === name)) ?? 'Message'
}

/** What speaks against the log source having written it; little does where the catalogue does not describe the event. */
function violationsIn({ origin, fields }: Event, { event }: Kind): readonly Violation[] {
  if (event !== null) return violationsOf(fields, event.id)
  const { Channel: own } = fields
  if (own === undefined || String(own).toLowerCase() === origin.channel?.toLowerCase() || origin.channel === null)
    return []
  const message = `the event has a field Channel of its own, beside the channel ${origin.channel} that it is of; few events have`
  return [{ fact: 'own-channel', field: 'Channel', message }]
}

function without(fields: Fields, name: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name))
}
