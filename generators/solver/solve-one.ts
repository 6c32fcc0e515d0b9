import { isList } from '../../sigma/index.ts'
import type { Chance } from '../chance.ts'
import { grouped } from '../grouped-number.ts'
import type { Host } from '../host/machine/profile.ts'
import type { Answer, Witness } from './goal.ts'
import type { Kind } from './kinds/kinds.ts'
import type { Realm, SolverProblem } from './problem.ts'
import { factAgainst, type SourceFact } from './reasons/fact-against.ts'
import { answersFirst, type Refuted, reasonOf, whyNotSysmon } from './reasons/sysmon-first.ts'
import { clashesInWords, clashInWords } from './reasons/words.ts'
import { type Possible, planChecker } from './search/check-plan.ts'
import { likelyFirst } from './search/likely-first.ts'
import { searchFor, type Trial } from './search/search.ts'
import type { Literal } from './theory/literal.ts'
import { isOfFact } from './wanted/facts-wanted.ts'
import { witnessOf } from './witness/witness.ts'

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
  problem: SolverProblem,
  host: Host,
  chance: (...keys: readonly string[]) => Chance,
  foreignFields = false,
): Answer {
  const { rules, kinds, fedBy } = problem
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
    if (settled.has(fedBy(kind))) continue
    const wanted = { problem, kind, host, foreignFields }
    const outcome = moreRealistic(
      tryKind('source', wanted, chance(kind.title)),
      () => tryKind('usual', wanted, chance('usual', kind.title)),
      kind,
    )
    if (outcome.kind === 'witness') {
      if (outcome.witness.breaches.length === 0) return found(outcome.witness)
      if (best === null || outcome.witness.breaches.length < best.breaches.length) best = outcome.witness
    } else if (outcome.kind === 'impossible' && outcome.byLogic) settled.set(fedBy(kind), outcome)
    else tries.push(outcome)
  }
  if (best !== null) return found(best)
  const left = kinds.filter((kind) => !settled.has(fedBy(kind)))
  const ofAll = [...settled.values()]
  const proof = ofAll.find(({ clash }) => clash.length > 0) ?? ofAll[0]
  const elsewhere = left.length === 0 && proof !== undefined ? proof : ofOtherAgents(problem, left, host, chance)
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

/** The witness, or one that keeps to all that is usual too, where the first one does not. */
function moreRealistic(outcome: Try, again: () => Try, kind: Kind): Try {
  if (outcome.kind !== 'witness' || outcome.witness.breaches.length === 0 || kind.event === null) return outcome
  const other = again()
  if (other.kind !== 'witness' || other.witness.breaches.length >= outcome.witness.breaches.length) return outcome
  return other
}

/** An event that this log source does not write but that another agent could. */
function ofOtherAgents(
  problem: SolverProblem,
  kinds: readonly Kind[],
  host: Host,
  chance: (...keys: readonly string[]) => Chance,
): Try {
  const tries: Try[] = []
  for (const kind of kinds) {
    const outcome = tryKind('logic', { problem, kind, host, foreignFields: true }, chance('logic', kind.title))
    if (outcome.kind === 'witness') return outcome
    tries.push(outcome)
  }
  const open = tries.find((each) => each.kind === 'unknown')
  return open ?? tries[0] ?? { kind: 'unknown', limit: 'as it names no log source' }
}

interface Asked {
  readonly problem: SolverProblem
  readonly kind: Kind
  readonly host: Host
  /** A field that the event does not have may hold anything. */
  readonly foreignFields: boolean
}

function tryKind(realm: Realm, { problem, kind, host, foreignFields }: Asked, chance: Chance): Try {
  const { rules, goal } = problem
  const { wanted, asWritten, domainOf } = problem.ofKind(kind, realm, foreignFields)
  const check = planChecker(domainOf, budget, chance)
  const written = (core: readonly Literal[]) => core.map((literal) => ({ ...literal, leaf: asWritten(literal.leaf) }))
  /** The clashes that only the log source makes, each with the fact that says so. */
  const ofSource = new Map<readonly Literal[], SourceFact>()
  let isOfOrigin = false
  let limit: string | null = null
  let best: Witness | null = null
  let tried = 0
  let triedSince = 0

  const search = searchFor(wanted, {
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
      const witness = asList === null ? witnessOf(plan, checked, { rules, goal, kind, host, domainOf }, chance) : null
      if (witness !== null && (best === null || witness.breaches.length < best.breaches.length)) best = witness
      const isEnough = best?.breaches.length === 0 || tried === mostPlans || triedSince === morePlans
      return { kind: isEnough ? 'done' : 'open' }
    },
  })

  if (best !== null) return { kind: 'witness', witness: best }
  if (search.gaveUp) return { kind: 'unknown', limit: `after ${grouped(mostBranches)} branches` }
  if (search.kind !== 'none') return { kind: 'unknown', limit: limit ?? `after ${tried} ways to meet its leaves` }
  // Two answers of one leaf clash in most branches; what two leaves have to do with each other tells more.
  const ofSeveral = search.clashes.filter((core) => new Set(core.map(({ leaf }) => leaf)).size === core.length)
  const clashes = ofSeveral.length > 0 ? ofSeveral : search.clashes
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
