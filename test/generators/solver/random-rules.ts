import type { Rule } from '../../../sigma/index.ts'
import { fc } from '../../fast-check.ts'
import { ruleOf } from '../rules.ts'

const text = fc.stringMatching(/^[ab*?]{1,3}$/)

const entry = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom('A', 'B'),
        fc.constantFrom('', '|contains', '|startswith', '|endswith'),
        fc.array(text, { minLength: 1, maxLength: 3 }),
      )
      .map(
        ([field, how, values]) => `${field}${how}: [${[...new Set(values)].map((value) => `'${value}'`).join(', ')}]`,
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('A', 'B'), fc.array(fc.stringMatching(/^[ab]$/), { minLength: 2, maxLength: 2 }))
      .map(([field, values]) => `${field}|contains|all: [${values.map((value) => `'${value}'`).join(', ')}]`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'A: null',
      'B: null',
      "A: ''",
      'A|exists: true',
      'B|exists: false',
      "A|neq: 'a'",
      "B|re: '^a+$'",
      "A|re: 'b'",
      'A|fieldref: B',
    ),
  },
)

/** A map of entries; of two under one key the last. */
const map = fc
  .array(entry, { minLength: 1, maxLength: 2 })
  .map((entries) => [...new Map(entries.map((each) => [each.slice(0, each.indexOf(':')), each])).values()])

const identifier = fc.oneof(
  { weight: 4, arbitrary: map.map((entries) => entries.map((each) => `\n    ${each}`).join('')) },
  {
    weight: 1,
    arbitrary: fc
      .array(map, { minLength: 2, maxLength: 2 })
      .map((maps) =>
        maps
          .map((entries) => entries.map((each, index) => `\n    ${index === 0 ? '- ' : '  '}${each}`).join(''))
          .join(''),
      ),
  },
)

const conditions = [
  's',
  's and t',
  's or t',
  's and not f',
  's and not 1 of f*',
  's and not all of f*',
  '(s or t) and not (f or g)',
  's and (t or not f)',
  'not f and not g',
  '(s and not f) or (t and not g)',
  's and not (f and not g)',
  '1 of s* and not f',
]

/** The text of a small rule over the fields A and B, of a log source that says nothing about its events. */
export const smallRule: fc.Arbitrary<string> = fc
  .record({ s: identifier, t: identifier, f: identifier, g: identifier, condition: fc.constantFrom(...conditions) })
  .map(({ s, t, f, g, condition }) => {
    const body = Object.entries({ s, t, f, g }).map(([name, entries]) => `  ${name}:${entries}`)
    return `title: X\nlogsource:\n  product: other\ndetection:\n${body.join('\n')}\n  condition: ${condition}\n`
  })

/** The rule of such a text. */
export function smallRuleOf(written: string, path = 'rules/x.yml'): Rule {
  return ruleOf(written, path)
}
