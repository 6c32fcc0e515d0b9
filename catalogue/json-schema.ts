import { sysmonLog } from './event-log.ts'
import { compareSchemas, type EventField, jsonTypeOf, largestNumber } from './field.ts'
import { formatRules } from './formats.ts'
import { systemFieldsOf } from './system-fields.ts'
import { eventTitle, firstVersionOf, type WindowsEvent } from './windows-event.ts'

/** A JSON Schema, or a part of one. */
export interface JsonSchema {
  readonly [keyword: string]: SchemaValue
}

type SchemaValue = string | number | boolean | readonly SchemaValue[] | JsonSchema

/**
 * The JSON Schema (draft 2020-12) of an event in its flat form: System values under the names of semantics 6.3 beside
 * the event's own fields. Fields that a later schema version brought may be missing, but not alone: whatever came earlier
 * has to be there then.
 */
export function jsonSchemaOf(event: WindowsEvent): JsonSchema {
  const own = event.fields.map((field) => [field.name, fieldSchema(field)])
  const first = firstVersionOf(event)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `https://sigmaproof.invalid/schema/${event.log.name.toLowerCase()}-event-${event.id}.json`,
    title: eventTitle(event),
    type: 'object',
    properties: { ...systemSchema(event), ...Object.fromEntries(own) },
    required: ['EventID', ...event.fields.filter((field) => field.since === first).map((field) => field.name)],
    dependentRequired: growth(event, first),
    additionalProperties: false,
  }
}

function fieldSchema(field: EventField): JsonSchema {
  const maximum = largestNumber(field)
  const { schema } = formatRules[field.format]
  if (maximum !== undefined) return { type: 'integer', minimum: 0, maximum, ...schema }
  return { type: jsonTypeOf(field), ...schema, ...(field.values.length === 0 ? {} : { enum: field.values }) }
}

function systemSchema(event: WindowsEvent): JsonSchema {
  const { log, id, task, version, earlierVersions } = event
  const fixed: JsonSchema = {
    Provider_Name: { const: log.provider },
    EventID: { const: id },
    // PowerShell has had two numbers for one task.
    Task: log === sysmonLog ? { const: task } : { type: 'integer' },
    Version: { enum: [version, ...earlierVersions] },
    Channel: { const: log.channel },
    Correlation: { type: 'null' },
    Security: { type: 'null' },
    Keywords: { type: 'string', pattern: '^0x([0-9a-f]{16}|0)$' },
    TimeCreated_SystemTime: {
      type: 'string',
      pattern: String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$`,
    },
  }
  const typed = systemFieldsOf(event).map((field) => [
    field.name,
    fixed[field.name] ?? (field.jsonType === 'number' ? { type: 'integer', minimum: 0 } : { type: field.jsonType }),
  ])
  return Object.fromEntries(typed)
}

/** Each field that a later version brought asks for all fields that are not younger. */
function growth(event: WindowsEvent, first: string): JsonSchema {
  const added = event.fields.filter((field) => field.since !== first)
  const older = (field: EventField) =>
    added.filter((other) => other !== field && compareSchemas(other.since, field.since) <= 0)
  return Object.fromEntries(added.map((field) => [field.name, older(field).map((other) => other.name)]))
}
