import {
  type EventField,
  eventTitle,
  type FieldFormat,
  firstVersionOf,
  formatRules,
  jsonTypeOf,
  largestNumber,
  sysmonLog,
  systemFieldsOf,
  type WindowsEvent,
  windowsEvents,
} from '../../../catalogue/index.ts'
import { type Json, type JsonObject, originNames } from '../../../sigma/index.ts'
import { doubled } from '../../facts/spelling.ts'
import { fieldNamesOf } from '../../kinds/typed-value.ts'
import { facts } from '../../violations/violations.ts'
import {
  charactersOf,
  choice,
  complementOf,
  everyNetwork,
  exactly,
  multiplesUpTo,
  numeralsBetween,
  repeated,
  type Shape,
  shapeOfExpression,
  spelledIn,
} from '../language/index.ts'
import { machineFor } from '../theory/bounds.ts'
import { anything, type Domain, oneValue } from '../theory/domain.ts'
import type { Kind } from './kinds.ts'

const nothingElse: Domain = {
  values: [],
  texts: 'none',
  isAddress: false,
  wholeNumbers: null,
  absent: false,
  null: false,
  lists: false,
  why: null,
}

/** `always`: what may prove. `usual`: the catalogue as a whole, to be as realistic as it is. */
export type Certainty = 'always' | 'usual'

const known = new Map<string, Domain>()

/**
 * What a field can hold in an event of this kind: the world `source`, as far as it is *always* so. Wider than what is
 * realistic, never narrower than what the log source writes. `isReadAsCategory`: the rule, or one of several, reads the event
 * under the names of its category.
 */
export function sourceDomain(
  kind: Kind,
  field: string,
  certainty: Certainty = 'always',
  isReadAsCategory = true,
): Domain {
  const origin = Object.hasOwn(kind.origin, field) ? kind.origin[field] : undefined
  if (origin?.length === 0) return { ...nothingElse, absent: true, why: `${kind.title} has no ${field} (log source)` }
  // What a log that is not described calls fields of its own is not known: they may be called like a part of its origin.
  const mayBeOwn = kind.event === null && field === originNames.channel
  if (origin !== undefined && !mayBeOwn)
    return { ...nothingElse, values: origin, why: `${field} of ${kind.title} is ${listed(origin)} (log source)` }
  const { event } = kind
  if (event === null) return kind.isOfWindows ? undescribed(kind, field) : anything
  if (event.log !== sysmonLog && !isReadAsCategory && isOfCategory(event, field)) return lacking(event, field)
  if (event.log !== sysmonLog && certainty === 'always') return manifested(event, field)
  const key = `${event.id} ${certainty} ${field}`
  const cached = known.get(key)
  if (cached !== undefined) return cached
  const domain = domainOf(event, field, certainty)
  known.set(key, domain)
  return domain
}

/** Whether an event of this kind has no field of that name: it can be nothing but absent. */
export function isForeign(kind: Kind, name: string): boolean {
  const { values, texts, wholeNumbers, absent, null: canBeNull } = sourceDomain(kind, name)
  return absent && !canBeNull && values.length === 0 && texts === 'none' && wholeNumbers === null
}

/** An event that the catalogue does not have is none of those that it has: each of them is a kind of its own. */
function undescribed({ title, origin }: Kind, field: string): Domain {
  if (field !== 'EventID') return oneValue
  const channels = Object.hasOwn(origin, 'Channel') ? (origin.Channel ?? []) : []
  const isKnown = (id: number) =>
    channels.every((channel) => windowsEvents.some((event) => event.id === id && event.log.channel === channel))
  const ids = channels.length === 0 ? [] : windowsEvents.map(({ id }) => id).filter(isKnown)
  const key = `undescribed ${ids.join()}`
  const cached = known.get(key)
  if (cached !== undefined) return cached
  const machine = machineFor(numeralsWithout(ids.toSorted((one, other) => one - other)))
  const why = `an ${title} that the catalogue does not have is none of ${listed(ids)} (catalogue)`
  const domain: Domain =
    ids.length === 0 || machine === null ? oneValue : { ...nothingElse, absent: true, wholeNumbers: machine, why }
  known.set(key, domain)
  return domain
}

function numeralsWithout(ids: readonly number[]): Shape {
  const ends = ids.map((id) => BigInt(id) - 1n)
  const starts = [0n, ...ids.map((id) => BigInt(id) + 1n)]
  return choice(...starts.map((from, index) => numeralsBetween(from, ends[index] ?? null)))
}

/**
 * Of other logs' fields this is known to hold always: an event has the fields of its manifest's template and no other, and
 * those of the first version stand in all of them; the paths among them are paths of Windows.
 */
function manifested(event: WindowsEvent, name: string): Domain {
  const composed = event.composed.find((each) => each.name === name)
  if (composed !== undefined) return domainOfField(event, composed, 'always')
  const field = event.fields.find((each) => each.name === name)
  if (field === undefined && !fieldNamesOf(event).includes(name)) {
    return lacking(event, name)
  }
  if (field === undefined) return oneValue
  const isAlways = field.since === firstVersionOf(event)
  if (isPath(event, field))
    return { ...nothingElse, texts: noSlash, absent: !isAlways, null: !isAlways, why: whyNoSlash(name) }
  if (!isAlways) return oneValue
  return { ...oneValue, absent: false, null: false, why: `${name} is always there and never null (manifest)` }
}

