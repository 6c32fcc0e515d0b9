import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readRules, sourceOf } from '../../sigma/index.ts'
import { ruleText } from './rule-text.ts'

/** What is said of a value of a detection, by the reading of YAML 1.2 and of 1.1. */
function said(value: string): string | null {
  const { problems } = readRules(sourceOf('a.yml', ruleText(`s:\n  A: ${value}\ncondition: s`)))
  const found = problems.filter(({ code }) => code === 'W-YAML11')
  assert.ok(found.length < 2)
  return (
    /is (.*) here, and (.*) to tools/
      .exec(found[0]?.message ?? '')
      ?.slice(1)
      .join(' / ') ?? null
  )
}

/** By the resolvers of PyYAML, which pySigma reads with. */
const other: Readonly<Record<string, string>> = {
  yes: 'a text / true',
  ON: 'a text / true',
  No: 'a text / false',
  off: 'a text / false',
  '1_000': 'a text / the number 1000',
  '-1_0': 'a text / the number -10',
  '1_0.5': 'a text / the number 10.5',
  '0b11': 'a text / the number 3',
  '0x_F0': 'a text / the number 240',
  '-0x10': 'a text / the number -16',
  '12:30:45': 'a text / the number 45045',
  '1:30': 'a text / the number 90',
  '1:30.5': 'a text / the number 90.5',
  '017': 'the number 17 / the number 15',
  '-010': 'the number -10 / the number -8',
}

describe('an unquoted value that YAML 1.1 reads as another', () => {
  for (const [value, words] of Object.entries(other)) {
    test(`is told: ${value}`, () => assert.equal(said(value), words))
  }
})

describe('nothing is said', () => {
  const same = [
    ...["'yes'", '"017"', '!!str yes', 'yES', 'y', 'n', 'yes!', '007', '00', '0', '10', '-5', '1.5', '1e3', '0o17'],
    ...['0xF0', '089', '00000429', '12:99', '1:2:3:4:60', '0:30', '10.0.0.1', '2024-01-31', 'true', '~', '_', '1__a'],
    ...['|\n    yes', '>-\n    017'],
  ]
  for (const value of same) {
    test(`of ${JSON.stringify(value)}`, () => assert.equal(said(value), null))
  }

  test('of metadata, a log source or a condition', () => {
    const text = ruleText('on: {A: x}\ncondition: on', 'Yes')
    const more = 'author: no\nid: off\ndescription: 12:30\nfalsepositives: [on]\nsimulation: {a: 017}\n'
    const { problems } = readRules(sourceOf('a.yml', `${text}${more}`))
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['W-ID'],
    )
  })
})

test('it is told of keywords, of filters and of the bounds of correlations', () => {
  const keyword = ruleText('s: [off, on, x]\ncondition: s')
  const filter = `title: F
logsource: {product: windows}
filter: {rules: any, s: {A|contains: no}, condition: not s}
`
  const correlation = `title: C
correlation: {type: event_count, rules: [a], timespan: 5m, condition: {gte: 010}}
`
  const spans = [keyword, filter, correlation].map((text) => {
    const { problems } = readRules(sourceOf('a.yml', text))
    return problems.filter(({ code }) => code === 'W-YAML11').map(({ span }) => text.slice(span.start, span.end))
  })
  assert.deepEqual(spans, [['off', 'on'], ['no'], ['010']])
})

test('where a flag is wanted, its hint says how it is written', () => {
  const { problems } = readRules(sourceOf('a.yml', ruleText('s: {A|exists: No}\ncondition: s')))
  assert.deepEqual(
    problems.map(({ code, hint }) => [code, hint]),
    [['E-EXISTS', 'Write false: in YAML 1.2 this is a text.']],
  )
})
