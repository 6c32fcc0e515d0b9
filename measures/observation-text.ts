import { Ajv, type ValidateFunction } from 'ajv'
import type { Observation } from './observation.ts'
import { ObservationError } from './observation-error.ts'
import { observationSchema } from './observation-schema.ts'

/** The attachment's body. */
export function observationText(observation: Observation): string {
  return JSON.stringify(observation)
}

/**
 * Reads an attachment's body. Throws an {@link ObservationError} that begins with `origin` for a text that is not JSON,
 * or not an observation of this version.
 */
export function parseObservation(text: string, origin: string): Observation {
  const value = jsonIn(text, origin)
  validate ??= new Ajv({ discriminator: true }).compile<Observation>(observationSchema)
  if (validate(value)) return value
  const [error] = validate.errors ?? []
  throw new ObservationError([
    `${origin}: an attachment is no observation of version 2: ${error?.instancePath || 'it'} ${error?.message ?? ''}`,
  ])
}

// Compiling takes a tenth of a second, which only a run with observations should pay, and once.
let validate: ValidateFunction<Observation> | undefined

function jsonIn(text: string, origin: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ObservationError([`${origin}: an attachment of ours is not JSON (${String(cause)})`])
  }
}
