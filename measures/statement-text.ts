import { Ajv, type ValidateFunction } from 'ajv'
import type { Claim } from '../proofs/index.ts'
import { ObservationError } from './observation-error.ts'
import {
  observedEventsSchema,
  oneOf,
  recipeSchema,
  type Schema,
  scenarioSchema,
  text,
  texts,
  truth,
} from './observation-schema.ts'
import type { Statement } from './statement.ts'

const claims: Readonly<Record<Claim['kind'], Schema>> = {
  'never-matches': { field: text, value: text },
  'does-not-need': { part: text },
}

const common: Schema = { version: { const: 1 }, meaning: text, knownGap: truth, isSo: truth, scenario: scenarioSchema }

const statements: Readonly<Record<Statement['kind'], Schema>> = {
  claim: { ...common, rule: text, claim: oneOf(claims), seed: text },
  alarm: { ...common, rules: texts, recipe: recipeSchema, events: observedEventsSchema },
}

/** The attachment's body. */
export function statementText(statement: Statement): string {
  return JSON.stringify(statement)
}

/**
 * Reads an attachment's body. Throws an {@link ObservationError} that begins with `origin` for a text that is not JSON,
 * or not a statement of this version.
 */
export function parseStatement(body: string, origin: string): Statement {
  validate ??= new Ajv({ discriminator: true }).compile<Statement>(oneOf(statements))
  const value = jsonIn(body, origin)
  if (validate(value)) return value
  const [error] = validate.errors ?? []
  throw new ObservationError([
    `${origin}: an attachment is no statement of version 1: ${error?.instancePath || 'it'} ${error?.message ?? ''}`,
  ])
}

// Compiling takes a tenth of a second, which only a run with statements should pay, and once.
let validate: ValidateFunction<Statement> | undefined

function jsonIn(body: string, origin: string): unknown {
  try {
    return JSON.parse(body)
  } catch (cause) {
    throw new ObservationError([`${origin}: an attachment of ours is not JSON (${String(cause)})`])
  }
}
