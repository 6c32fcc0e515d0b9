import { isReadAs, type WindowsEvent } from '../../catalogue/index.ts'
import type { Leaf, Rule } from '../../sigma/index.ts'
import type { Goal, World } from './goal.ts'
import { fitsKind, type Kind, kindsFor } from './kinds/kinds.ts'
import { isForeign, sourceDomain } from './kinds/source-domain.ts'
import { anything, type Domain } from './theory/domain.ts'
import { leafOf } from './wanted/decisive-leaf.ts'
import { factsWanted } from './wanted/facts-wanted.ts'
import { allOf, type Wanted } from './wanted/normal-form.ts'
import { underOwnNames } from './wanted/own-names.ts'
import { wantedFor } from './wanted/wanted-for.ts'

/** A world, or `usual`: the world `source` with all that guides realism. */
export type Realm = World | 'usual'

/** What a goal asks of one kind of event in one world. */
export interface KindProblem {
  readonly wanted: Wanted
  /** The leaf as the rule has it. */
  readonly asWritten: (leaf: Leaf) => Leaf
  /** What each field can hold. */
  readonly domainOf: (field: string) => Domain
}

/** All about a goal for some rules that no chance has a part in: it is worked out once, as far as it is asked for. */
export interface SolverProblem {
  readonly rules: readonly Rule[]
  readonly goal: Goal
  /** The kinds of event that can reach it; empty where no single one can come from all log sources. */
  readonly kinds: readonly Kind[]
  /** The rules that a kind of event feeds, as a text. */
  readonly fedBy: (kind: Kind) => string
  /**
   * What is asked of a kind of event; `foreignFields`: a field that the event does not have may hold anything. Throws
   * {@link RecipeError} for a part, filter or leaf that a rule does not have.
   */
  readonly ofKind: (kind: Kind, realm: Realm, foreignFields: boolean) => KindProblem
}

/** So many problems of one rule are kept: more goals are asked for again only where proofs walk over all its leaves. */
const mostKept = 8

const kept = new WeakMap<Rule, Map<string, SolverProblem>>()

/** The problem of a goal; the same for the same rules as long as they are in use. */
export function problemOf(rules: readonly Rule[], goal: Goal): SolverProblem {
  const [only, ...others] = rules
  if (only === undefined || others.length > 0) return newProblem(rules, goal)
  const own = kept.get(only) ?? new Map<string, SolverProblem>()
  kept.set(only, own)
  const key = JSON.stringify(goal)
  const known = own.get(key) ?? newProblem(rules, goal)
  // Set anew, the one that was asked for last stands last.
  own.delete(key)
  own.set(key, known)
  const [oldest] = own.keys()
  if (own.size > mostKept && oldest !== undefined) own.delete(oldest)
  return known
}

function newProblem(rules: readonly Rule[], goal: Goal): SolverProblem {
  const feeds = new Map<Kind, string>()
  const wanted = new Map<string, Wanted>()
  const problems = new Map<Kind, Map<string, KindProblem>>()

  function fedBy(kind: Kind): string {
    const known = feeds.get(kind) ?? rules.map((rule) => (fitsKind(rule, kind) ? 1 : 0)).join('')
    feeds.set(kind, known)
    return known
  }

  function wantedOf(kind: Kind): Wanted {
    const fed = fedBy(kind)
    const known = wanted.get(fed) ?? wantedFor(rules, goal, (rule) => fed[rules.indexOf(rule)] === '1')
    wanted.set(fed, known)
    return known
  }

  return {
    rules,
    goal,
    kinds: kindsFor(rules, goal),
    fedBy,
    ofKind: (kind, realm, foreignFields) => {
      const own = problems.get(kind) ?? new Map<string, KindProblem>()
      problems.set(kind, own)
      const key = `${realm} ${foreignFields}`
      const known = own.get(key) ?? kindProblem(wantedOf(kind), { rules, goal, kind, realm, foreignFields })
      own.set(key, known)
      return known
    },
  }
}

interface ProblemSetting {
  readonly rules: readonly Rule[]
  readonly goal: Goal
  readonly kind: Kind
  readonly realm: Realm
  readonly foreignFields: boolean
}

function kindProblem(asked: Wanted, setting: ProblemSetting): KindProblem {
  const { kind, realm, foreignFields } = setting
  // In logic an event may have both names, each with a value of its own.
  const { wanted, asWritten } = underOwnNames(asked, realm === 'logic' ? null : readByAll(setting))
  const atEdge = fieldAtEdge(setting)
  const isCategorys = isReadByAny(setting)
  const domains = new Map<string, Domain>()
  const domainFor = (field: string): Domain => {
    const isOpen = realm === 'logic' || (foreignFields && isForeign(kind, field))
    const domain = isOpen ? anything : sourceDomain(kind, field, realm === 'usual' ? 'usual' : 'always', isCategorys)
    return field === atEdge && domain.lists ? { ...domain, lists: false } : domain
  }
  const read = fieldsRead(wanted)
  const facts = realm === 'logic' ? [] : [factsWanted(kind, (field) => read.has(field))]
  return {
    wanted: realm === 'logic' ? wanted : allOf(wanted, ...facts),
    asWritten,
    domainOf: (field) => {
      const known = domains.get(field) ?? domainFor(field)
      domains.set(field, known)
      return known
    },
  }
}

/** The event, where all the rules read it under the names of its category. */
function readByAll({ rules, kind: { event } }: ProblemSetting): WindowsEvent | null {
  return event !== null && rules.every(({ logsource }) => isReadAs(event, logsource.category)) ? event : null
}

function isReadByAny({ rules, kind: { event } }: ProblemSetting): boolean {
  return event !== null && rules.some(({ logsource }) => isReadAs(event, logsource.category))
}

/** The field of which one value has to stand at an edge; null for none. */
function fieldAtEdge({ rules, goal }: ProblemSetting): string | null {
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
