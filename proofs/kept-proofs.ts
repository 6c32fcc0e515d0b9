import type { Proof } from './proof.ts'

/** Proofs by what a rule means and the name of what was asked of it: they hold wherever the same rule stands. */
export type Proofs = ReadonlyMap<string, ReadonlyMap<string, Proof>>

/** What is remembered of some rules, by their meaning. */
export interface ProofMemory {
  /** Of the rule of this meaning, by the name of the question; what is put there is remembered. */
  readonly of: (meaning: string) => Map<string, Proof>
  readonly all: () => Proofs
}

/**
 * A memory that begins with these proofs, but for those that there is no event: such a proof takes what was asked about out
 * of what has to be reached, so that whoever writes one into the file where proofs are kept could have any threshold met. It
 * is asked for again. What is remembered of the others can only leave it in.
 */
export function proofMemory(known: Proofs): ProofMemory {
  const memories = new Map<string, Map<string, Proof>>()
  return {
    of: (meaning) => {
      const own =
        memories.get(meaning) ??
        new Map([...(known.get(meaning) ?? [])].filter(([, { kind }]) => kind !== 'impossible'))
      memories.set(meaning, own)
      return own
    },
    all: () => new Map([...memories].filter(([, { size }]) => size > 0)),
  }
}

/** Proofs as JSON, to be kept from one run to the next. */
export function jsonOfProofs(proofs: Proofs): object {
  return Object.fromEntries([...proofs].map(([meaning, own]) => [meaning, Object.fromEntries(own)]))
}

/** The proofs in such JSON. What is none is left out: it will be asked for again. */
export function proofsIn(json: unknown): Proofs {
  return new Map(
    entriesOf(json).map(([meaning, own]) => [
      meaning,
      new Map(
        entriesOf(own).flatMap(([name, value]): readonly (readonly [string, Proof])[] => {
          const proof = proofIn(value)
          return proof === null ? [] : [[name, proof]]
        }),
      ),
    ]),
  )
}

function proofIn(value: unknown): Proof | null {
  const parts = new Map(entriesOf(value))
  const [kind, limit, world, reason] = ['kind', 'limit', 'world', 'reason'].map((name) => parts.get(name))
  if (kind === 'possible') return { kind }
  if (kind === 'unknown' && typeof limit === 'string') return { kind, limit }
  if (kind !== 'impossible' || (world !== 'logic' && world !== 'source') || typeof reason !== 'string') return null
  return { kind, world, reason }
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
}
