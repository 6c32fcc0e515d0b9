import type { Json, Leaf } from '../../../sigma/index.ts'
import type { Chance } from '../../chance.ts'
import { findText, type Machine, type TextFinding } from '../language/index.ts'
import type { Standing } from '../operators/definition.ts'
import { boundsOf } from './bounds.ts'
import { isMet, type Literal } from './literal.ts'
import { numeralAsRead } from './number-as-read.ts'

/** How the texts of a field answer to what is wanted of them. */
export type TextDecision =
  | { readonly kind: 'value'; readonly value: Json }
  /** No text can, by these literals alone. */
  | { readonly kind: 'impossible'; readonly core: readonly Literal[] }
  | { readonly kind: 'unknown'; readonly limit: string }

/** What a decision may cost: steps of the machines in one search, and searches. */
export interface Budget {
  readonly steps: number
  readonly rounds: number
}

/** A question about one field's texts. */
export interface TextQuestion {
  readonly field: string
  readonly literals: readonly Literal[]
  /** What the field can hold; null for any text. */
  readonly domain: Machine | null
  readonly standing: Standing
  readonly budget: Budget
  readonly chance: Chance | null
}

/**
 * Decides whether some text has every leaf answer as wanted. Of what must not match only that is put into the machines
 * which a text found so far matched: a list of thousands costs no more than the few of it that matter.
 */
export function decideText(question: TextQuestion): TextDecision {
  const { literals } = question
  const musts = literals.filter((literal) => literal.matched)
  const pair = musts.length < 3 ? null : (pairApart(musts, question.standing) ?? pairImplied(question, musts))
  if (pair !== null) return { kind: 'impossible', core: pair }
  const loose = refined(question, musts, 'loose')
  if (loose.kind !== 'unmet') return loose
  // Where bounds are not exact, a text from inside them is still a witness.
  const strict = refined(question, musts, 'strict')
  if (strict.kind === 'value') return strict
  return {
    kind: 'unknown',
    limit: `as ${loose.by.leaf.field ?? 'a keyword'} ${loose.by.leaf.test.operator} is not decided with other tests`,
  }
}

/** Two leaves that no text has match together: cheap to see, and most often the reason where there is one. */
function pairApart(musts: readonly Literal[], standing: Standing): readonly Literal[] | null {
  for (const [index, one] of musts.entries()) {
    for (const other of musts.slice(0, index)) {
      if (isEmpty(other.leaf, one.leaf, true, standing)) return [other, one]
    }
  }
  return null
}

/** A leaf that must match and one that must not, which matches whatever the first does. */
function pairImplied(question: TextQuestion, musts: readonly Literal[]): readonly Literal[] | null {
  const { field, literals, standing } = question
  for (const must of musts) {
    const sample = sampleOf(must.leaf, standing)
    if (sample === null) continue
    const fields = { [field]: sample }
    const implied = literals.find(
      (literal) => !literal.matched && !isMet(literal, fields) && isEmpty(must.leaf, literal.leaf, false, standing),
    )
    if (implied !== undefined) return [must, implied]
  }
  return null
}

type ByLeaf<Value> = Readonly<Record<Standing, WeakMap<Leaf, Value>>>

function byLeaf<Value>(): ByLeaf<Value> {
  return { text: new WeakMap(), address: new WeakMap(), 'whole-number': new WeakMap() }
}

const knownApart = byLeaf<WeakMap<Leaf, boolean>>()
const knownImplied = byLeaf<WeakMap<Leaf, boolean>>()
const knownSamples = byLeaf<string>()

/** Steps that looking at one leaf or a pair may cost. */
const pairSteps = 5_000

/** A shortest text that the leaf matches; null where none is at hand. */
function sampleOf(leaf: Leaf, standing: Standing): string | null {
  const known = knownSamples[standing].get(leaf)
  if (known !== undefined) return known
  const machine = boundsOf(leaf, standing).around
  const found = machine === null ? null : findText([machine], [], pairSteps, null)
  if (found?.kind !== 'text') return null
  knownSamples[standing].set(leaf, found.text)
  return found.text
}

