import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { MutationOperator } from '../../../measures/index.ts'
import { correlationOperatorNames } from '../../../measures/mutation/correlation-operators/correlation-operators.ts'
import type { ReadMutant } from '../../../measures/mutation/mutant.ts'
import { correlatingHashOf } from '../../../measures/mutation/reading/correlating-hash.ts'
import { withReplacement } from '../../../measures/mutation/text/with-replacement.ts'
import { judgeCorrelation } from '../../../sigma/index.ts'
import { fc } from '../../fast-check.ts'
import { timeline } from '../../sigma/correlation/random-timeline.ts'
import { correlating, setWith, timed } from '../../sigma/correlation/timelines.ts'
import { mutantsIn } from './mutants-in.ts'

interface Case {
  readonly operator: MutationOperator
  /** The lines below `correlation`, indented by two. */
  readonly body: string
  /** What stands there instead, for every mutant of the operator in order. */
  readonly mutants: readonly string[]
}

const cases: readonly Case[] = [
  {
    operator: 'move-threshold',
    body: 'type: event_count\n  rules: ra\n  timespan: 1m\n  condition:\n    gte: 5 # why',
    mutants: [
      'type: event_count\n  rules: ra\n  timespan: 1m\n  condition:\n    gte: 4 # why',
      'type: event_count\n  rules: ra\n  timespan: 1m\n  condition:\n    gte: 6 # why',
    ],
  },
  {
    operator: 'move-threshold',
    body: 'type: event_count\n  rules: ra\n  timespan: 1m\n  condition: {gt: 2, lte: 4}',
    mutants: ['{gt: 1, lte: 4}', '{gt: 3, lte: 4}', '{gt: 2, lte: 3}', '{gt: 2, lte: 5}'].map(
      (condition) => `type: event_count\n  rules: ra\n  timespan: 1m\n  condition: ${condition}`,
    ),
  },
  {
    operator: 'move-threshold',
    body: 'type: value_avg\n  rules: ra\n  timespan: 1m\n  condition: {field: n, gt: 0.7}',
    mutants: ['0.6', '0.8'].map(
      (bound) => `type: value_avg\n  rules: ra\n  timespan: 1m\n  condition: {field: n, gt: ${bound}}`,
    ),
  },
  {
    operator: 'move-threshold',
    body: 'type: event_count\n  rules: ra\n  timespan: 1m\n  condition: {gte: 1}',
    mutants: ['type: event_count\n  rules: ra\n  timespan: 1m\n  condition: {gte: 2}'],
  },
  { operator: 'move-threshold', body: 'type: temporal\n  rules: [ra, rb]\n  timespan: 1m', mutants: [] },
  {
    operator: 'move-threshold',
    body: 'type: temporal_ordered\n  rules: [ra, rb]\n  timespan: 1m\n  condition: {gte: 2}',
    mutants: ['type: temporal_ordered\n  rules: [ra, rb]\n  timespan: 1m\n  condition: {gte: 3}'],
  },
  ...[
    ['10m', '5m', '20m'],
    ['15m', '450s', '30m'],
    ['1h', '30m', '2h'],
    ['1d', '12h', '2d'],
    ['5s', '2s', '10s'],
    ['3d', '36h', '6d'],
    ['"10m"', '"5m"', '"20m"'],
    ["'7m' # why", "'210s' # why", "'14m' # why"],
    ['"\\x31m"', '"30s"', '"2m"'],
    ['2w', '1w', '4w'],
    ['1w', '84h', '2w'],
  ].map(
    ([own = '', ...others]): Case => ({
      operator: 'resize-timespan',
      body: `type: temporal\n  rules: [ra, rb]\n  timespan: ${own}`,
      mutants: others.map((other) => `type: temporal\n  rules: [ra, rb]\n  timespan: ${other}`),
    }),
  ),
  {
    operator: 'resize-timespan',
    body: 'type: temporal\n  rules: [ra, rb]\n  timespan: 1s',
    mutants: ['type: temporal\n  rules: [ra, rb]\n  timespan: 2s'],
  },
  {
    operator: 'resize-timespan',
    body: 'type: temporal\n  rules: [ra, rb]\n  timespan: 1m\n  condition: ra or rb',
    mutants: [],
  },
  {
    operator: 'drop-group-field',
    body: 'type: temporal\n  rules: [ra, rb]\n  group-by: u\n  timespan: 1m',
    mutants: ['type: temporal\n  rules: [ra, rb]\n  timespan: 1m'],
  },
  {
    operator: 'drop-group-field',
    body: 'type: temporal\n  rules: [ra, rb]\n  group-by:\n    - u\n  timespan: 1m',
    mutants: ['type: temporal\n  rules: [ra, rb]\n  timespan: 1m'],
  },
  {
    operator: 'drop-group-field',
    body: 'type: temporal\n  rules: [ra, rb]\n  group-by:\n    - u # who\n    - v\n  timespan: 1m',
    mutants: ['    - v\n', '    - u # who\n'].map(
      (fields) => `type: temporal\n  rules: [ra, rb]\n  group-by:\n${fields}  timespan: 1m`,
    ),
  },
  {
    operator: 'drop-group-field',
    body: 'type: temporal\n  rules: [ra, rb]\n  group-by: [u, v, u]\n  timespan: 1m',
    mutants: ['type: temporal\n  rules: [ra, rb]\n  group-by: [u, u]\n  timespan: 1m'],
  },
  { operator: 'drop-group-field', body: 'type: temporal\n  rules: [ra, rb]\n  timespan: 1m', mutants: [] },
  {
    operator: 'drop-referred-rule',
    body: 'type: temporal\n  rules:\n    - ra\n    - rb\n    - rc\n  timespan: 1m',
    mutants: ['    - rb\n    - rc\n', '    - ra\n    - rc\n', '    - ra\n    - rb\n'].map(
      (rules) => `type: temporal\n  rules:\n${rules}  timespan: 1m`,
    ),
  },
  {
    operator: 'drop-referred-rule',
    body: 'type: event_count\n  rules: [ra, rb]\n  timespan: 1m\n  condition: {gte: 2}',
    mutants: ['[rb]', '[ra]'].map(
      (rules) => `type: event_count\n  rules: ${rules}\n  timespan: 1m\n  condition: {gte: 2}`,
    ),
  },
  { operator: 'drop-referred-rule', body: 'type: temporal\n  rules: ra\n  timespan: 1m', mutants: [] },
  {
    operator: 'drop-referred-rule',
    body: 'type: temporal\n  timespan: 1m\n  condition: ra and (rb or not rc)',
    mutants: ['rb or not rc', 'ra and not rc', 'ra and rb'].map(
      (condition) => `type: temporal\n  timespan: 1m\n  condition: ${condition}`,
    ),
  },
  {
    operator: 'drop-referred-rule',
    body: 'type: temporal\n  timespan: 1m\n  condition: not (ra or (rb and (rc or ra)))',
    mutants: ['not (rb and rc)', 'not (ra or rc or ra)', 'not (ra or rb and ra)'].map(
      (condition) => `type: temporal\n  timespan: 1m\n  condition: ${condition}`,
    ),
  },
  {
    operator: 'drop-referred-rule',
    body: "type: temporal\n  rules: [ra, rb]\n  timespan: 1m # why\n  condition: 'ra and rb'",
    mutants: ['rb', 'ra'].map(
      (rule) => `type: temporal\n  rules: [${rule}]\n  timespan: 1m # why\n  condition: '${rule}'`,
    ),
  },
  {
    operator: 'drop-referred-rule',
    body: 'type: temporal\n  rules: [ra, rb]\n  timespan: 1m\n  aliases:\n    who:\n      ra: u\n      rb: v\n    what:\n      rb: n\n  group-by: who',
    mutants: [
      'type: temporal\n  rules: [rb]\n  timespan: 1m\n  aliases:\n    who:\n      rb: v\n    what:\n      rb: n\n  group-by: who',
      'type: temporal\n  rules: [ra]\n  timespan: 1m\n  aliases:\n    who:\n      ra: u\n  group-by: who',
    ],
  },
  {
    operator: 'drop-referred-rule',
    body: 'type: temporal\n  rules: [ra, rb]\n  timespan: 1m\n  aliases: {who: {ra: u}, what: {ra: n}}\n  group-by: u',
    mutants: [
      'type: temporal\n  rules: [rb]\n  timespan: 1m\n  group-by: u',
      'type: temporal\n  rules: [ra]\n  timespan: 1m\n  aliases: {who: {ra: u}, what: {ra: n}}\n  group-by: u',
    ],
  },
  {
    operator: 'drop-referred-rule',
    body: 'type: temporal\n  rules: [ra, rb]\n  timespan: 1m\n  aliases: {a: {ra: u}, b: {ra: n}, c: {rb: n}}',
    mutants: [
      'type: temporal\n  rules: [rb]\n  timespan: 1m\n  aliases: {c: {rb: n}}',
      'type: temporal\n  rules: [ra]\n  timespan: 1m\n  aliases: {a: {ra: u}, b: {ra: n}}',
    ],
  },
  {
    operator: 'swap-order',
    body: 'type: temporal\n  rules: [ra, rb]\n  timespan: 1m',
    mutants: ['type: temporal_ordered\n  rules: [ra, rb]\n  timespan: 1m'],
  },
  {
    operator: 'swap-order',
    body: 'type: "temporal_ordered" # why\n  rules: [ra, rb]\n  timespan: 1m',
    mutants: ['type: "temporal" # why\n  rules: [ra, rb]\n  timespan: 1m'],
  },
  { operator: 'swap-order', body: 'type: temporal_ordered\n  rules: ra\n  timespan: 1m', mutants: [] },
  {
    operator: 'swap-order',
    body: 'type: event_count\n  rules: [ra, rb]\n  timespan: 1m\n  condition: {gte: 2}',
    mutants: [],
  },
]

