import type { Change, EventStep, Goal } from '../generators/index.ts'
import type { Expectation } from '../sigma/index.ts'
import type { ObservedEvents } from './observation.ts'

/** A JSON Schema, as ajv takes it. */
interface Schema {
  readonly [keyword: string]: unknown
}

const text: Schema = { type: 'string' }
const texts: Schema = { type: 'array', items: text }
const count: Schema = { type: 'integer', minimum: 0 }
const fields: Schema = { type: 'object' }
const listOfFields: Schema = { type: 'array', items: fields }
const values: Schema = { type: 'array', items: {} }
const truth: Schema = { type: 'boolean' }

// Each table is keyed by its union: a kind that is added must be described here before it compiles.
const expectations: Readonly<Record<Expectation['kind'], Schema>> = {
  fires: {},
  'fires-via': { part: text },
  'fires-times': { times: count },
  silent: {},
  'silent-because': { parts: texts },
  'wrong-log-source': {},
  suppressed: { filters: texts },
}

const goals: Readonly<Record<Goal['kind'], Schema>> = { fires: {}, 'fires-via': { part: text } }

const recipeSteps: Readonly<Record<(EventStep | Change)['kind'], Schema>> = {
  solved: { rules: texts, goal: oneOf(goals), count, chance: text },
  composed: { eventId: count, rows: listOfFields, chance: text },
  verbatim: { events: listOfFields },
  set: { field: text, values },
  remove: { field: text },
  inside: { field: text, networks: texts, chance: text },
  outside: { field: text, networks: texts },
  replace: { field: text, found: text, replacement: text },
  shorten: { field: text, text },
  'letter-case': { field: text, letterCase: { enum: ['upper', 'lower'] } },
}

const breach: Schema = record({ fact: text, field: text, message: text })

const observedEvent: Schema = record({
  fields,
  stated: { anyOf: [{ const: 'every' }, texts] },
  breaches: { type: 'array', items: breach },
})

const observedEvents: Readonly<Record<ObservedEvents['kind'], Schema>> = {
  whole: { events: { type: 'array', minItems: 1, items: observedEvent } },
  replay: { count, hash: text },
}

/** The JSON Schema of an observation: attachments may come from a message file that somebody else saved. */
export const observationSchema: Schema = record({
  version: { const: 1 },
  rule: text,
  meaning: text,
  expected: oneOf(expectations),
  held: truth,
  knownGap: truth,
  scenario: record({ uri: text, name: text, line: count, stepLine: count, stepText: text }),
  recipe: record({ seed: text, steps: { type: 'array', items: oneOf(recipeSteps) } }),
  events: oneOf(observedEvents),
})

function record(properties: Schema): Schema {
  return { type: 'object', required: Object.keys(properties), properties }
}

/** One of these variants, told apart by `kind`; further keys are let through. */
function oneOf(variants: Readonly<Record<string, Schema>>): Schema {
  return {
    type: 'object',
    required: ['kind'],
    discriminator: { propertyName: 'kind' },
    oneOf: Object.entries(variants).map(([kind, properties]) => record({ kind: { const: kind }, ...properties })),
  }
}