/** Whether no text has the first leaf match and the other answer so. */
function isEmpty(one: Leaf, other: Leaf, otherMatches: boolean, standing: Standing): boolean {
  const table = (otherMatches ? knownApart : knownImplied)[standing]
  const row = table.get(one) ?? new WeakMap<Leaf, boolean>()
  table.set(one, row)
  const known = row.get(other)
  if (known !== undefined) return known
  const [first, { within, around }] = [boundsOf(one, standing).around, boundsOf(other, standing)]
  const second = otherMatches ? around : within
  const isNone =
    first !== null &&
    second !== null &&
    findText(otherMatches ? [first, second] : [first], otherMatches ? [] : [second], pairSteps, null).kind === 'none'
  row.set(other, isNone)
  return isNone
}

type Strictness = 'loose' | 'strict'

function refined(
  question: TextQuestion,
  musts: readonly Literal[],
  mode: Strictness,
): TextDecision | { readonly kind: 'unmet'; readonly by: Literal } {
  const { field, literals, standing, budget, chance } = question
  let refused: readonly Literal[] = []
  for (let round = 0; round < budget.rounds; round += 1) {
    const finding = search(question, [...musts, ...refused], mode, chance)
    if (finding.kind === 'unknown') return { kind: 'unknown', limit: `after ${budget.steps} steps on ${field}` }
    if (finding.kind === 'none') {
      if (mode === 'strict') return { kind: 'unknown', limit: '' }
      return { kind: 'impossible', core: smallest(question, [...musts, ...refused]) }
    }
    const value = standing === 'whole-number' ? numeralAsRead(finding.text) : finding.text
    const fields = { [field]: value }
    const unmet = literals.filter((literal) => !isMet(literal, fields))
    const [first] = unmet
    if (first === undefined) return { kind: 'value', value }
    const known = new Set(refused)
    const more = unmet.filter(
      (literal) => !literal.matched && !known.has(literal) && refusing(literal, standing, mode) !== null,
    )
    if (more.length === 0) return { kind: 'unmet', by: first }
    refused = [...refused, ...more.slice(0, mostAtOnce)]
  }
  return { kind: 'unknown', limit: `after ${budget.rounds} searches for a text of ${field}` }
}

/** So many of what a text must not match are learned from one that does. */
const mostAtOnce = 4

function search(
  { domain, standing, budget }: TextQuestion,
  literals: readonly Literal[],
  mode: Strictness,
  chance: Chance | null,
): TextFinding {
  const accepting: Machine[] = domain === null ? [] : [domain]
  const refused: Machine[] = []
  for (const literal of literals) {
    if (literal.matched) {
      const { within, around } = boundsOf(literal.leaf, standing)
      const machine = mode === 'loose' ? around : within
      if (machine !== null) accepting.push(machine)
      else if (mode === 'strict') return { kind: 'none' }
    } else {
      const machine = refusing(literal, standing, mode)
      if (machine !== null) refused.push(machine)
    }
  }
  return findText(accepting, refused, budget.steps, chance)
}

function refusing({ leaf }: Literal, standing: Standing, mode: Strictness): Machine | null {
  const { within, around } = boundsOf(leaf, standing)
  return mode === 'loose' ? within : around
}

/** Cores above this size are not made smaller. */
const largestCore = 16

/** The literals without those that the proof does not need. */
function smallest(question: TextQuestion, literals: readonly Literal[]): readonly Literal[] {
  if (literals.length > largestCore) return literals
  return literals.reduce((core, literal) => {
    const rest = core.filter((each) => each !== literal)
    return search(question, rest, 'loose', null).kind === 'none' ? rest : core
  }, literals)
}