function mutantsOfBody(body: string): { readonly before: string; readonly mutants: readonly ReadMutant[] } {
  const before = `title: A correlation\ncorrelation:\n  ${body}\nlevel: low\n`
  const set = setWith(before)
  const correlation = set.correlations.at(-1)
  assert.ok(correlation, set.problems.map(({ message }) => message).join('; '))
  return { before, mutants: mutantsIn(correlation, set) }
}

describe('the operators of correlations', () => {
  for (const { operator, body, mutants } of cases) {
    test(`${operator}: ${body.replaceAll(/\s+/g, ' ')}`, () => {
      const { before, mutants: all } = mutantsOfBody(body)
      const own = all.filter(({ mutant }) => mutant.operator === operator)
      const start = setWith(before).correlations.at(-1)?.source.text ?? ''
      const texts = own.map(({ mutant }) => withReplacement(start, mutant.replacement))
      const prefix = start.slice(0, start.length - before.length)
      assert.deepEqual(
        texts,
        mutants.map((each) => `${prefix}title: A correlation\ncorrelation:\n  ${each}\nlevel: low\n`),
      )
      for (const { mutant, reading } of own) assert.equal(reading.kind, 'changed', JSON.stringify(mutant))
    })
  }

  test('have a case each', () => {
    assert.deepEqual(new Set(cases.map(({ operator }) => operator)), new Set(correlationOperatorNames))
  })

  test('give their mutants names of content, each its own', () => {
    const { mutants } = mutantsOfBody(
      'type: temporal\n  rules: [ra, rb]\n  group-by: [u, v]\n  timespan: 2m\n  condition: {gte: 2}',
    )
    assert.deepEqual(
      mutants.map(({ mutant }) => mutant.id),
      [
        'move-threshold/condition/gte/2/lower',
        'move-threshold/condition/gte/2/higher',
        'resize-timespan/timespan/2m/halved',
        'resize-timespan/timespan/2m/doubled',
        'drop-group-field/group-by/u',
        'drop-group-field/group-by/v',
        'drop-referred-rule/rules/ra',
        'drop-referred-rule/rules/rb',
        'swap-order/type',
      ],
    )
  })

  test('take a document with names in two spellings as it is: what cannot be read is no mutant of account', () => {
    const body =
      'type: temporal\n  rules: [ra, 1c0fe5ae-1c5b-4f8c-9d21-4c54e0f4ab10]\n  timespan: 1m\n  condition: ra and rd'
    const rd =
      'title: Rule rd\nname: rd\nid: 1c0fe5ae-1c5b-4f8c-9d21-4c54e0f4ab10\nlogsource: {product: windows}\ndetection: {sel: {matches: rd}, condition: sel}\n'
    const set = setWith(rd, `title: A correlation\ncorrelation:\n  ${body}\n`)
    const correlation = set.correlations.at(-1)
    assert.ok(correlation)
    const kinds = mutantsIn(correlation, set)
      .filter(({ mutant }) => mutant.operator === 'drop-referred-rule')
      .map(({ reading }) => reading.kind)
    assert.deepEqual(kinds, ['changed', 'unreadable'])
  })
})

