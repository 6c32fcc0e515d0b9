import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Coverage, cover, coverageOf, isRulePoint, pointsOf, provePoints } from '../../measures/index.ts'
import { proverOf } from '../../measures/prove-point.ts'
import { jsonOfProofs, type Proof, type Proofs, proofsIn } from '../../proofs/index.ts'
import type { Fields, Rule } from '../../sigma/index.ts'
import { fc } from '../fast-check.ts'
import { anEvent, anObservation, expectedOf, passed } from './observation-factory.ts'
import { aRule } from './rule-factory.ts'

/** One value never decides, as the other matches with it; one filter can never match what this log source writes. */
const rule = aRule(`selection:
    Image|endswith:
        - '\\a.exe'
        - '\\b\\a.exe'
filter:
    SourceIp: '::1'
condition: selection and not filter`)

function coverageAfter(subject: Rule, ...events: readonly Fields[]): Coverage {
  const observations = events.map((fields) =>
    passed(anObservation(subject, expectedOf(subject, fields), [anEvent(fields)])),
  )
  return cover({ rules: [subject], correlations: [] }, observations)
}

function impossibleIn(coverage: Coverage): readonly string[] {
  return coverage.rules.flatMap(({ points }) =>
    points.flatMap(({ point, impossible }) => (impossible === null ? [] : [`${impossible.world} ${point.id}`])),
  )
}

const proven = [
  'source detections/filter/true',
  'source detections/filter/suppressing',
  'source values/filter/SourceIp/::1/matched',
  'logic mcdc/selection/Image|endswith/\\b\\a.exe/true',
  'source mcdc/filter/SourceIp/::1/true',
]

