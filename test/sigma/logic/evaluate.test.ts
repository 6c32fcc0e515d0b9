import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  type Evidence,
  evaluateRule,
  eventOf,
  type Fields,
  fieldsFor,
  fieldValue,
  flattenEvent,
  type Json,
  judge,
  leafMatches,
} from '../../../sigma/index.ts'
import { logSourceFits } from '../../../sigma/log-source.ts'
import { fc, manyRuns } from '../../fast-check.ts'
import { detectingRule, leavesIn } from '../rule-text.ts'

describe('the reason of a leaf', () => {
  const reasons: readonly (readonly [entry: string, event: Fields, reason: string, actual?: Json])[] = [
    ['A: x', { A: 'X' }, 'matched', 'X'],
    ['A: x', {}, 'field-absent'],
    ['A: x', { A: null }, 'field-null', null],
    ['A: x', { A: 'y' }, 'value-differs', 'y'],
    ['A|cased: x', { A: 'X' }, 'case-differs', 'X'],
    ['A|cased|contains: x', { A: ['a', 'bXb'] }, 'case-differs', ['a', 'bXb']],
    ['A|cased: x', { A: 'y' }, 'value-differs', 'y'],
    ['A|re: x', { A: 'X' }, 'case-differs', 'X'],
    ['A|re: x', { A: 'y' }, 'value-differs', 'y'],
    ['A|re: x', {}, 'field-absent'],
    ['A: ~', {}, 'matched'],
    ['A: ~', { A: '' }, 'field-present', ''],
    ['A|exists: true', {}, 'field-absent'],
    ['A|exists: false', { A: null }, 'field-present', null],
    ['A|cidr: 10.0.0.0/8', { A: '11.0.0.1' }, 'value-differs', '11.0.0.1'],
    ['A|cidr: 10.0.0.0/8', { A: 'host' }, 'not-an-address', 'host'],
    ['A|gt: 5', { A: 'x' }, 'not-a-number', 'x'],
    ['A|gt: 5', { A: '4' }, 'value-differs', '4'],
    ['A|hour: 5', { A: 'noon' }, 'not-a-time', 'noon'],
    ['A|hour: 5', { A: '2024-01-01' }, 'value-differs', '2024-01-01'],
    ['A|fieldref: B', { A: 'x' }, 'other-field-absent', 'x'],
    ['A|fieldref: B', { A: 'x', B: null }, 'other-field-absent', 'x'],
    ['A|fieldref: B', { B: 'x' }, 'field-absent'],
    ['A|fieldref: B', { A: 'x', B: 'y' }, 'value-differs', 'x'],
    ['A|fieldref|cased: B', { A: 'x', B: 'X' }, 'case-differs', 'x'],
    ['A: 5', { A: '05' }, 'value-differs', '05'],
    ['A: true', { A: 1 }, 'value-differs', 1],
    ["'|all': [x, x]", { A: 'y' }, 'no-keyword'],
    ["'|re': x", { A: { b: ['x'] } }, 'matched'],
  ]
  for (const [entry, event, reason, actual] of reasons) {
    test(`${reason} for ${entry} on ${JSON.stringify(event)}`, () => {
      const rule = detectingRule(`s: {${entry}}\ncondition: s`)
      const [leaf] = leavesOfEvidence(evaluateRule(rule, eventOf(event)).condition)
      assert.deepEqual(leaf, {
        kind: 'leaf',
        node: leavesIn(rule)[0]?.id,
        matched: reason === 'matched',
        reason,
        actual,
      })
    })
  }
})

function leavesOfEvidence(evidence: Evidence): readonly Evidence[] {
  return evidence.kind === 'leaf' ? [evidence] : evidence.children.flatMap(leavesOfEvidence)
}

