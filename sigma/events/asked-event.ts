import { fold } from '../values/fold.ts'
import { type Address, addressOf } from '../values/network.ts'
import { textOf } from '../values/text-of.ts'
import { type Fields, fieldValue, isList, type Json, membersOf, scalarsOf } from './event.ts'

/** The fields of an event while leaves ask of them: what many of them need of a value is worked out once. */
export interface AskedEvent {
  readonly fields: Fields
  readonly asked: Map<string, AskedField>
  scalars: readonly AskedValue[] | null
}

/** What an event holds in a field. */
export interface AskedField {
  /** Undefined when the field is absent. */
  readonly actual: Json | undefined
  /** The value, or the members of a list; none of an absent field. */
  readonly values: readonly AskedValue[]
}

/** One value, no list. */
export interface AskedValue {
  readonly json: Json
  /** Null for null and objects. */
  readonly text: string | null
  folded: string | null
  address: Address | null | undefined
}

/** Of more values at once nothing is kept. */
const mostKept = 1_000

/** The two events last asked of: one may be read in two ways, by rules of two categories. */
let last = begunEvent({})
let other = last

/** The event of these fields, as it was asked of before if it was just now. */
export function askedEvent(fields: Fields): AskedEvent {
  if (last.fields === fields) return last
  const found = other.fields === fields ? other : begunEvent(fields)
  other = last
  last = found
  return found
}

/** The event of these fields, as nobody has asked of it. */
export function begunEvent(fields: Fields): AskedEvent {
  return { fields, asked: new Map(), scalars: null }
}

/** A field of the event. */
export function askedField(event: AskedEvent, name: string): AskedField {
  const known = event.asked.get(name)
  if (known !== undefined) return known
  const field = fieldHolding(fieldValue(event.fields, name))
  event.asked.set(name, field)
  return field
}

function fieldHolding(actual: Json | undefined): AskedField {
  if (actual === undefined) return absent
  if (!isList(actual)) return { actual, values: [askedValue(actual)] }
  const members = membersOf(actual)
  if (members.length <= mostKept) return { actual, values: members.map(askedValue) }
  return {
    actual,
    get values() {
      return members.map(askedValue)
    },
  }
}

const absent: AskedField = { actual: undefined, values: [] }

/** Every value in the event that is no object, list or null: what keywords are looked for in. */
export function askedScalars(event: AskedEvent): readonly AskedValue[] {
  if (event.scalars !== null) return event.scalars
  const scalars = scalarsOf(event.fields).map(askedValue)
  if (scalars.length <= mostKept) event.scalars = scalars
  return scalars
}

function askedValue(json: Json): AskedValue {
  return { json, text: textOf(json), folded: null, address: undefined }
}

/** The text of a value without its letter case. */
export function foldedText(value: AskedValue): string | null {
  if (value.folded === null && value.text !== null) value.folded = fold(value.text)
  return value.folded
}

/** The IP address that a text is; else null. */
export function addressIn(value: AskedValue): Address | null {
  if (value.address === undefined) value.address = typeof value.json === 'string' ? addressOf(value.json) : null
  return value.address
}
