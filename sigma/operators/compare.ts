import { roleOf } from '../compile/field-key.ts'
import { exactOf } from '../values/exact-number.ts'
import { numberOf } from '../values/text-of.ts'
import { comparisons } from './comparisons.ts'
import { type OperatorDefinition, someValue } from './definition.ts'

/** `lt`, `lte`, `gt`, `gte`: a number, or a text that is one. */
export const compare: OperatorDefinition<'compare'> = {
  lead: { values: 'number', companions: ['list'], notAfter: [], needsField: true },
  compile: ({ value, text }, key) => {
    const { comparison } = roleOf(key, 'compare')
    return { operator: 'compare', comparison, value: Number(value), spelling: text }
  },
  asks: (test) => {
    const [compares, wanted] = [comparisons[test.comparison], exactOf(test)]
    return someValue(({ json }) => {
      const number = numberOf(json)
      return number !== null && compares(number, wanted)
    })
  },
  misses: (_, { values }) => (values.some(({ json }) => numberOf(json) !== null) ? 'value-differs' : 'not-a-number'),
}
