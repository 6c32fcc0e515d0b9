import { jsonTypeOf, type WindowsEvent } from '../../../catalogue/index.ts'
import { type Json, type Leaf, leafMatches } from '../../../sigma/index.ts'
import { fieldNamesOf } from '../../kinds/typed-value.ts'
import { addressBytes, spelledAddress } from '../../values/address.ts'

/**
 * Whether a realistic event of this kind could have the leaf match, as far as its field and the spelling of its value
 * tell. It only orders what is tried: a wrong answer costs time, not truth.
 */
export function canBeRealistic(leaf: Leaf, event: WindowsEvent | null): boolean {
  const { field: name, test } = leaf
  if (event === null || name === null) return true
  const field = event.fields.find((each) => each.name === name)
  if (field === undefined) return fieldNamesOf(event).includes(name)
  if (test.operator === 'null' || (test.operator === 'exists' && !test.value)) return false
  const matchesOneOf = (values: readonly Json[]) => values.some((value) => leafMatches(leaf, { [name]: value }))
  if (field.values.length > 0) return matchesOneOf(field.values)
  if (jsonTypeOf(field) === 'boolean') return matchesOneOf([true, false])
  if (test.operator !== 'text') return true
  const texts = test.alternatives.map((pattern) =>
    pattern.map((part) => (part.kind === 'text' ? part.text : '*')).join(''),
  )
  if (field.format === 'address') return texts.some(isSpelledAsWritten)
  return jsonTypeOf(field) !== 'number' || texts.some((text) => /^[\d*]+$/.test(text))
}

/** What is no whole address may be part of one. */
function isSpelledAsWritten(text: string): boolean {
  const bytes = addressBytes(text)
  return bytes === null || spelledAddress(bytes) === text
}