/** A name that only rules of the event's category know for what it has. */
function isOfCategory({ fields, categoryNames, composed }: WindowsEvent, name: string): boolean {
  if (fields.some((field) => field.name === name)) return false
  return Object.hasOwn(categoryNames, name) || composed.some((field) => field.name === name)
}

function lacking(event: WindowsEvent, name: string): Domain {
  return { ...nothingElse, absent: true, why: `${eventTitle(event)} has no field ${name} (manifest)` }
}

function domainOf(event: WindowsEvent, name: string, certainty: Certainty): Domain {
  const field = event.fields.find((each) => each.name === name)
  if (field !== undefined) return domainOfField(event, field, certainty)
  const system = systemFieldsOf(event).find((each) => each.name === name)
  if (system === undefined)
    return { ...nothingElse, absent: true, why: `${eventTitle(event)} has no field ${name} (schema)` }
  return system.jsonType === 'number'
    ? {
        ...nothingElse,
        absent: true,
        wholeNumbers: machineFor(numeralsBetween(0n, null)),
        why: `${name} is a number (schema)`,
      }
    : { ...oneValue, why: `${name} is one text (schema)` }
}

function domainOfField(event: WindowsEvent, field: EventField, asked: Certainty): Domain {
  const { name } = field
  const base: Domain = { ...nothingElse, absent: field.since !== firstVersionOf(event) }
  const type = jsonTypeOf(field)
  if (type === 'boolean') return { ...base, values: [true, false], why: `${name} is true or false (schema)` }
  if (type === 'number') {
    const largest = largestNumber(field)
    const most = largest === undefined ? null : BigInt(largest)
    const range = most === null ? 'a whole number' : `a whole number up to ${most}`
    const step = stepOfFormat(field, asked)
    const multiples = step === null ? null : multiplesUpTo(most, step)
    return multiples === null
      ? { ...base, wholeNumbers: machineFor(numeralsBetween(0n, most)), why: `${name} is ${range} (schema)` }
      : { ...base, wholeNumbers: machineFor(multiples), why: `${name} is a multiple of ${step} (schema)` }
  }
  if (field.values.length > 0)
    return { ...base, values: field.values, why: `Sysmon writes ${name} as one of ${listed(field.values)} (schema)` }
  if (isSpelledAddress(event, field)) {
    const machine = machineFor(choice(...everyNetwork.map(spelledIn)))
    const why = `Sysmon writes ${name} in full, IPv6 as eight groups (address-spelling)`
    return { ...base, texts: machine ?? 'any', isAddress: machine !== null, why }
  }
  if (isDoubled(event, field)) {
    return {
      ...base,
      texts: machineFor(doubledPercents) ?? 'any',
      why: `Sysmon doubles every % of ${name} (percent-doubled)`,
    }
  }
  if (isPath(event, field)) return { ...base, texts: noSlash, why: whyNoSlash(name) }
  const shape = shapeOfFormat(field, asked)
  return shape === null
    ? { ...base, texts: 'any', why: `${name} is always there and holds one text (schema)` }
    : {
        ...base,
        texts: machineFor(shape) ?? 'any',
        why: `${event.log.name} has ${name} as ${inWords(field.format)} (schema)`,
      }
}

function isSpelledAddress(event: WindowsEvent, field: EventField): boolean {
  return field.format === 'address' && holdsAlways('address-spelling', event)
}

/** A format as a reason calls it. */
function inWords(format: FieldFormat): string {
  const words = format.replaceAll('-', ' ')
  return /^[aeiou]/.test(words) ? `an ${words}` : `a ${words}`
}

const doubledPercents: Shape = repeated(
  choice(exactly('%%'), { kind: 'one', of: complementOf(charactersOf('%')) }),
  0,
  null,
)

const noSlash = machineFor(repeated({ kind: 'one', of: complementOf(charactersOf('/')) }, 0, null)) ?? 'any'

function whyNoSlash(name: string): string {
  return `${name} is a path of Windows, in which no / is (path-slash)`
}

function isPath(event: WindowsEvent, field: EventField): boolean {
  return field.format === 'path' && holdsAlways('path-slash', event)
}

function isDoubled(event: WindowsEvent, field: EventField): boolean {
  return doubled.some((name) => name === field.name) && holdsAlways('percent-doubled', event)
}

function holdsAlways(name: string, event: WindowsEvent): boolean {
  return facts.some((fact) => fact.name === name && fact.events.includes(event.id))
}

/** What the format fixes of a value, where it does with this certainty. */
function fixedBy({ format }: EventField, asked: Certainty): JsonObject {
  const { certainty, schema } = formatRules[format]
  return certainty === 'always' || asked === 'usual' ? schema : {}
}

/** The number of which every value is a multiple; null for none. */
function stepOfFormat(field: EventField, asked: Certainty): number | null {
  const { multipleOf } = fixedBy(field, asked)
  return typeof multipleOf === 'number' ? multipleOf : null
}

/** The texts that the format leaves; null for all. */
function shapeOfFormat(field: EventField, asked: Certainty): Shape | null {
  const { pattern } = fixedBy(field, asked)
  if (typeof pattern !== 'string') return null
  return shapeOfExpression({ pattern, ignoreCase: false, multiline: false, dotAll: false })
}

function listed(values: readonly Json[]): string {
  return values.map((value) => String(value)).join(', ')
}
