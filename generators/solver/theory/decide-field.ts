import type { Fields, Json } from '../../../sigma/index.ts'
import type { Chance } from '../../chance.ts'
import type { Machine } from '../language/index.ts'
import type { Standing } from '../operators/definition.ts'
import { type Budget, decideText } from './decide-text.ts'
import { anything, type Domain, holdsValue, oneValue } from './domain.ts'
import { isMet, type Literal } from './literal.ts'
import { decideNetwork } from './network-values.ts'
import { decideNumber } from './number-values.ts'
import { timesFor } from './time-values.ts'

/** How a field answers to what is wanted of it. */
export type FieldDecision =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'absent' }
  /** Nothing that the field can hold meets these literals together. */
  | { readonly kind: 'impossible'; readonly core: readonly Literal[]; readonly by: Ground }
  | { readonly kind: 'unknown'; readonly limit: string }

/** What proves it: the literals alone; that a field holds one value; what this field can hold. */
export type Ground = 'logic' | 'one-value' | 'domain'

/** What is wanted of one field. */
export interface FieldDemands {
  readonly field: string
  readonly literals: readonly Literal[]
  readonly domain: Domain
  readonly budget: Budget
  /** Null: always the same value. */
  readonly chance: Chance | null
}

/**
 * Decides whether the field can hold something, or be absent, so that every leaf answers as wanted. What a leaf asks of
 * two fields, or of a time, is checked on the values found but never makes anything impossible.
 */
export function decideField(question: FieldDemands): FieldDecision {
  const decision = decided(question)
  if (decision.kind !== 'impossible') return decision
  const core = smallest(question, ordered(decision.core, question.literals))
  for (const [by, domain] of wider) {
    if (domain === question.domain) return { kind: 'impossible', core, by }
    const again = decided({ ...question, literals: core, domain, chance: null })
    if (again.kind === 'impossible') return { kind: 'impossible', core: ordered(again.core, core), by }
  }
  return { kind: 'impossible', core, by: 'domain' }
}

/** Cores above this size are not made smaller. */
const largestCore = 16

/** The core without what the proof does not need: each way for the field to be was closed by a proof of its own. */
function smallest(question: FieldDemands, core: readonly Literal[]): readonly Literal[] {
  if (core.length < 2 || core.length > largestCore) return core
  return core.reduce((left, literal) => {
    const rest = left.filter((each) => each !== literal)
    return decided({ ...question, literals: rest, chance: null }).kind === 'impossible' ? rest : left
  }, core)
}

function ordered(core: readonly Literal[], literals: readonly Literal[]): readonly Literal[] {
  return literals.filter((literal) => core.includes(literal))
}

const wider: readonly (readonly [Ground, Domain])[] = [
  ['logic', anything],
  ['one-value', oneValue],
]

type Decision =
  | Exclude<FieldDecision, { readonly kind: 'impossible' }>
  | { readonly kind: 'impossible'; readonly core: readonly Literal[] }

function decided(question: FieldDemands): Decision {
  const { field, domain } = question
  // A leaf that compares two fields is left to whoever knows the other.
  const literals = question.literals.filter(({ leaf }) => leaf.test.operator !== 'fieldref')
  const core = new Set<Literal>()
  let unknown: string | null = null

  /** Whether the event would do; if not, one literal that says why goes into the core. */
  function isPossible(fields: Fields): boolean {
    const against =
      [...core].find((literal) => !isMet(literal, fields)) ?? literals.find((each) => !isMet(each, fields))
    if (against !== undefined) core.add(against)
    return against === undefined
  }

  const absent = {}
  const prefersAbsence = !literals.some(({ leaf, matched }) => matched && leaf.test.operator !== 'null')
  if (domain.absent && prefersAbsence && literals.every((literal) => isMet(literal, absent))) return { kind: 'absent' }
  for (const value of domain.values) if (isPossible({ [field]: value })) return { kind: 'value', value }
  const found = scalarOf({ ...question, literals })
  if (found.kind === 'value') return found
  if (found.kind === 'unknown') unknown = found.limit
  else for (const literal of found.core) core.add(literal)
  if (domain.absent && isPossible(absent)) return { kind: 'absent' }
  if (domain.null && isPossible({ [field]: null })) return { kind: 'value', value: null }
  if (domain.lists) {
    const list = listOf({ ...question, literals })
    if (list.kind === 'value') return list
    if (list.kind === 'unknown') unknown = list.limit
    // One member that cannot be is proof enough, but the field may be absent.
    if (list.kind === 'impossible') {
      const presence = domain.absent ? literals.find((literal) => !isMet(literal, absent)) : undefined
      return { kind: 'impossible', core: withLiteral(list.core, presence, absent) }
    }
  }
  return unknown === null ? { kind: 'impossible', core: [...core] } : { kind: 'unknown', limit: unknown }
}

