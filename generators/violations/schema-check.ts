import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { type EventId, eventTitle, jsonSchemaOf, type WindowsEvent } from '../../catalogue/index.ts'
import type { Fields, Json } from '../../sigma/index.ts'
import type { Breach } from './violation.ts'
import { ownValue } from '../own-value.ts'

const validators = new Map<EventId, ValidateFunction>()

/** What in an event of this kind breaks its JSON Schema, one breach a field, in the order found. */
export function schemaBreaches(fields: Fields, event: WindowsEvent): readonly Breach[] {
  const validate = validatorOf(event)
  if (validate(fields)) return []
  const breaches = (validate.errors ?? []).map((error) => breachOf(error, fields, event))
  return breaches.filter((breach, index) => breaches.findIndex((other) => other.field === breach.field) === index)
}

/** Compiled on first use: most runs need one or two of them, and compiling costs more than a scenario. */
function validatorOf(event: WindowsEvent): ValidateFunction {
  const known = validators.get(event.id)
  if (known !== undefined) return known
  const validate = new Ajv2020({ allErrors: true }).compile(jsonSchemaOf(event))
  validators.set(event.id, validate)
  return validate
}

function breachOf(error: ErrorObject, fields: Fields, event: WindowsEvent): Breach {
  const at = error.instancePath.slice(1).replaceAll('~1', '/').replaceAll('~0', '~')
  const named = (key: string) => String(error.params[key])
  const breach = (field: string, message: string): Breach => ({ fact: 'schema', field, message })
  switch (error.keyword) {
    case 'required':
      return breach(named('missingProperty'), `${eventTitle(event)} always has ${named('missingProperty')}`)
    case 'dependentRequired':
      return breach(
        named('missingProperty'),
        `${named('missingProperty')} is absent beside ${named('property')}, which came no earlier`,
      )
    case 'additionalProperties':
      return breach(named('additionalProperty'), `${eventTitle(event)} has no field ${named('additionalProperty')}`)
    case 'type':
      return breach(at, `${at} is a ${named('type')}, here it is ${shown(ownValue(fields, at))}`)
    case 'const':
      return breach(
        at,
        `${at} is ${shown(error.params.allowedValue)} in ${eventTitle(event)}, here ${shown(ownValue(fields, at))}`,
      )
    case 'enum':
      return breach(at, `${at} is one of ${listed(error.params.allowedValues)}, here ${shown(ownValue(fields, at))}`)
    default:
      return breach(at, `${event.log.name} never writes ${at} as ${shown(ownValue(fields, at))}`)
  }
}

function shown(value: Json | undefined | unknown): string {
  const text = JSON.stringify(value) ?? 'absent'
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

function listed(values: unknown): string {
  return Array.isArray(values) ? values.join(', ') : String(values)
}
