import {
  type Event,
  type Fields,
  type Json,
  type Leaf,
  leavesOf,
  type NodeId,
  type Rule,
} from '../../../sigma/index.ts'
import { ownValue } from '../../own-value.ts'
import { plainPiece } from '../compose/pieces.ts'
import { type Kind, originFields } from '../kinds/kinds.ts'
import { findText, type Machine } from '../language/index.ts'
import { type KindProblem, problemOf } from '../problem.ts'
import { type Domain, holdsValue } from '../theory/domain.ts'
import { isMet, type Literal } from '../theory/literal.ts'
import { factsWanted } from '../wanted/facts-wanted.ts'
import { always } from '../wanted/normal-form.ts'
import { reaches } from '../witness/confirm.ts'
import { eventAsRead } from '../witness/witness.ts'
import { planChecker } from './check-plan.ts'
import { likelyFirst } from './likely-first.ts'
import { searchFor } from './search.ts'
import { simpleTexts } from './simple-text.ts'

/**
 * The bare fields of an event that the log source could write and on which only one of two rules fires, where they are quick
 * to see: an event that a leaf of the first rule decides, with another value in the leaf's field. Where there are any,
 * {@link solve} proves nothing impossible; null says nothing.
 */
export function bareDifference(before: Rule, after: Rule): Event | null {
  const own = leavesIn(before)
  const theirs = leavesIn(after)
  if ([...own, ...theirs].some(({ field }) => field === null)) return null
  const [lost, gained] = [missingIn(own, theirs), missingIn(theirs, own)]
  const read = new Set([...own, ...theirs].flatMap(fieldsOf))
  for (const draft of draftsFor(before, own, lost, gained)) {
    const event = eventOfDraft(draft, read)
    if (event !== null && reaches([before, after], { kind: 'differ' }, event)) return event
  }
  return null
}

function leavesIn(rule: Rule): readonly Leaf[] {
  return rule.identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)])
}

function fieldsOf({ field, test }: Leaf): readonly string[] {
  return field === null ? [] : test.operator === 'fieldref' ? [field, test.field] : [field]
}

/** Those of the first that the others do not have. */
function missingIn(leaves: readonly Leaf[], others: readonly Leaf[]): readonly Leaf[] {
  const same = new Set(others)
  const left = leaves.filter((leaf) => !same.has(leaf))
  if (left.length === 0) return left
  const contents = new Set(others.map(contentOf))
  return left.filter((leaf) => !contents.has(contentOf(leaf)))
}

const contents = new WeakMap<Leaf, string>()

function contentOf(leaf: Leaf): string {
  const content = contents.get(leaf) ?? JSON.stringify([leaf.id, leaf.test])
  contents.set(leaf, content)
  return content
}

/** An event that a leaf decides, with another value in a field. */
interface ChangedDraft {
  readonly base: Base
  readonly changed: Fields
}

/** Leaves of one key that are looked at, where all of them changed. */
const mostLeaves = 4

function* draftsFor(
  rule: Rule,
  own: readonly Leaf[],
  lost: readonly Leaf[],
  gained: readonly Leaf[],
): Generator<ChangedDraft> {
  const changed = lost.length > 0 ? lost.slice(0, mostLeaves) : siblings(own, gained)
  for (const [index, leaf] of changed.entries()) {
    const other = gained[Math.min(index, gained.length - 1)]
    for (const answer of [true, false]) {
      const base = baseOf(rule, leaf.id, answer)
      if (base === null) continue
      yield { base, changed: {} }
      const { field } = leaf
      if (other === undefined || field === null || other.field !== field) continue
      const beside = base.literals.get(field) ?? []
      const wanted = [
        ...(lost.length === 0 ? [] : [{ leaf, matched: answer }]),
        { leaf: other, matched: !answer },
        ...beside.filter((literal) => lost.length === 0 || literal.leaf !== leaf),
      ]
      const value = valueAtHand(field, wanted, leaf, other, base)
      if (value !== undefined) yield { base, changed: { [field]: value } }
    }
  }
}

/** Where leaves were only added, those that they stand beside; where nothing but the condition changed, any. */
function siblings(own: readonly Leaf[], gained: readonly Leaf[]): readonly Leaf[] {
  const [first] = gained
  const beside = first === undefined ? [] : own.filter((leaf) => keyOf(leaf) === keyOf(first))
  const perKey = [...new Map(own.map((leaf) => [keyOf(leaf), leaf])).values()]
  return (beside.length > 0 ? beside : perKey).slice(0, mostLeaves)
}

/** The values of one key share all but the end of their ids. */
function keyOf({ id }: Leaf): string {
  return id.slice(0, id.lastIndexOf('/'))
}

