import { evaluateRule, type Fields, firesVia, judge, logSourceFits, type Rule } from '../../sigma/index.ts'
import { type Chance, chanceOf } from '../chance.ts'
import type { Breach } from '../facts.ts'
import { noWish } from '../host/cast.ts'
import { filledEvent } from '../host/fill-event.ts'
import type { Host } from '../host/profile.ts'
import { breachesOf } from '../sysmon/breaches.ts'
import { eventTitle, type SysmonEvent } from '../sysmon/catalogue.ts'
import { bareEvent } from './bare-event.ts'
import { type Demand, demandOn, type Plan } from './demands.ts'
import type { Goal, Witness } from './goal.ts'
import { meets, metDemand } from './meet-demand.ts'
import { programWanted } from './wanted-program.ts'

/** What every event of one answer is made with. */
export interface Setup {
  readonly rules: readonly Rule[]
  readonly goal: Goal
  /** The Sysmon event to make; null for an event of another kind, which is made of the wanted fields alone. */
  readonly event: SysmonEvent | null
  readonly host: Host
}

/** An event that follows the plan and that the evaluator confirms, as realistic as one was found; null for none. */
export function witnessOf(plan: Plan, setup: Setup, chance: Chance): Witness | null {
  const found: Witness[] = []
  for (const family of ['ipv4', 'ipv6'] as const) {
    const fields = followed(plan, setup, family, chance)
    if (fields === null || !confirmed(fields, setup)) continue
    const witness = {
      fields,
      eventId: isMade(setup.event) ? setup.event.id : null,
      breaches: breachesIn(fields, setup),
    }
    if (witness.breaches.length === 0) return witness
    found.push(witness)
  }
  const [first, ...rest] = found
  if (first === undefined) return null
  return rest.reduce((best, each) => (each.breaches.length < best.breaches.length ? each : best), first)
}

function isMade(event: SysmonEvent | null): event is SysmonEvent {
  return event !== null && event.fields.length > 0
}

/** Values for what has to match first; around them a realistic event; then whatever of it must not match is put right. */
function followed(plan: Plan, { rules, event, host }: Setup, family: 'ipv4' | 'ipv6', chance: Chance): Fields | null {
  const demands = actorsFirst([...carried(plan, event).values()])
  const wish = { ...noWish, family, program: programWanted(demands, chance) }
  const key = chance.string.hexadecimal({ length: 16 })
  // The same draws every time, so that what is put in later changes nothing else.
  const around = (given: Fields): Fields =>
    isMade(event) ? filledEvent(event, given, host, chanceOf('fill', key), wish) : given
  let given: Fields = isMade(event) ? {} : bareEvent(rules, event)
  let base = around(given)
  for (const round of ['must', 'mustNot', 'mustNot'] as const) {
    let changed = false
    for (const demand of demands) {
      const { field: name } = demand
      const isDue = round === 'must' ? demand.must.length > 0 : !meets(demand, base)
      if (name === null || !isDue) continue
      const field = event?.fields.find((each) => each.name === name) ?? null
      const met = metDemand(name, demand, { base, field, host, family, chance })
      if (met === null) return null
      given = met.kind === 'value' ? { ...given, ...compared(demand, base), [name]: met.value } : given
      base = met.kind === 'value' ? { ...base, [name]: met.value } : without(base, name)
      if (met.kind === 'value' && actors.includes(name)) base = around(given)
      changed = true
    }
    if (!changed) continue
    const absent = demands
      .filter(({ field }) => field !== null && !Object.hasOwn(base, field))
      .map(({ field }) => field)
    base = absent.reduce<Fields>((fields, name) => without(fields, name ?? ''), around(given))
  }
  return base
}

/** Fields that the rest of an event follows: who acts, and where to. */
const actors: readonly string[] = ['Image', 'OriginalFileName', 'User', 'ParentImage', 'DestinationPort']

function actorsFirst(demands: readonly Demand[]): readonly Demand[] {
  const isActor = ({ field }: Demand) => field !== null && actors.includes(field)
  return [...demands.filter(isActor), ...demands.filter((demand) => !isActor(demand))]
}

/** The fields that the demand compares its own with: their values have to stay. */
function compared({ must, mustNot }: Demand, base: Fields): Fields {
  const names = [...must, ...mustNot].flatMap(({ test }) => (test.operator === 'fieldref' ? [test.field] : []))
  return Object.fromEntries(Object.entries(base).filter(([name]) => names.includes(name)))
}

/** A keyword is carried by the field that holds the most varied text. */
function carried(plan: Plan, event: SysmonEvent | null): Plan {
  const keywords = demandOn(plan, null)
  if (keywords.must.length === 0) return plan
  const carrier = event?.id === 1 ? 'CommandLine' : event?.id === 3 ? 'DestinationHostname' : 'Message'
  const own = demandOn(plan, carrier)
  const joined: Demand = {
    field: carrier,
    must: [...own.must, ...keywords.must],
    mustNot: [...own.mustNot, ...keywords.mustNot],
  }
  return new Map([...plan, [carrier, joined]])
}

function confirmed(fields: Fields, { rules, goal }: Setup): boolean {
  return rules.every((rule) => logSourceFits(rule.logsource, fields).fits && reaches(rule, fields, goal))
}

function reaches(rule: Rule, fields: Fields, goal: Goal): boolean {
  switch (goal.kind) {
    case 'fires':
      return evaluateRule(rule, fields).condition.matched
    case 'fires-via':
      return firesVia(rule, judge(rule, fields), goal.part)
  }
}

function breachesIn(fields: Fields, { event }: Setup): readonly Breach[] {
  if (isMade(event)) return breachesOf(fields, event.id)
  const kind = event === null ? "the rule's log source" : eventTitle(event)
  const message = `the catalogue does not describe ${kind} yet: the event has only what the rule reads`
  return [{ fact: 'catalogue', field: 'EventID', message }]
}

function without(fields: Fields, name: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name))
}