describe('evidence', () => {
  const rule = detectingRule(`s: {A: [x, y], B|neq: z}
t: {C: 1}
u: [k]
condition: s or not t`)

  test('mirrors the whole tree, decided or not, used or not', () => {
    const { condition, identifiers } = evaluateRule(rule, eventOf({ A: 'x' }))
    const shape = (evidence: Evidence): unknown =>
      evidence.kind === 'leaf'
        ? [evidence.node, evidence.matched]
        : [evidence.node, evidence.matched, evidence.children.map(shape)]
    const s = [
      's',
      true,
      [
        [
          's/A',
          true,
          [
            ['s/A/x', true],
            ['s/A/y', false],
          ],
        ],
        ['s/B|neq', true, [['s/B|neq/z', false]]],
      ],
    ]
    const t = ['t/C', false, [['t/C/1', false]]]
    assert.deepEqual(shape(condition), [
      'condition',
      true,
      [
        ['condition/0', true, [s]],
        ['condition/1', true, [['condition/1/0', false, [t]]]],
      ],
    ])
    assert.deepEqual([...identifiers.keys()], ['s', 't', 'u'])
    assert.deepEqual([...identifiers.values()].map(shape), [s, t, ['u', false, [['u/k', false]]]])
  })
})

describe('fieldValue', () => {
  const lookups: readonly (readonly [name: string, event: Fields, value: Json | undefined])[] = [
    ['A', { A: null }, null],
    ['a', { A: 1 }, undefined],
    ['a.b', { 'a.b': 1, a: { b: 2 } }, 1],
    ['a.b', { a: { b: [1, 2] } }, [1, 2]],
    ['a.b', { a: [{ b: 1 }, { c: 2 }, 'x', null, [{ b: 3 }]] }, [1, 3]],
    ['a.b', { a: [{ b: null }] }, null],
    ['a.b', { a: [] }, undefined],
    ['a.length', { a: [1] }, undefined],
    ['constructor', {}, undefined],
    ['a.constructor', { a: {} }, undefined],
    ['', { '': 1 }, 1],
  ]
  for (const [name, event, value] of lookups) {
    test(`'${name}' in ${JSON.stringify(event)}`, () => assert.deepEqual(fieldValue(event, name), value))
  }
})

describe('any event', () => {
  const rule = detectingRule(`text: {A|contains: [x, '*', 'a?b', '']}
same: {A|fieldref: B, a.b|exists: true}
numbers: {A|gte: 1, A: [5, true]}
others: {A|cidr: '::/0', B|re: '(a|b)*$', B|hour|lt: 12, A|neq: ~, A|cased: X}
words: [evil, 6]
condition: 1 of *`)
  const name = fc.oneof(
    fc.constantFrom('A', 'B', 'a', 'a.b', '__proto__', 'constructor', 'EventID', 'Event', 'System'),
    fc.string(),
  )
  const { event } = fc.letrec<{ event: Json }>((tie) => ({
    event: fc.oneof(
      { maxDepth: 4 },
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.double(),
        fc.boolean(),
        fc.constant(null),
        fc.constantFrom('::1', '5', 'x'),
      ),
      fc.array(tie('event'), { maxLength: 3 }),
      fc.dictionary(name, tie('event'), { maxKeys: 5, noNullPrototype: true }),
    ),
  }))

  test('is answered, alike by every way of asking', () => {
    fc.assert(
      fc.property(event, (json) => {
        const read = flattenEvent(json)
        const leaves = [...evaluateRule(rule, read).identifiers.values()].flatMap(leavesOfEvidence)
        assert.deepEqual(
          leaves.map(({ matched }) => matched),
          leavesIn(rule).map((leaf) => leafMatches(leaf, fieldsFor(rule.logsource, read))),
        )
        assert.equal(logSourceFits(rule.logsource, read).fits, judge(rule, read).verdict.kind !== 'wrong-log-source')
      }),
      { numRuns: manyRuns(1000) },
    )
  })

  test('may be deeper than the stack', () => {
    const deep: Json = JSON.parse(`${'[{"b":'.repeat(20_000)}"evil"${'}]'.repeat(20_000)}`)
    const { identifiers } = evaluateRule(
      rule,
      eventOf({ A: deep, a: deep, B: JSON.parse(`${'['.repeat(50_000)}1${']'.repeat(50_000)}`) }),
    )
    assert.equal(identifiers.get('words')?.matched, true)
  })

  test('may be huge under a hostile expression', () => {
    const hostile = detectingRule("s: {A|re: '(a*)*b|(a|a)*c|(a|aa)+$'}\ncondition: s")
    assert.equal(evaluateRule(hostile, eventOf({ A: `${'a'.repeat(100_000)}!` })).condition.matched, false)
  })
})
