import { isReadAs, type WindowsEvent } from '../../catalogue/index.ts'
import { isList, type Rule } from '../../sigma/index.ts'
import type { Chance } from '../chance.ts'
import { grouped } from '../grouped-number.ts'
import type { Host } from '../host/profile.ts'
import { type Possible, planChecker } from './check-plan.ts'
import { leafOf } from './decisive-leaf.ts'
import { factAgainst, type SourceFact } from './fact-against.ts'
import { factsWanted, isOfFact } from './facts-wanted.ts'
import type { Answer, Goal, Witness } from './goal.ts'
import { fitsKind, type Kind } from './kinds.ts'
import { likelyFirst } from './likely-first.ts'
import { allOf, type Wanted } from './normal-form.ts'
import { underOwnNames } from './own-names.ts'
import { searchFor, type Trial } from './search.ts'
import { isForeign, sourceDomain } from './source-domain.ts'
import { answersFirst, type Refuted, reasonOf, whyNotSysmon } from './sysmon-first.ts'
import { anything, type Domain } from './theory/domain.ts'
import type { Literal } from './theory/literal.ts'
import { wantedFor } from './wanted-for.ts'
import { witnessOf } from './witness.ts'
import { clashesInWords, clashInWords } from './words.ts'

/** At most so many choices are made in one search, and so many plans tried out. */
const mostBranches = 10_000
const mostPlans = 200
/** How many more plans are tried for a realistic event once there is an unrealistic one. */
const morePlans = 12
/** What one field may cost: steps of its machines in one search, and searches. */
const budget = { steps: 100_000, rounds: 48 } as const

/** What came of one kind of event in one world. */
type Try =
  | { readonly kind: 'witness'; readonly witness: Witness }
  | Refuted
  | { readonly kind: 'unknown'; readonly limit: string }

/** One event, tried as every kind that can feed the rules; the most realistic is kept. */
export function solveOne(
  rules: readonly Rule[],
  goal: Goal,
  kinds: readonly Kind[],
  host: Host,
  chance: (...keys: readonly string[]) => Chance,
  foreignFields = false,
): Answer {
  const tries: Exclude<Try, { kind: 'witness' }>[] = []
  /** What clashes whatever the log source writes holds for every kind that feeds the same rules. */
  const settled = new Map<string, Refuted>()
  const refuted = () => tries.filter((each) => each.kind === 'impossible')
  const found = (event: Witness): Answer => ({
    kind: 'witness',
    events: [event],
    // What speaks against the event speaks against the other log as well.
    notSysmon: event.breaches.length > 0 ? null : whyNotSysmon(rules, event, refuted()),
  })
  let best: Witness | null = null
  for (const kind of kinds) {
    if (best !== null && (kind.event === null || answersFirst(rules, best, kind.event))) break
    if (settled.has(fedBy(kind, rules))) continue
    const wanted = wantedFor(rules, goal, (rule) => fitsKind(rule, kind))
    const wish = { rules, goal, kind, host, foreignFields }
    const outcome = moreRealistic(
      tryKind(wanted, 'source', wish, chance(kind.title)),
      () => tryKind(wanted, 'usual', wish, chance('usual', kind.title)),
      kind,
    )
    if (outcome.kind === 'witness') {
      if (outcome.witness.breaches.length === 0) return found(outcome.witness)
      if (best === null || outcome.witness.breaches.length < best.breaches.length) best = outcome.witness
    } else if (outcome.kind === 'impossible' && outcome.byLogic) settled.set(fedBy(kind, rules), outcome)
    else tries.push(outcome)
  }
  if (best !== null) return found(best)
  const left = kinds.filter((kind) => !settled.has(fedBy(kind, rules)))
  const ofAll = [...settled.values()]
  const proof = ofAll.find(({ clash }) => clash.length > 0) ?? ofAll[0]
  const elsewhere = left.length === 0 && proof !== undefined ? proof : ofOtherAgents(rules, goal, left, host, chance)
  if (elsewhere.kind === 'impossible') return ofLogic(elsewhere)
  const events = elsewhere.kind === 'witness' ? [elsewhere.witness] : []
  const open = tries.find((each) => each.kind === 'unknown')
  if (open !== undefined) return events.length > 0 ? { kind: 'witness', events, notSysmon: null } : open
  const proofs = refuted()
  return {
    kind: 'impossible',
    world: 'source',
    isOfCatalogue: proofs.every((proof) => proof.event !== null || proof.isOfOrigin),
    clash: [...new Set(proofs.flatMap((proof) => proof.clash))],
    reason: reasonOf(rules, proofs),
    events,
  }
}

