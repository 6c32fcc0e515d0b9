import { existsValue } from '../problems/modifier.ts'
import { readingOf11 } from '../yaml/yaml11.ts'
import type { OperatorDefinition } from './definition.ts'

/** `exists`: whether the field is there, null included. */
export const exists: OperatorDefinition<'exists'> = {
  lead: {
    values: 'boolean',
    companions: [],
    notAfter: 'any',
    needsField: true,
    refuses: ({ key, value }) => {
      if (value.kind === 'scalar' && typeof value.value === 'boolean') return null
      const meant = value.kind === 'scalar' ? readingOf11(value) : null
      return existsValue(value.span, key, typeof meant === 'boolean' ? meant : null)
    },
  },
  compile: ({ value }) => ({ operator: 'exists', value: value === true }),
  asks: (test) => (field) => test.value === (field.actual !== undefined),
  misses: () => 'field-present',
}
