import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { compareSchemas, formatRules, type WindowsEvent } from '../../../catalogue/index.ts'
import { fieldNamesOf } from '../../../generators/kinds/typed-value.ts'
import type { Fields } from '../../../sigma/index.ts'
import { type Profile, profileKey } from './profile.ts'

/** Takes one answer of a check: whether it held, and what to say where it did not. */
export type Tell = (check: string, field: string, holds: boolean, message: string) => void

const ajv = new Ajv2020({ strictTypes: false })
const formats = new Map<string, ValidateFunction>(
  Object.entries(formatRules).map(([format, { schema }]) => [format, ajv.compile(schema)]),
)

/** Looks at every field of an event by itself: type, format, length; and at which of them are there. */
export function checkFields(event: WindowsEvent, fields: Fields, profile: Profile, tell: Tell): void {
  for (const { name, format, values } of event.fields) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined
    const seen = profile.get(profileKey(event, name))
    if (value === undefined || seen === undefined) continue
    const shown = JSON.stringify(value).slice(0, 120)
    tell('type', name, seen.types.includes(typeof value), `${shown} is a ${typeof value}`)
    const fits = formats.get(format)?.(value) !== false && (values.length === 0 || values.includes(String(value)))
    tell('format', name, fits, `${shown} is no ${format}`)
    if (typeof value !== 'string') continue
    const isUsual = value.length >= seen.shortest && value.length <= seen.longest
    tell('length', name, isUsual, `${value.length} is not within ${seen.shortest} and ${seen.longest}: ${shown}`)
  }
  const present = event.fields.filter(({ name }) => Object.hasOwn(fields, name)).map(({ name }) => name)
  tell('presence', '', fieldSets(event).includes(present.join()), present.join())
  const known = fieldNamesOf(event)
  const strangers = Object.keys(fields).filter((name) => !known.includes(name) && !/^[#A-Z]\w*_/.test(name))
  tell('presence', strangers.join(), strangers.length === 0, 'unknown')
}

/** The fields that each schema version had, in their order. */
function fieldSets(event: WindowsEvent): readonly string[] {
  const versions = new Set(event.fields.map(({ since }) => since))
  return [...versions].map((version) =>
    event.fields
      .filter(({ since }) => compareSchemas(since, version) <= 0)
      .map(({ name }) => name)
      .join(),
  )
}