describe('proofs of uncovered points', () => {
  test('take them out of the denominator, with world and reason', () => {
    const { coverage } = provePoints([rule], coverageAfter(rule, { Image: 'C:\\c.exe', SourceIp: '10.0.0.1' }))
    assert.deepEqual(impossibleIn(coverage), proven)
    const [of] = coverage.rules
    assert.deepEqual(coverageOf(of?.points ?? [], 'mcdc'), { covered: 2, read: 2, total: 4 })
    assert.deepEqual(coverageOf(of?.points ?? [], 'detections'), { covered: 2, read: 2, total: 3 })
    const filter = of?.points.find(({ point }) => point.id === 'values/filter/SourceIp/::1/matched')
    assert.match(filter?.impossible?.reason ?? '', /SourceIp.*'::1' never matches/)
  })

  test('say of a rule that never fires whether the catalogue has every event that could', () => {
    const reasonOf = (subject: Rule, fields: Fields) => {
      const { coverage } = provePoints([subject], coverageAfter(subject, fields))
      const points = coverage.rules.flatMap((each) => each.points)
      return points.find(({ point }) => point.id === 'outcomes/fires')?.impossible?.reason ?? null
    }
    const dead = aRule('selection:\n    Image: x\n    LogonType: 3\ncondition: selection')
    assert.match(
      reasonOf(dead, { Image: 'x' }) ?? '',
      /^no event of the catalogue fires it: LogonType.* never matches; Sysmon event \d+ .* has no field LogonType \(schema\)$/,
    )
    const alive = aRule('selection:\n    Image: x\n    ProcessId: 4\ncondition: selection')
    assert.equal(reasonOf(alive, { Image: 'x' }), null)
  })

  test('are asked for only where the rule was observed at all', () => {
    const { coverage, proofs } = provePoints([rule], coverageAfter(rule))
    assert.deepEqual(impossibleIn(coverage), [])
    assert.equal(proofs.size, 0)
  })

  test('tell how many points were asked about, of how many', () => {
    const told: (readonly [asked: number, all: number])[] = []
    const before = coverageAfter(rule, { Image: 'C:\\c.exe', SourceIp: '10.0.0.1' })
    provePoints([rule, aRule('selection: { Image: x }\ncondition: selection', 'rules/other.yml')], before, {
      tell: (...numbers) => told.push(numbers),
    })
    const open = before.rules[0]?.points.filter(({ coveredBy }) => coveredBy.length === 0).length ?? 0
    assert.ok(open > 1)
    assert.deepEqual(
      told,
      Array.from({ length: open }, (_, asked) => [asked, open]),
    )
  })

  test('leave a point alone that an event covers all the same', () => {
    const { coverage } = provePoints([rule], coverageAfter(rule, { Image: 'C:\\a.exe', SourceIp: '::1' }))
    const point = coverage.rules[0]?.points.find((each) => each.point.id === 'detections/filter/true')
    assert.deepEqual([point?.coveredBy, point?.impossible], [[0], null])
  })

  test('are the same from memory, through JSON, and spare the solver', () => {
    const before = coverageAfter(rule, { Image: 'C:\\c.exe' })
    const cold = provePoints([rule], before)
    const known = proofsIn(JSON.parse(JSON.stringify(jsonOfProofs(cold.proofs))))
    assert.deepEqual(provePoints([rule], before, { known }), cold)
    const remembered: Proof = { kind: 'unknown', limit: 'as remembered' }
    const told = new Map([
      [rule.meaning, new Map([...(known.get(rule.meaning) ?? [])].map(([id]) => [id, remembered]))],
    ])
    const points = provePoints([rule], before, { known: told }).coverage.rules[0]?.points ?? []
    const open = points.filter(({ coveredBy }) => coveredBy.length === 0)
    assert.ok(open.length > 0 && open.every(({ unknown }) => unknown === 'as remembered'))
  })

  test('that say more than can be are not believed, and what is no proof is asked again', () => {
    const before = coverageAfter(rule, { Image: 'C:\\a.exe', SourceIp: '10.0.0.1' })
    const wrong: Proofs = new Map([[rule.meaning, new Map<string, Proof>([['outcomes/fires', logic]])]])
    assert.equal(provePoints([rule], before, { known: wrong }).coverage.rules[0]?.points[0]?.impossible, null)
    const damaged = {
      [rule.meaning]: { 'outcomes/silent': { kind: 'impossible', world: 'x' }, a: 1 },
      b: [],
    }
    assert.deepEqual([...(proofsIn(damaged).get(rule.meaning) ?? [])], [])
    assert.deepEqual(provePoints([rule], before, { known: proofsIn(damaged) }), provePoints([rule], before))
  })

  test('an unused identifier has leaves that decide nothing, by logic', () => {
    const unused = aRule(`selection:
    Image: a
unused:
    Image|endswith: b
condition: selection`)
    const { coverage } = provePoints([unused], coverageAfter(unused, { Image: 'a' }))
    assert.deepEqual(impossibleIn(coverage), [
      'logic mcdc/unused/Image|endswith/b/true',
      'logic mcdc/unused/Image|endswith/b/false',
    ])
  })

  test('never contradict an event', () => {
    const rules = [
      `selection:
    A|contains: [a, ab, b]
    B: [a, b]
filter_one:
    A|startswith: a
filter_two:
    B: a
    A|endswith: ab
condition: selection and not 1 of filter_*`,
      `one:
    A: [a, b]
two:
    A: [b, ab]
condition: one or not two`,
    ].map((detection) => aRule(detection))
    const text = fc.constantFrom('a', 'b', 'ab', 'ba', 'aab')
    fc.assert(
      fc.property(fc.constantFrom(...rules), text, text, (subject, A, B) => {
        const [of] = coverageAfter(subject, { A, B }).rules
        const prove = proverOf(subject)
        for (const { point, coveredBy } of of?.points ?? []) {
          assert.ok(isRulePoint(point))
          const proof = prove(point)
          if (coveredBy.length === 0 || proof.kind !== 'impossible') continue
          assert.equal(proof.world, 'source', `${point.id} on ${A}, ${B}`)
        }
      }),
      { numRuns: 20 },
    )
  })

  test('say the same of a rule with many values, whatever was asked first', () => {
    const values = Array.from({ length: 60 }, (_, index) => `        - host${index}.example.com`).join('\n')
    const many = aRule(`selection:
    DestinationHostname|endswith:
${values}
        - a.host7.example.com
condition: selection`)
    const points = pointsOf(many)
    const [forward, backward] = [proverOf(many), proverOf(many)]
    const last = [...points].reverse().map((point) => [point.id, backward(point)] as const)
    assert.deepEqual(
      points.map((point) => [point.id, forward(point)] as const),
      [...last].reverse(),
    )
    const deciding = new Map(last).get('mcdc/selection/DestinationHostname|endswith/a.host7.example.com/true')
    assert.equal(deciding?.kind, 'impossible')
  })
})

const logic: Proof = { kind: 'impossible', world: 'logic', reason: '' }
