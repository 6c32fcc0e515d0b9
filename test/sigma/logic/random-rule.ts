import type { Fields, Rule } from '../../../sigma/index.ts'
import { fc } from '../../fast-check.ts'
import { detectingRule } from '../rule-text.ts'

const fieldNames = ['A', 'B', 'C', 'D'] as const
const values = ['u', 'v', 'w', 'UV'] as const

const key = fc
  .tuple(
    fc.constantFrom(...fieldNames),
    fc.constantFrom('', '', '|neq', '|all|contains', '|contains', '|cased', '|all|neq|startswith'),
    fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }),
  )
  .map(
    ([field, modifiers, wanted]) => [`${field}${modifiers}`, `${field}${modifiers}: [${wanted.join(', ')}]`] as const,
  )

const map = fc
  .uniqueArray(key, { minLength: 1, maxLength: 3, selector: ([name]) => name })
  .map((keys) => `{${keys.map(([, text]) => text).join(', ')}}`)

const search = fc.oneof(
  { weight: 4, arbitrary: map },
  { weight: 3, arbitrary: fc.array(map, { minLength: 1, maxLength: 2 }).map((maps) => `[${maps.join(', ')}]`) },
  { weight: 1, arbitrary: fc.constantFrom('[u, x]', '[v]', "{'|all': [u, v]}", '[{A: u}, w]') },
)

const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      'a',
      'b',
      'c',
      'a and not b',
      '1 of b*',
      'all of b*',
      'not 1 of b*',
      '1 of a* or all of b*',
      'all of them',
    ),
    tie('condition').map((inner) => `not (${inner})`),
    fc
      .tuple(tie('condition'), fc.constantFrom('and', 'or', 'and not'), tie('condition'))
      .map(([one, operator, other]) => `(${one}) ${operator} (${other})`),
  ),
}))

/** Small rules of every shape that a condition and a detection can have; an identifier may be used any number of times. */
export const anyRule: fc.Arbitrary<Rule> = fc
  .tuple(search, search, search, search, condition)
  .map(([a, b, b2, c, text]) => detectingRule(`a: ${a}\nb: ${b}\nb2: ${b2}\nc: ${c}\ncondition: ${text}`))

const value = fc.oneof(fc.constantFrom(...values, 'x', 'uv', 'vwu'), fc.constant(null))

/** Events with fields that such rules read; some are of another product than theirs. */
export const anyFields: fc.Arbitrary<Fields> = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...fieldNames), fc.oneof(value, fc.array(value, { maxLength: 2 }))),
    fc.constantFrom({}, {}, { Provider_Name: 'Linux-Sysmon' }),
  )
  .map(([fields, origin]) => ({ ...fields, ...origin }))