function ofLogic({ clash, reason }: Refuted): Answer {
  return {
    kind: 'impossible',
    world: 'logic',
    isOfCatalogue: true,
    clash,
    reason: clashesInWords([reason]),
    events: [],
  }
}

/** The rules that a kind of event feeds. */
function fedBy(kind: Kind, rules: readonly Rule[]): string {
  return rules.map((rule) => (fitsKind(rule, kind) ? 1 : 0)).join('')
}

/** The witness, or one that keeps to all that is usual too, where the first one does not. */
function moreRealistic(outcome: Try, again: () => Try, kind: Kind): Try {
  if (outcome.kind !== 'witness' || outcome.witness.breaches.length === 0 || kind.event === null) return outcome
  const other = again()
  if (other.kind !== 'witness' || other.witness.breaches.length >= outcome.witness.breaches.length) return outcome
  return other
}

/** An event that this log source does not write but that another agent could. */
function ofOtherAgents(
  rules: readonly Rule[],
  goal: Goal,
  kinds: readonly Kind[],
  host: Host,
  chance: (...keys: readonly string[]) => Chance,
): Try {
  const tries: Try[] = []
  for (const kind of kinds) {
    const wanted = wantedFor(rules, goal, (rule) => fitsKind(rule, kind))
    const outcome = tryKind(
      wanted,
      'logic',
      { rules, goal, kind, host, foreignFields: true },
      chance('logic', kind.title),
    )
    if (outcome.kind === 'witness') return outcome
    tries.push(outcome)
  }
  const open = tries.find((each) => each.kind === 'unknown')
  return open ?? tries[0] ?? { kind: 'unknown', limit: 'as it names no log source' }
}

interface Wish {
  readonly rules: readonly Rule[]
  readonly goal: Goal
  readonly kind: Kind
  readonly host: Host
  /** A field that the event does not have may hold anything. */
  readonly foreignFields: boolean
}

