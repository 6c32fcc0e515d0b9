import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { edgesOf } from '../../../../generators/solver/edges.ts'
import type { Goal } from '../../../../generators/solver/goal.ts'
import { solve } from '../../../../generators/solver/solve.ts'
import { decideField } from '../../../../generators/solver/theory/decide-field.ts'
import { anything, type Domain, oneValue } from '../../../../generators/solver/theory/domain.ts'
import { isMet, type Literal } from '../../../../generators/solver/theory/literal.ts'
import { reaches } from '../../../../generators/solver/witness/confirm.ts'
import { type Fields, type Json, leavesOf, textOf } from '../../../../sigma/index.ts'
import { fc, manyRuns } from '../../../fast-check.ts'
import { ruleOf } from '../../rules.ts'
import { leafUnder } from './leaves.ts'

/** Around 2^53, where doubles begin to have gaps, and far beyond. */
const whole = [
  ...['9007199254740990', '9007199254740991', '9007199254740992', '9007199254740993', '9007199254740994'],
  ...['9007199254740995', '18446744073709551615', '18446744073709551616', '-9007199254740993'],
]
const keys = ['F', 'F', 'F|gt', 'F|gte', 'F|lt', 'F|lte']
const others = ['F: 0xF0', 'F: 0x20000000000001', 'F: 017', "F|contains: '9'", "F|re: '^9'", 'F: ~']

const leaves = [
  ...keys.flatMap((key) => whole.map((value) => [key, value] as const)),
  ...others.map((each) => {
    const [key = '', value = ''] = each.split(': ')
    return [key, value] as const
  }),
].map(([key, value]) => leafUnder(key, value))

const values: readonly Json[] = [
  ...whole,
  ...['0xF0', '0xf0', '0XF0', '240', '017', '17', '15', '0x20000000000001', '1', '9', '9007199254740993.5', ''],
  ...[17, 240, 9007199254740991, 0, 1.5, null],
]
const events: readonly Fields[] = [{}, ...values.map((F) => ({ F }))]

const literals = fc.array(fc.record({ leaf: fc.constantFrom(...leaves), matched: fc.boolean() }), {
  minLength: 1,
  maxLength: 4,
})

function decide(wanted: readonly Literal[], domain: Domain) {
  return decideField({ field: 'F', literals: wanted, domain, budget: { steps: 50_000, rounds: 40 }, chance: null })
}

describe('numbers that no double has', () => {
  for (const [world, domain] of [
    ['in logic', anything],
    ['of one value', oneValue],
  ] as const) {
    test(`are decided ${world} as by brute force`, () => {
      let proofs = 0
      fc.assert(
        fc.property(literals, (wanted) => {
          const decision = decide(wanted, domain)
          const meets = (fields: Fields) => wanted.every((literal) => isMet(literal, fields))
          if (decision.kind === 'value') assert.ok(meets({ F: decision.value }), JSON.stringify(decision.value))
          if (decision.kind === 'absent') assert.ok(meets({}))
          if (decision.kind !== 'impossible') return
          proofs += 1
          const refuted = events.find((fields) => decision.core.every((literal) => isMet(literal, fields)))
          assert.equal(refuted, undefined, JSON.stringify(refuted))
        }),
        { numRuns: manyRuns(1_000) },
      )
      assert.ok(proofs > 20)
    })
  }

  test('are told apart where their doubles are one', () => {
    const [one, other] = [leafUnder('F', '9007199254740993'), leafUnder('F', '9007199254740992')]
    const apart = decide(
      [
        { leaf: one, matched: true },
        { leaf: other, matched: false },
      ],
      oneValue,
    )
    assert.deepEqual(apart, { kind: 'value', value: '9007199254740993' })
    const both = decide(
      [
        { leaf: one, matched: true },
        { leaf: other, matched: true },
      ],
      oneValue,
    )
    assert.equal(both.kind, 'impossible')
  })

  test('lie between bounds that are two apart', () => {
    const between = [leafUnder('F|gt', '9007199254740992'), leafUnder('F|lt', '9007199254740994')]
    assert.deepEqual(
      decide(
        between.map((leaf) => ({ leaf, matched: true })),
        oneValue,
      ),
      {
        kind: 'value',
        value: '9007199254740993',
      },
    )
  })
})

test('stand in events that are read again as what they were', () => {
  const rule = ruleOf(`title: X
logsource: {product: zeek, service: conn}
detection:
  sel: {Keywords: 9232379236109516801, Size|gt: 9007199254740993, Mask: 0xF0}
  filter: {Size|gte: 9007199254740997}
  condition: sel and not filter
`)
  const leaves = rule.identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)])
  const goals: readonly Goal[] = [
    { kind: 'fires' },
    { kind: 'suppressed', filters: ['filter'] },
    ...leaves.flatMap((leaf) => edgesOf(leaf).map((edge): Goal => ({ kind: 'boundary', leaf: leaf.id, edge }))),
  ]
  const sizes = goals.map((goal) => {
    const answer = solve([rule], goal, { count: 1, chance: 'x', seed: 'sigmaproof' })
    const [event] = answer.kind === 'unknown' ? [] : answer.events
    assert.ok(event, JSON.stringify(goal))
    assert.deepEqual(JSON.parse(JSON.stringify(event.fields)), event.fields)
    for (const value of Object.values(event.fields)) assert.ok(typeof value !== 'number' || Number.isSafeInteger(value))
    assert.ok(reaches([rule], goal, event))
    return [textOf(event.fields.Keywords ?? null), textOf(event.fields.Size ?? null)].join(' ')
  })
  // The numbers' own edges, then those of the bound, each with every digit.
  assert.deepEqual(sizes.slice(2, 8), [
    '9232379236109516801 9007199254740996',
    '9232379236109516800 9007199254740996',
    '9232379236109516802 9007199254740996',
    '9232379236109516801 9007199254740993',
    '9232379236109516801 9007199254740992',
    '9232379236109516801 9007199254740994',
  ])
})