/** A value of the field on which the leaf and the other answer as wanted, made of what they ask for; undefined for none. */
function valueAtHand(field: string, wanted: readonly Literal[], leaf: Leaf, other: Leaf, base: Base): Json | undefined {
  const domain = base.domainOf(field)
  const texts = [...textsFrom(base.fields[field], leaf, other), ...simpleTexts(wanted)]
  const isCased = [leaf, other].some(({ test }) => test.operator === 're' || (test.operator === 'text' && test.cased))
  for (const text of new Set(texts)) {
    for (const value of [
      text,
      `${text}x`,
      `x${text}`,
      `x${text}x`,
      ...(isCased ? [text.toUpperCase(), text.toLowerCase()] : []),
    ]) {
      const fields = { [field]: value }
      if (wanted.every((literal) => isMet(literal, fields)) && holdsValue(domain, value)) return value
    }
  }
  return undefined
}

/** The text with what one of two leaves wants in the place of what the other does, whatever stands for its wildcards. */
function textsFrom(value: Json | undefined, leaf: Leaf, other: Leaf): readonly string[] {
  const own = plainPiece(leaf)?.text ?? ''
  const theirs = [0, 1, 2].flatMap((attempt) => plainPiece(other, attempt)?.text ?? [])
  if (typeof value !== 'string') return theirs
  const inside = own === '' ? [] : theirs.map((text) => value.replace(own, () => text))
  return [...inside, ...theirs, ...theirs.flatMap((text) => [`${value} ${text}`, `${text} ${value}`, value + text])]
}

/** An event that a leaf of a rule decides, as bare as can be, and what it has to be for that. */
interface Base {
  readonly kind: Kind
  readonly fields: Fields
  readonly literals: ReadonlyMap<string | null, readonly Literal[]>
  readonly domainOf: KindProblem['domainOf']
}

const bases = new WeakMap<Rule, Map<string, Base | null>>()

/** A look that takes longer than this is no quick one. */
const mostBranches = 60
const budget = { steps: 4_000, rounds: 6 } as const

function baseOf(rule: Rule, leaf: NodeId, matched: boolean): Base | null {
  const own = bases.get(rule) ?? new Map<string, Base | null>()
  bases.set(rule, own)
  const key = `${matched} ${leaf}`
  const known = own.get(key)
  if (known !== undefined) return known
  const base = newBase(rule, leaf, matched)
  own.set(key, base)
  return base
}

function newBase(rule: Rule, leaf: NodeId, matched: boolean): Base | null {
  const problem = problemOf([rule], { kind: 'decisive', leaf, matched })
  for (const kind of problem.kinds) {
    // What another log has for the names of a category is left to the solver.
    if (kind.event !== null && (Object.keys(kind.event.categoryNames).length > 0 || kind.event.composed.length > 0))
      continue
    const { wanted, domainOf } = problem.ofKind(kind, 'source', false)
    const check = planChecker(domainOf, budget, null)
    let found: Base | null = null
    searchFor(wanted, {
      limit: mostBranches,
      inOrder: likelyFirst(kind, null),
      attempt: (plan) => {
        const checked = check(plan)
        if (checked.kind === 'impossible') return { kind: 'clash', core: checked.core }
        if (checked.limit !== null) return { kind: 'open' }
        const fields = Object.fromEntries(
          [...checked.known].flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
        )
        found = {
          kind,
          fields,
          literals: new Map([...plan].map(([name, literals]) => [name, [...literals]])),
          domainOf,
        }
        return { kind: 'done' }
      },
    })
    if (found !== null) return found
  }
  return null
}

/** The draft with all that is read of it, as far as its kind always has that; null where the kind ties one field to another. */
function eventOfDraft({ base, changed }: ChangedDraft, read: ReadonlySet<string>): Event | null {
  const { kind, domainOf } = base
  if (factsWanted(kind, (field) => read.has(field)) !== always) return null
  const made: Record<string, Json> = { ...originFields(kind), ...base.fields, ...changed }
  for (const field of read) {
    const domain = domainOf(field)
    const value = ownValue(made, field)
    if (value === undefined ? domain.absent : holdsValue(domain, value)) continue
    const sample = sampleOf(domain)
    if (value !== undefined || sample === undefined) return null
    made[field] = sample
  }
  return eventAsRead(kind, made)
}

const samples = new WeakMap<Machine, string>()

/** Something that the field can hold. */
function sampleOf({ values, texts, wholeNumbers }: Domain): Json | undefined {
  if (values.length > 0) return values[0]
  if (texts === 'any') return 'zq'
  if (texts !== 'none') return textOf(texts)
  return wholeNumbers === null ? undefined : Number(textOf(wholeNumbers))
}

function textOf(machine: Machine): string | undefined {
  const known = samples.get(machine)
  if (known !== undefined) return known
  const found = findText([machine], [], budget.steps, null)
  if (found.kind !== 'text') return undefined
  samples.set(machine, found.text)
  return found.text
}