function tryKind(asked: Wanted, world: 'logic' | 'source' | 'usual', wish: Wish, chance: Chance): Try {
  const { kind } = wish
  // In logic an event may have both names, each with a value of its own.
  const { wanted, asWritten } = underOwnNames(asked, world === 'logic' ? null : readByAll(wish))
  const atEdge = fieldAtEdge(wish)
  const domainOf = (field: string): Domain => {
    const isOpen = world === 'logic' || (wish.foreignFields && isForeign(kind, field))
    const domain = isOpen
      ? anything
      : sourceDomain(kind, field, world === 'usual' ? 'usual' : 'always', isReadByAny(wish))
    return field === atEdge && domain.lists ? { ...domain, lists: false } : domain
  }
  const read = fieldsRead(wanted)
  const whole =
    world === 'logic'
      ? wanted
      : allOf(
          wanted,
          factsWanted(kind, (field) => read.has(field)),
        )
  const check = planChecker(domainOf, budget, chance)
  const written = (core: readonly Literal[]) => core.map((literal) => ({ ...literal, leaf: asWritten(literal.leaf) }))
  /** The clashes that only the log source makes, each with the fact that says so. */
  const ofSource = new Map<readonly Literal[], SourceFact>()
  let isOfOrigin = false
  let limit: string | null = null
  let best: Witness | null = null
  let tried = 0
  let triedSince = 0

  const search = searchFor(whole, {
    limit: mostBranches,
    inOrder: likelyFirst(kind, chance),
    attempt: (plan): Trial => {
      const checked = check(plan)
      if (checked.kind === 'impossible') {
        isOfOrigin ||= isOfOther(kind, checked.field)
        if (checked.by !== 'logic') {
          ofSource.set(checked.core, factAgainst(checked, domainOf(checked.field), kind))
        }
        return { kind: 'clash', core: checked.core }
      }
      const asList = fieldAsList(checked)
      limit ??= asList === null ? checked.limit : `as nothing but a list with null in it does for ${asList}`
      tried += 1
      triedSince += best === null ? 0 : 1
      const witness = asList === null ? witnessOf(plan, checked, { ...wish, domainOf }, chance) : null
      if (witness !== null && (best === null || witness.breaches.length < best.breaches.length)) best = witness
      const isEnough = best?.breaches.length === 0 || tried === mostPlans || triedSince === morePlans
      return { kind: isEnough ? 'done' : 'open' }
    },
  })

  if (best !== null) return { kind: 'witness', witness: best }
  if (search.gaveUp) return { kind: 'unknown', limit: `after ${grouped(mostBranches)} branches` }
  if (search.kind !== 'none') return { kind: 'unknown', limit: limit ?? `after ${tried} ways to meet its leaves` }
  // Two answers of one leaf clash in most branches; what two leaves have to do with each other tells more.
  const telling = search.clashes.filter((core) => new Set(core.map(({ leaf }) => leaf)).size === core.length)
  const clashes = telling.length > 0 ? telling : search.clashes
  const first = clashes.find((core) => ofSource.has(core)) ?? clashes[0]
  const leaves = clashes.flat().map(({ leaf }) => leaf)
  return {
    kind: 'impossible',
    byLogic: ofSource.size === 0 && !search.clashes.flat().some(({ leaf }) => isOfFact(leaf)),
    isOfOrigin,
    event: kind.event,
    clash: [...new Set(leaves.filter((leaf) => !isOfFact(leaf)).map((leaf) => leaf.id))],
    reason: {
      title: kind.title,
      words: first === undefined ? 'no branch of it is left' : clashInWords(written(first)),
      fact: first === undefined ? null : (ofSource.get(first) ?? null),
    },
  }
}

/** The field that would have to hold a list with null in it: what is null is absent or null in a real event, so none is shown. */
function fieldAsList({ known }: Possible): string | null {
  const found = [...known].find(([, value]) => value !== undefined && isList(value) && value.includes(null))
  return found?.[0] ?? null
}

/** Whether what clashes in this field is which event it is. */
function isOfOther(kind: Kind, field: string): boolean {
  return Object.hasOwn(kind.origin, field) || (kind.event === null && field === 'EventID')
}

/** The event, where all the rules read it under the names of its category. */
function readByAll({ rules, kind: { event } }: Wish): WindowsEvent | null {
  return event !== null && rules.every(({ logsource }) => isReadAs(event, logsource.category)) ? event : null
}

function isReadByAny({ rules, kind: { event } }: Wish): boolean {
  return event !== null && rules.some(({ logsource }) => isReadAs(event, logsource.category))
}

/** The field of which one value has to stand at an edge; null for none. */
function fieldAtEdge({ rules, goal }: Wish): string | null {
  const [rule] = rules
  return goal.kind !== 'boundary' || rule === undefined ? null : (leafOf(rule, goal.leaf)?.leaf.field ?? null)
}

function fieldsRead(wanted: Wanted): ReadonlySet<string | null> {
  const fields = new Set<string | null>()
  const open: Wanted[] = [wanted]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === 'literal') fields.add(next.leaf.field)
    else open.push(...next.children)
  }
  return fields
}
