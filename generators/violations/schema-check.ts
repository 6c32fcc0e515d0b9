import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { type EventId, eventTitle, jsonSchemaOf, type WindowsEvent } from '../../catalogue/index.ts'
import type { Fields, Json } from '../../sigma/index.ts'
import { ownValue } from '../own-value.ts'
import type { Violation } from './violation.ts'

const validators = new Map<EventId, ValidateFunction>()

/** What in an event of this kind breaks its JSON Schema, one violation a field, in the order found. */
export function schemaViolations(fields: Fields, event: WindowsEvent): readonly Violation[] {
  const validate = validatorOf(event)
  if (validate(fields)) return []
  const violations = (validate.errors ?? []).map((error) => violationOf(error, fields, event))
  return violations.filter(
    (violation, index) => violations.findIndex((other) => other.field === violation.field) === index,
  )
}

/** Compiled on first use: most runs need one or two of them, and compiling costs more than a scenario. */
function validatorOf(event: WindowsEvent): ValidateFunction {
  const known = validators.get(event.id)
  if (known !== undefined) return known
  const validate = new Ajv2020({ allErrors: true }).compile(jsonSchemaOf(event))
  validators.set(event.id, validate)
  return validate
}

function violationOf(error: ErrorObject, fields: Fields, event: WindowsEvent): Violation {
  const at = error.instancePath.slice(1).replaceAll('~1', '/').replaceAll('~0', '~')
  const named = (key: string) => String(error.params[key])
  const violation = (field: string, message: string): Violation => ({ fact: 'schema', field, message })
  switch (error.keyword) {
    case 'required':
      return violation(named('missingProperty'), `${eventTitle(event)} always has ${named('missingProperty')}`)
    case 'dependentRequired':
      return violation(
        named('missingProperty'),
        `${named('missingProperty')} is absent beside ${named('property')}, which came no earlier`,
      )
    case 'additionalProperties':
      return violation(named('additionalProperty'), `${eventTitle(event)} has no field ${named('additionalProperty')}`)
    case 'type':
      return violation(at, `${at} is a ${named('type')}, here it is ${shown(ownValue(fields, at))}`)
    case 'const':
      return violation(
        at,
        `${at} is ${shown(error.params.allowedValue)} in ${eventTitle(event)}, here ${shown(ownValue(fields, at))}`,
      )
    case 'enum':
      return violation(at, `${at} is one of ${listed(error.params.allowedValues)}, here ${shown(ownValue(fields, at))}`)
    default:
      return violation(at, `${event.log.name} never writes ${at} as ${shown(ownValue(fields, at))}`)
  }
}

function shown(value: Json | undefined | unknown): string {
  const text = JSON.stringify(value) ?? 'absent'
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

function listed(values: unknown): string {
  return Array.isArray(values) ? values.join(', ') : String(values)
}
