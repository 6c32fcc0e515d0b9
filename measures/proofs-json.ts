import type { PointId } from './point.ts'
import type { Proof } from './proof.ts'
import type { Proofs } from './provers.ts'

/** Proofs as JSON, to be kept from one run to the next. */
export function jsonOfProofs(proofs: Proofs): object {
  return Object.fromEntries([...proofs].map(([meaning, byPoint]) => [meaning, Object.fromEntries(byPoint)]))
}

/** The proofs in such JSON. What is none is left out: it will be asked for again. */
export function proofsIn(json: unknown): Proofs {
  return new Map(
    entriesOf(json).map(([meaning, byPoint]) => [
      meaning,
      new Map(
        entriesOf(byPoint).flatMap(([point, value]): readonly (readonly [PointId, Proof])[] => {
          const proof = proofIn(value)
          return proof === null ? [] : [[point, proof]]
        }),
      ),
    ]),
  )
}

function proofIn(value: unknown): Proof | null {
  const parts = new Map(entriesOf(value))
  const [kind, limit] = [parts.get('kind'), parts.get('limit')]
  if (kind === 'possible') return { kind }
  if (kind === 'unknown' && typeof limit === 'string') return { kind, limit }
  const impossible = new Map(entriesOf(parts.get('impossible')))
  const [world, reason] = [impossible.get('world'), impossible.get('reason')]
  if (kind !== 'impossible' || (world !== 'logic' && world !== 'source') || typeof reason !== 'string') return null
  return { kind, impossible: { world, reason } }
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
}
