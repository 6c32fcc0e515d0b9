import { type OperatorDefinition, someValue } from './definition.ts'

const isNull = someValue(({ json }) => json === null)

/** `null` without a modifier: the field is absent or null. */
export const nullOperator: OperatorDefinition<'null'> = {
  lead: null,
  compile: () => ({ operator: 'null' }),
  asks: () => (field, event) => field.actual === undefined || isNull(field, event),
  misses: () => 'field-present',
}
