import { type Fields, leafMatches, type Rule, sysmonEventIdsOf } from '../../sigma/index.ts'
import { chanceOf } from '../chance.ts'
import { contentOf } from '../content.ts'
import { grouped } from '../grouped-number.ts'
import { type Host, hostOf } from '../host/profile.ts'
import { isDescribed, type SysmonEvent, sysmonEventOf } from '../sysmon/catalogue.ts'
import { sysmonChannel, sysmonProvider } from '../sysmon/system-block.ts'
import type { Answer, Goal, Witness } from './goal.ts'
import { type Wanted, wantedFor } from './normal-form.ts'
import { searchPlans } from './plans.ts'
import { canBeRealistic } from './realistic-leaf.ts'
import { type Setup, witnessOf } from './witness.ts'

/** At most this many choices are made for one event, and this many plans tried out. */
const mostBranches = 10_000
const mostPlans = 200
/** How many more plans are tried for a realistic event once there is an unrealistic one. */
const morePlans = 12

/** How many events are asked for, and what their chance is keyed by. */
export interface SolveOptions {
  readonly count: number
  readonly chance: string
  readonly seed: string
}

/**
 * Events for a goal that holds for every rule at once, each confirmed by the evaluator: by construction for literals,
 * wildcards, lists, networks, numbers and expressions, realistic where one was found. `impossible` only where every way
 * to the goal is closed by two leaves that are proved to clash; whatever else fails is `unknown`. A witness may hold
 * fewer events than asked for when no more different ones were found. Never throws.
 */
export function solve(rules: readonly Rule[], goal: Goal, options: SolveOptions): Answer {
  const host = hostOf(options.seed)
  const events = eventsFor(rules)
  if (events.length === 0)
    return { kind: 'unknown', limit: 'as no single event can come from all of their log sources' }
  const found = new Map<string, Witness>()
  // Some draws repeat an event; twice as many tries as events, and a few more, settle whether there are others.
  for (let index = 0; index < options.count * 2 + 4 && found.size < options.count; index += 1) {
    const outcome = solveOne(rules, goal, events, host, options, index)
    if (!('fields' in outcome)) {
      if (found.size === 0) return outcome
      continue
    }
    found.set(contentOf(outcome.fields), outcome)
  }
  return { kind: 'witness', events: [...found.values()] }
}

/** One event, tried as every event that can feed the rules; the most realistic is kept. */
function solveOne(
  rules: readonly Rule[],
  goal: Goal,
  events: readonly (SysmonEvent | null)[],
  host: Host,
  { seed, chance }: SolveOptions,
  index: number,
): Witness | Exclude<Answer, { readonly kind: 'witness' }> {
  const outcomes = []
  let best: Witness | null = null
  for (const event of events) {
    if (best !== null && event !== null && !isDescribed(event)) break
    const outcome = solveAs({ rules, goal, event, host }, seed, `${chance} ${index} ${event?.id ?? ''}`)
    if (!('fields' in outcome)) {
      outcomes.push(outcome)
      continue
    }
    if (outcome.breaches.length === 0) return outcome
    if (best === null || outcome.breaches.length < best.breaches.length) best = outcome
  }
  if (best !== null) return best
  const open = outcomes.find((outcome) => outcome.kind === 'unknown')
  return open ?? outcomes[0] ?? { kind: 'unknown', limit: 'as it names no log source' }
}

function solveAs(setup: Setup, seed: string, key: string): Witness | Exclude<Answer, { readonly kind: 'witness' }> {
  const draw = chanceOf(seed, 'solve', key)
  const wanted = wantedFor(setup.rules, setup.goal)
  const search = searchPlans(specialised(wanted, setup.event), draw, mostBranches, (leaf) =>
    canBeRealistic(leaf, setup.event),
  )
  let best: Witness | null = null
  let tried = 0
  let triedSince = 0
  for (const plan of search.plans) {
    tried += 1
    triedSince += best === null ? 0 : 1
    const witness = witnessOf(plan, setup, draw)
    if (witness?.breaches.length === 0) return witness
    if (witness !== null && (best === null || witness.breaches.length < best.breaches.length)) best = witness
    if (tried === mostPlans || triedSince === morePlans) break
  }
  if (best !== null) return best
  if (search.gaveUp()) return { kind: 'unknown', limit: `after ${grouped(mostBranches)} branches` }
  if (tried > 0) return { kind: 'unknown', limit: `after ${tried} ways to meet its leaves` }
  return impossible(wanted, seed, key)
}

/** Leaves on what is fixed for a kind of event, its id and its origin, answered once and for all. */
function specialised(wanted: Wanted, event: SysmonEvent | null): Wanted {
  if (event === null) return wanted
  const fixed: Fields = { EventID: event.id, Channel: sysmonChannel, Provider_Name: sysmonProvider }
  if (wanted.kind !== 'literal') {
    return { kind: wanted.kind, children: wanted.children.map((child) => specialised(child, event)) }
  }
  const { leaf, matched } = wanted
  if (leaf.field === null || !Object.hasOwn(fixed, leaf.field)) return wanted
  return { kind: leafMatches(leaf, fixed) === matched ? 'all' : 'any', children: [] }
}

/** Proved where two leaves that clash close every branch, whichever event it is: in every world, or for this source. */
function impossible(wanted: Wanted, seed: string, key: string): Exclude<Answer, { readonly kind: 'witness' }> {
  const search = searchPlans(wanted, chanceOf(seed, 'proof', key), mostBranches)
  const isOpen = search.plans.next().done !== true
  const clashes = search.clashes()
  const [first] = clashes
  if (isOpen || search.gaveUp())
    return { kind: 'unknown', limit: 'as no event that the catalogue describes can have its EventID' }
  if (first === undefined) return { kind: 'impossible', world: 'logic', clash: [], reason: 'no branch of it is left' }
  const world = clashes.every((clash) => clash.world === 'logic') ? 'logic' : 'source'
  return {
    kind: 'impossible',
    world,
    clash: [...new Set(clashes.flatMap((clash) => clash.nodes))],
    reason: first.reason,
  }
}

/**
 * The events that can feed all of the rules, those that the catalogue describes before those that it only names; a null
 * stands for an event of no Sysmon kind.
 */
function eventsFor(rules: readonly Rule[]): readonly (SysmonEvent | null)[] {
  const [ids = [], ...others] = rules.map((rule) => sysmonEventIdsOf(rule.logsource))
  const shared = ids.filter((id) => others.every((each) => each.includes(id)))
  const events = shared.map(sysmonEventOf).filter((event) => event !== null)
  if (events.length > 0) return [...events.filter(isDescribed), ...events.filter((event) => !isDescribed(event))]
  return [...others, ids].every((each) => each.length === 0) ? [null] : []
}
