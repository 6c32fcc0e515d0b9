import type { JsonObject } from '../../sigma/index.ts'
import { RecipeError } from '../recipe-error.ts'
import { eventTitle, isDescribed, type SysmonEvent, sysmonEventOf } from './catalogue.ts'
import { compareSchemas, type FieldFormat, jsonTypeOf, largestNumber, type SysmonField } from './field.ts'
import { sysmonChannel, sysmonProvider, systemFields } from './system-block.ts'

const hashNames = 'SHA1=[0-9A-F]{40}|MD5=[0-9A-F]{32}|SHA256=[0-9A-F]{64}|IMPHASH=[0-9A-F]{32}'

/** Patterns of the formats that fix a spelling. Addresses are left to their facts, which say more than a pattern can. */
const patterns: Readonly<Record<FieldFormat, string | null>> = {
  text: null,
  'utc-time': String.raw`^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d{3}$`,
  guid: '^[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}$',
  'process-id': null,
  number: null,
  port: null,
  boolean: null,
  hex: '^0x[0-9a-f]{1,16}$',
  path: null,
  directory: null,
  'command-line': null,
  account: String.raw`^(-?|[^\\]+\\[\s\S]+)$`,
  hashes: `^(Unknown|-?|(${hashNames})(,(${hashNames}))*)$`,
  address: null,
  'one-of': null,
}

/**
 * The JSON Schema (draft 2020-12) of a Sysmon event in its flat form: System values under the names of semantics 6.3
 * beside the event's own fields. Fields that a later schema version brought may be missing, but not alone: whatever came
 * earlier has to be there then. Throws {@link RecipeError} for an event whose fields are not in the catalogue.
 */
export function jsonSchemaOf(eventId: number): JsonObject {
  const event = sysmonEventOf(eventId)
  if (event === null || !isDescribed(event)) throw new RecipeError(`there is no JSON Schema of Sysmon event ${eventId}`)
  const own = event.fields.map((field) => [field.name, fieldSchema(field)])
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `https://sigmaproof.invalid/schema/sysmon-event-${event.id}.json`,
    title: eventTitle(event),
    type: 'object',
    properties: { ...systemSchema(event), ...Object.fromEntries(own) },
    required: ['EventID', ...event.fields.filter((field) => field.since === '2.0').map((field) => field.name)],
    dependentRequired: growth(event),
    additionalProperties: false,
  }
}

function fieldSchema(field: SysmonField): JsonObject {
  const maximum = largestNumber(field)
  if (maximum !== undefined) return { type: 'integer', minimum: 0, maximum }
  const pattern = patterns[field.format]
  return {
    type: jsonTypeOf(field),
    ...(pattern === null ? {} : { pattern }),
    ...(field.values.length === 0 ? {} : { enum: field.values }),
  }
}

function systemSchema(event: SysmonEvent): JsonObject {
  const fixed: JsonObject = {
    Provider_Name: { const: sysmonProvider },
    EventID: { const: event.id },
    Task: { const: event.id },
    Version: { const: event.version },
    Channel: { const: sysmonChannel },
    Correlation: { type: 'null' },
    Keywords: { type: 'string', pattern: '^0x[0-9a-f]{16}$' },
    TimeCreated_SystemTime: {
      type: 'string',
      pattern: String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$`,
    },
  }
  const typed = systemFields.map((field) => [
    field.name,
    fixed[field.name] ?? (field.jsonType === 'number' ? { type: 'integer', minimum: 0 } : { type: field.jsonType }),
  ])
  return Object.fromEntries(typed)
}

/** Each field that a later version brought asks for all fields that are not younger. */
function growth(event: SysmonEvent): JsonObject {
  const added = event.fields.filter((field) => compareSchemas(field.since, '2.0') > 0)
  const older = (field: SysmonField) =>
    added.filter((other) => other !== field && compareSchemas(other.since, field.since) <= 0)
  return Object.fromEntries(added.map((field) => [field.name, older(field).map((other) => other.name)]))
}
