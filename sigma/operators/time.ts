import { roleOf, rolesOf } from '../compile/field-key.ts'
import { outOfRange } from '../problems/modifier.ts'
import { isTime, timePartOf, timePartRanges } from '../values/time-part.ts'
import { comparisons } from './comparisons.ts'
import { type OperatorDefinition, someValue } from './definition.ts'

/** `minute`, `hour`, `day`, `week`, `month`, `year`: a part of a time, as it is or compared. */
export const time: OperatorDefinition<'time'> = {
  lead: { values: 'whole', companions: ['compare', 'list'], notAfter: ['compare'], needsField: true },
  compile: ({ value, span }, key, { report }) => {
    const { part } = roleOf(key, 'time')
    const comparison = rolesOf(key, 'compare')[0]?.comparison ?? 'eq'
    const wanted = Number(value)
    const [least, most] = timePartRanges[part]
    if (wanted < least || wanted > most) report(outOfRange(span, part, wanted))
    return { operator: 'time', part, comparison, value: wanted }
  },
  asks: (test) => {
    const compares = comparisons[test.comparison]
    return someValue(({ json }) => {
      const part = timePartOf(test.part, json)
      return part !== null && compares(part, test.value)
    })
  },
  misses: (_, { values }) => (values.some(({ json }) => isTime(json)) ? 'value-differs' : 'not-a-time'),
}
