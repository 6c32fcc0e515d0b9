import { foldedText } from '../events/asked-event.ts'
import { type OperatorDefinition, someValue } from './definition.ts'

/** A boolean without a modifier: equal booleans, and texts that spell it in any letter case. */
export const boolean: OperatorDefinition<'boolean'> = {
  lead: null,
  compile: ({ value }) => ({ operator: 'boolean', value: value === true }),
  asks: (test) => {
    const spelling = String(test.value)
    return someValue((value) =>
      typeof value.json === 'string' ? foldedText(value) === spelling : value.json === test.value,
    )
  },
  misses: () => 'value-differs',
}
