import { eventOf, type Fields, type Json, type Leaf, leafMatches } from '../../sigma/index.ts'
import { type Draft, namesIn } from './draft.ts'
import { fieldsOf, isReference } from './rule-reading.ts'
import type { Standard } from './standard.ts'

/**
 * Whether the event stays as wanted with every value that a made event is known to have in the field; where another free
 * field is compared with it, with every pair of values. Values on which all leaves answer alike are tried once.
 */
export function isFree(draft: Draft, name: string, fields: Fields, standard: Standard): boolean {
  if (draft.kind === 'verbatim') return true
  const references = [...standard.reading.references, ...standard.foreign.filter(isReference)]
  const [free, partners] = together(name, new Set(namesIn(draft)), references)
  const [, other = null, ...more] = free
  // Nobody would read three fields that decide nothing anyway.
  if (more.length > 0) return false
  const compared = references.filter((leaf) => fieldsOf(leaf).some((field) => free.includes(field)))
  const tried = new Set<string>()
  const choices = (field: string) => choicesOf(draft.event.id, field, partners, fields, standard)
  const others = other === null ? [] : choices(other)
  for (const one of choices(name)) {
    for (const another of others.length === 0 ? [nothing] : others) {
      const filled = { ...fields, ...one.own, ...another.own }
      const answers = compared.map((leaf) => leafMatches(leaf, filled))
      const key = JSON.stringify([one.answers, another.answers, answers])
      if (tried.has(key)) continue
      tried.add(key)
      if (!standard.accepts(eventOf(filled))) return false
    }
  }
  return true
}

/** A field that is to be free, with those that are free already and have to be thought of together with it; and all they are compared with. */
function together(
  name: string,
  stated: ReadonlySet<string>,
  references: readonly Leaf[],
): readonly [free: readonly string[], partners: ReadonlySet<string>] {
  const free = new Set([name])
  const partners = new Set<string>()
  for (const each of free) {
    for (const leaf of references) {
      const pair = fieldsOf(leaf)
      if (!pair.includes(each)) continue
      for (const field of pair) {
        partners.add(field)
        if (!stated.has(field)) free.add(field)
      }
    }
  }
  return [[...free], partners]
}

interface Choice {
  readonly own: Fields
  /** What leaves answer that read this field alone. */
  readonly answers: string
}

const nothing: Choice = { own: {}, answers: '' }

/** Values of a field: those of made events, and what stands in the fields that it is compared with, for it may be derived. */
function choicesOf(
  eventId: number,
  field: string,
  partners: ReadonlySet<string>,
  fields: Fields,
  { reading, foreign }: Standard,
): readonly Choice[] {
  const added = foreign.filter((leaf) => leaf.field === field && !isReference(leaf))
  const leaves = [...reading.leaves.values()].filter((leaf) => leaf.field === field && !isReference(leaf))
  const matching = (among: readonly Leaf[], value: Json) =>
    among.filter((leaf) => leafMatches(leaf, { [field]: value })).map(({ id }) => id)
  const made = reading.fillersIn(eventId, field).map(({ value, matches }) => ({ value, ids: [...matches] }))
  const borrowed = [...partners].flatMap((partner) => {
    const value = Object.hasOwn(fields, partner) ? fields[partner] : undefined
    return value === undefined ? [] : [{ value, ids: matching(leaves, value) }]
  })
  return [...made, ...borrowed].map(({ value, ids }) => ({
    own: { [field]: value },
    answers: JSON.stringify([...ids, ...matching(added, value)]),
  }))
}