/** The core with a literal that rules absence out, unless it holds one. */
function withLiteral(core: readonly Literal[], literal: Literal | undefined, absent: Fields): readonly Literal[] {
  return literal === undefined || core.some((each) => !isMet(each, absent)) ? core : [...core, literal]
}

type Scalar =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'impossible'; readonly core: readonly Literal[] }
  | { readonly kind: 'unknown'; readonly limit: string }

/** One text or number. */
function scalarOf({ field, literals, domain, budget, chance }: FieldDemands): Scalar {
  const core: Literal[] = []
  let unknown: string | null = null
  const candidates = candidatesFor(literals)
  if ('core' in candidates) return { kind: 'impossible', core: candidates.core }
  const { texts } = domain
  const value = candidates.values.find(
    (each) => holdsValue(domain, each) && literals.every((literal) => isMet(literal, { [field]: each })),
  )
  if (value !== undefined) return { kind: 'value', value }
  const standings: readonly { readonly standing: Standing; readonly machine: Machine | null }[] = [
    ...(texts === 'none'
      ? []
      : [{ standing: domain.isAddress ? 'address' : 'text', machine: texts === 'any' ? null : texts } as const]),
    ...(domain.wholeNumbers === null ? [] : [{ standing: 'whole-number', machine: domain.wholeNumbers } as const]),
  ]
  for (const { standing, machine } of standings) {
    const decision = decideText({ field, literals, domain: machine, standing, budget, chance })
    if (decision.kind === 'value') return decision
    if (decision.kind === 'unknown') unknown = decision.limit
    else core.push(...decision.core)
  }
  return unknown === null ? { kind: 'impossible', core } : { kind: 'unknown', limit: unknown }
}

/** Numbers, addresses and times that the leaves ask for, or why there are none. */
function candidatesFor(
  literals: readonly Literal[],
): { readonly values: readonly Json[] } | { readonly core: readonly Literal[] } {
  const numbers = decideNumber(literals)
  if (numbers.kind === 'impossible') return { core: numbers.core }
  const networks = decideNetwork(literals)
  if (networks.kind === 'impossible') return { core: networks.core }
  return { values: [...numbers.numbers, ...networks.addresses, ...timesFor(literals)] }
}

/** A list with a member for each leaf that must match, none of which is a member for one that must not. */
function listOf(question: FieldDemands): Scalar {
  const { field, literals } = question
  const members: Json[] = []
  const mustNots = literals.filter((literal) => !literal.matched)
  let unknown: string | null = null
  for (const must of literals.filter((literal) => literal.matched)) {
    if (must.leaf.test.operator === 'exists') continue
    const wanted = [must, ...mustNots]
    const single = [null, {}].find((value) => wanted.every((literal) => isMet(literal, { [field]: value })))
    const found: Scalar =
      single === undefined ? scalarOf({ ...question, literals: wanted }) : { kind: 'value', value: single }
    if (found.kind === 'impossible') {
      return { kind: 'impossible', core: withMembers(found.core, wanted, field) }
    }
    if (found.kind === 'unknown') unknown = found.limit
    else members.push(found.value)
  }
  if (unknown !== null) return { kind: 'unknown', limit: unknown }
  const fields = { [field]: members }
  const against = literals.find((literal) => !isMet(literal, fields))
  if (against === undefined) return { kind: 'value', value: members }
  return { kind: 'impossible', core: [against] }
}

/** The core of a text that cannot be, with what rules out null and an object in its place. */
function withMembers(core: readonly Literal[], wanted: readonly Literal[], field: string): readonly Literal[] {
  const members = [...core]
  for (const value of [null, {}]) {
    const fields = { [field]: value }
    if (members.some((literal) => !isMet(literal, fields))) continue
    const against = wanted.find((literal) => !isMet(literal, fields))
    if (against !== undefined) members.push(against)
  }
  return members
}