const operator = fc.constantFrom('gt', 'gte', 'lt', 'lte', 'eq', 'neq')
const bounds = fc.dictionary(operator, fc.constantFrom(0, 1, 1.5, 2, 3), {
  minKeys: 1,
  maxKeys: 2,
  noNullPrototype: true,
})
/** Of two correlations; often the same, in other words. */
const fields = fc.constantFrom(
  [undefined, undefined],
  [['u'], ['u', 'u']],
  [
    ['u', 'v'],
    ['v', 'u'],
  ],
  [['u'], ['u', 'v']],
)
const lengths = fc.constantFrom([9, 9], [5, 5], [1, 9])

test('correlations of one hash fire alike, whatever happens', () => {
  const types = ['event_count', 'value_count', 'temporal', 'temporal_ordered', 'value_sum', 'value_avg'] as const
  let found = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...types),
      fc.subarray(['ra', 'rb', 'rc'], { minLength: 1 }),
      fc.tuple(bounds, bounds),
      fields,
      lengths,
      timeline,
      (type, rules, conditions, groupBys, seconds, events) => {
        const [first, second] = ([0, 1] as const).map((at) => {
          const condition = type.startsWith('value') ? { field: 'n', ...conditions[at] } : conditions[at]
          const map = { type, rules, condition, timespan: `${seconds[at]}s`, 'group-by': groupBys[at] }
          const { set, correlation } = correlating(JSON.stringify(map))
          const { matches } = judgeCorrelation(set, correlation, timed(events))
          return {
            hash: correlatingHashOf(correlation),
            times: matches.map(({ time, trigger }) => [time, trigger.event]),
          }
        })
        if (first?.hash !== second?.hash) return
        found += 1
        assert.deepEqual(first?.times, second?.times)
      },
    ),
    { numRuns: 3_000 },
  )
  assert.ok(found > 50, `${found} pairs of one hash`)
})
