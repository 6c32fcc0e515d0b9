import type { AskedEvent, AskedField, AskedValue } from '../events/asked-event.ts'
import type { Reason } from '../judge/verdict.ts'
import type { Operator, TestOf } from '../rule/predicate.ts'
import { boolean } from './boolean.ts'
import { cidr } from './cidr.ts'
import { compare } from './compare.ts'
import type { FieldQuestion, OperatorDefinition } from './definition.ts'
import { exists } from './exists.ts'
import { fieldref } from './fieldref.ts'
import { nullOperator } from './null.ts'
import { number } from './number.ts'
import { re } from './re.ts'
import { text } from './text.ts'
import { time } from './time.ts'

/** Every operator. */
export const operators: { readonly [Some in Operator]: OperatorDefinition<Some> } = {
  text,
  number,
  boolean,
  null: nullOperator,
  re,
  cidr,
  exists,
  fieldref,
  compare,
  time,
}

/** A test made ready to be asked of what events hold in a field. */
export function fieldQuestion<Some extends Operator>(test: TestOf<Some>): FieldQuestion {
  return operators[test.operator].asks(test)
}

/** The same for a keyword: asked of one value of an event, field names aside (semantics 2.1). */
export function keywordQuestion<Some extends Operator>(
  test: TestOf<Some>,
): (value: AskedValue, event: AskedEvent) => boolean {
  const { asks, finds } = operators[test.operator]
  if (finds !== undefined) return finds(test)
  const question = asks(test)
  return (value, event) => question({ actual: value.json, values: [value] }, event)
}

/** Why what an event holds in a field does not pass a test. */
export function reasonAgainst<Some extends Operator>(test: TestOf<Some>, field: AskedField, event: AskedEvent): Reason {
  if (field.actual === undefined) return 'field-absent'
  if (field.actual === null && test.operator !== 'exists') return 'field-null'
  return operators[test.operator].misses(test, field, event)
}
