import type { YamlScalar } from '../yaml/node.ts'

/** The values that a modifier takes. */
export type ValueKind = 'any' | 'present' | 'text' | 'number' | 'whole' | 'boolean'

interface ValueRules {
  /** As a message names them. */
  readonly words: string
  readonly takes: (value: YamlScalar['value']) => boolean
}

/** What a value has to be for each of them. */
export const valueKinds: Readonly<Record<ValueKind, ValueRules>> = {
  any: { words: 'scalar', takes: () => true },
  present: { words: 'string, number or boolean', takes: (value) => value !== null },
  text: { words: 'string', takes: (value) => typeof value === 'string' },
  number: { words: 'number', takes: (value) => typeof value === 'number' },
  whole: { words: 'whole number', takes: (value) => Number.isInteger(value) },
  boolean: { words: 'boolean', takes: (value) => typeof value === 'boolean' },
}
