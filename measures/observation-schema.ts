import type { RecipeGoal, RecipeKind } from '../generators/index.ts'
import type { Observation, ObservedEvents } from './observation.ts'

/** A JSON Schema, as ajv takes it. */
export interface Schema {
  readonly [keyword: string]: unknown
}

export const text: Schema = { type: 'string' }
export const texts: Schema = { type: 'array', items: text }
const count: Schema = { type: 'integer', minimum: 0 }
const fields: Schema = { type: 'object' }
const listOfFields: Schema = { type: 'array', items: fields }
const values: Schema = { type: 'array', items: {} }
export const truth: Schema = { type: 'boolean' }
const told: Schema = { type: ['string', 'null'] }
const event: Schema = { origin: record({ channel: told, provider: told, eventId: told }), fields }
const alike: Schema = { type: 'array', items: record({ group: text, field: text }) }

// Each table is keyed by its union: a kind that is added must be described here before it compiles.
const expectations: Readonly<Record<Observation['expected']['kind'], Schema>> = {
  fires: {},
  'fires-via': { part: text },
  'fires-times': { times: count },
  'fires-only-for': { field: text, value: text },
  silent: {},
  'silent-because': { parts: texts },
  'wrong-log-source': {},
  suppressed: { filters: texts },
}

const goals: Readonly<Record<RecipeGoal['kind'], Schema>> = { fires: {}, 'fires-via': { part: text } }

const recipeSteps: Readonly<Record<RecipeKind, Schema>> = {
  solved: { rules: texts, goal: oneOf(goals), count, chance: text, 'within?': count, 'alike?': alike },
  composed: {
    eventId: count,
    rows: listOfFields,
    chance: text,
    'offsets?': { type: 'array', items: count },
    'alike?': alike,
  },
  verbatim: { events: { type: 'array', items: record(event) } },
  pass: { duration: count },
  set: { field: text, values },
  account: { field: text, accounts: texts },
  remove: { field: text },
  inside: { field: text, networks: texts, chance: text },
  outside: { field: text, networks: texts },
  replace: { field: text, found: text, replacement: text },
  shorten: { field: text, text },
  'letter-case': { field: text, letterCase: { enum: ['upper', 'lower'] } },
}

const breach: Schema = record({ fact: text, field: text, message: text })

const observedEvent: Schema = record({
  ...event,
  stated: { anyOf: [{ const: 'every' }, texts] },
  breaches: { type: 'array', items: breach },
  time: { type: 'integer' },
})

const observedEvents: Readonly<Record<ObservedEvents['kind'], Schema>> = {
  whole: { events: { type: 'array', minItems: 1, items: observedEvent } },
  replay: { count, hash: text },
}

/** The JSON Schema of the events of an assertion. */
export const observedEventsSchema: Schema = oneOf(observedEvents)

/** The JSON Schema of the place of an assertion. */
export const scenarioSchema: Schema = record({ uri: text, name: text, line: count, stepLine: count, stepText: text })

/** The JSON Schema of a recipe. */
export const recipeSchema: Schema = record({ seed: text, steps: { type: 'array', items: oneOf(recipeSteps) } })

/** The JSON Schema of an observation: attachments may come from a message file that somebody else saved. */
export const observationSchema: Schema = record({
  version: { const: 2 },
  rule: text,
  meaning: text,
  expected: oneOf(expectations),
  held: truth,
  knownGap: { enum: ['open', 'closed', null] },
  scenario: scenarioSchema,
  recipe: recipeSchema,
  events: observedEventsSchema,
})

/** A property whose name ends in a question mark may be left out. */
export function record(properties: Schema): Schema {
  const named = Object.entries(properties).map(([name, schema]) => [name.replace(/\?$/, ''), schema] as const)
  const required = Object.keys(properties).filter((name) => !name.endsWith('?'))
  return { type: 'object', required, properties: Object.fromEntries(named) }
}

/** One of these variants, told apart by `kind`; further keys are let through. */
export function oneOf(variants: Readonly<Record<string, Schema>>): Schema {
  return {
    type: 'object',
    required: ['kind'],
    discriminator: { propertyName: 'kind' },
    oneOf: Object.entries(variants).map(([kind, properties]) => record({ kind: { const: kind }, ...properties })),
  }
}
