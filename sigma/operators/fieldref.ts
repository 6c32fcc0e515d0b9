import { anchorOf, fieldNamed, rolesOf } from '../compile/field-key.ts'
import { type AskedValue, askedField, foldedText } from '../events/asked-event.ts'
import { fieldrefWildcard } from '../problems/modifier.ts'
import type { Anchor, TestOf } from '../rule/predicate.ts'
import { isSame } from '../values/exact-number.ts'
import { parsePattern } from '../values/pattern.ts'
import { numberOf } from '../values/text-of.ts'
import { type FieldQuestion, type OperatorDefinition, someValue } from './definition.ts'

/** `fieldref`: the value of another field. */
export const fieldref: OperatorDefinition<'fieldref'> = {
  lead: { values: 'text', companions: ['anchor', 'cased', 'list'], notAfter: ['anchor'], needsField: true },
  compile: ({ text, span }, key) => {
    const [name, ...rest] = parsePattern(text)
    if (name?.kind !== 'text' || rest.length > 0) return fieldrefWildcard(span, key.text)
    const cased = rolesOf(key, 'cased').length > 0
    return { operator: 'fieldref', anchor: anchorOf(key), cased, field: fieldNamed(name.text) }
  },
  asks,
  misses: (test, field, event) => {
    const { actual } = askedField(event, test.field)
    if (actual === undefined || actual === null) return 'other-field-absent'
    return test.cased && asks({ ...test, cased: false })(field, event) ? 'case-differs' : 'value-differs'
  },
}

function asks(test: TestOf<'fieldref'>): FieldQuestion {
  const refers = refersTo(test)
  return (field, event) => {
    const { values } = askedField(event, test.field)
    return someValue((one) => values.some((other) => refers(one, other)))(field, event)
  }
}

const anchored: Readonly<Record<Anchor, (actual: string, wanted: string) => boolean>> = {
  equals: (actual, wanted) => actual === wanted,
  contains: (actual, wanted) => actual.includes(wanted),
  startswith: (actual, wanted) => actual.startsWith(wanted),
  endswith: (actual, wanted) => actual.endsWith(wanted),
}

function refersTo({ anchor, cased }: TestOf<'fieldref'>): (one: AskedValue, other: AskedValue) => boolean {
  const stands = anchored[anchor]
  return (one, other) => {
    const [actual, wanted] = cased ? [one.text, other.text] : [foldedText(one), foldedText(other)]
    if (actual === null || wanted === null) return false
    if (anchor === 'equals' && (typeof one.json === 'number' || typeof other.json === 'number')) {
      const number = numberOf(one.json)
      const same = numberOf(other.json)
      if (number !== null && same !== null && isSame(number, same)) return true
    }
    return stands(actual, wanted)
  }
}
