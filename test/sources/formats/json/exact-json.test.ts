import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exactJson } from '../../../../sources/index.ts'
import { fc, manyRuns } from '../../../fast-check.ts'

const cases: readonly (readonly [string, unknown])[] = [
  ['9007199254740991', 9007199254740991],
  ['9007199254740992', 9007199254740992],
  ['9007199254740993', '9007199254740993'],
  ['-9007199254740992', -9007199254740992],
  ['-9007199254740993', '-9007199254740993'],
  ['[9232379236109516800,9232379236109516801]', ['9232379236109516800', '9232379236109516801']],
  ['{"a":{"b":[ -18446744073709551615 ]}}', { a: { b: ['-18446744073709551615'] } }],
  [`{"a":${'9'.repeat(400)}}`, { a: '9'.repeat(400) }],
  [
    '{"a":9007199254740993.5,"b":0.12345678901234567,"c":9007199254740993e2,"d":1e9007199254740}',
    JSON.parse('{"a":9007199254740993.5,"b":0.12345678901234567,"c":9007199254740993e2,"d":1e9007199254740}'),
  ],
  ['{"a":" 9007199254740993 ","b":9007199254740993}', { a: ' 9007199254740993 ', b: '9007199254740993' }],
  ['{"a\\\\":9007199254740993,"\\"9007199254740993":1}', { 'a\\': '9007199254740993', '"9007199254740993': 1 }],
  [
    '{"a":"\\\\\\",9007199254740993,\\\\\\\\","b":9007199254740993}',
    {
      a: '\\",9007199254740993,\\\\',
      b: '9007199254740993',
    },
  ],
]

describe('JSON with integers beyond 2^53', () => {
  for (const [text, wanted] of cases) {
    test(text.slice(0, 80), () => assert.deepEqual(exactJson(text), wanted))
  }

  test('is read at any depth', () => {
    let found: unknown = exactJson(`${'['.repeat(200_000)}9007199254740993${']'.repeat(200_000)}`)
    while (Array.isArray(found)) found = found[0]
    assert.equal(found, '9007199254740993')
  })

  test('stays what is no JSON', () => {
    for (const text of [
      '09007199254740993',
      '{9007199254740993:1}',
      '9007199254740993 1',
      'x9007199254740993',
      '--9007199254740993',
    ])
      assert.throws(() => exactJson(text), SyntaxError)
  })

  test('is what JSON.parse makes of it but for those', () => {
    const integer = fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n })
    const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer())
    const words = fc.oneof(
      fc.string({ unit: 'binary' }),
      integer.map(String),
      integer.map((each) => `\\",${each},`),
    )
    const { json } = fc.letrec<{ json: unknown }>((tie) => ({
      json: fc.oneof(
        { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
        fc.oneof(integer, number, words, fc.constantFrom(null, true)),
        fc.oneof(fc.array(tie('json')), fc.dictionary(words, tie('json'))),
      ),
    }))
    fc.assert(
      fc.property(json, fc.constantFrom('', ' ', '\n'), (value, blank) => {
        assert.deepEqual(exactJson(textOf(value, blank)), wantedOf(value))
      }),
      { numRuns: manyRuns(1000) },
    )
  })
})

/** The value as JSON, a bigint as its digits. */
function textOf(value: unknown, blank: string): string {
  if (typeof value === 'bigint') return `${value}`
  if (Array.isArray(value)) return `[${value.map((each) => blank + textOf(each, blank)).join(`${blank},`)}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(
    ([key, each]) => `${JSON.stringify(key)}${blank}:${textOf(each, blank)}${blank}`,
  )
  return `{${members.join(',')}}`
}

/** What is to come of it: a bigint that a number holds is one, any other its digits. */
function wantedOf(value: unknown): unknown {
  if (typeof value === 'bigint') return value > 2n ** 53n || value < -(2n ** 53n) ? `${value}` : Number(value)
  if (Array.isArray(value)) return value.map(wantedOf)
  if (typeof value === 'number') {
    const text = JSON.stringify(value)
    return /^-?\d+$/.test(text) ? wantedOf(BigInt(text)) : JSON.parse(text)
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, wantedOf(each)]))
}
