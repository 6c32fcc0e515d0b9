import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Coverage, type CoveredPoint, cover, provePoints, type RunObservation } from '../../measures/index.ts'
import type { Proofs } from '../../proofs/index.ts'
import { type Expectation, type Fields, meaningOf, type RuleSet } from '../../sigma/index.ts'
import { filteredRules, filterPath, ruleTitled } from './filtered-rules.ts'
import { anEvent, anObservation, passed } from './observation-factory.ts'

const set = filteredRules(
  { A: 'DestinationPort: 22', B: 'SourcePort: 1', C: 'Image: c' },
  "job:\n    User: 'CONTOSO\\backup'\ncondition: not job",
)
const suppressed: Expectation = { kind: 'suppressed', filters: ['Backup'] }
const fires: Expectation = { kind: 'fires' }
const backup = { User: 'CONTOSO\\backup' }

describe('the points of a filter document', () => {
  test('are covered in every rule that it applies to when they are covered in one', () => {
    const coverage = coverageOf(set, ['A', suppressed, { DestinationPort: 22, ...backup }])
    const covered = [
      'detections/Backup/true',
      'detections/Backup/suppressing',
      'values/Backup/job/User/CONTOSO\\backup/matched',
      'mcdc/Backup/job/User/CONTOSO\\backup/true',
    ]
    for (const title of ['A', 'B', 'C']) {
      const points = pointsOf(coverage, set, title).filter(({ ofFilter }) => ofFilter !== null)
      assert.equal(points.length, 3 + 2 + 2)
      assert.deepEqual(
        points.filter(({ coveredBy }) => coveredBy.length > 0).map(({ point }) => point.id),
        covered,
      )
      for (const { coveredBy } of points) assert.ok(coveredBy.every((position) => position === 0))
    }
  })

  test('leave the points that a rule has of its own alone', () => {
    const coverage = coverageOf(set, ['A', suppressed, { DestinationPort: 22, ...backup }])
    const own = pointsOf(coverage, set, 'B').filter(({ ofFilter }) => ofFilter === null)
    assert.equal(own.length, 2 + 2 + 2 + 2)
    assert.ok(own.every(({ coveredBy }) => coveredBy.length === 0))
  })

  test('gather the observations of all rules, and count where they were covered first', () => {
    const coverage = coverageOf(
      set,
      ['B', fires, { SourcePort: 1 }],
      ['A', suppressed, { DestinationPort: 22, ...backup }],
      ['C', suppressed, { Image: 'c', ...backup }],
    )
    const point = pointIn(coverage, set, 'B', 'detections/Backup/suppressing')
    assert.deepEqual([point.coveredBy, point.ofFilter?.rule], [[1, 2], 'rules/a.yml'])
    assert.equal(point.ofFilter?.id, `${filterPath} detections/suppressing`)
    assert.deepEqual(pointIn(coverage, set, 'C', 'detections/Backup/suppressing'), point)
  })

  test('count, uncovered, in the first rule that was observed', () => {
    const coverage = coverageOf(set, ['B', fires, { SourcePort: 1 }])
    assert.equal(pointIn(coverage, set, 'A', 'detections/Backup/suppressing').ofFilter?.rule, 'rules/b.yml')
    assert.equal(pointIn(coverageOf(set), set, 'B', 'detections/Backup/true').ofFilter?.rule, 'rules/a.yml')
  })

  test('are the same under whatever name a rule knows the filter by', () => {
    const filter = 'job:\n    User: u\ncondition: not job'
    const [one] = filteredRules({ A: 'DestinationPort: 22' }, filter).rules
    const [other] = filteredRules({ B: 'SourcePort: 1' }, filter, 'Backup').rules
    assert.ok(one !== undefined && other !== undefined)
    const coverage = cover({ rules: [one, other], correlations: [] }, [
      passed(anObservation(one, fires, [anEvent({ DestinationPort: 22 })])),
    ])
    const ids = coverage.rules.map(({ points }) => points.flatMap(({ ofFilter }) => ofFilter?.id ?? []))
    assert.deepEqual(ids[1], ids[0])
    assert.equal(ids[0]?.length, 7)
    const covered = coverage.rules.map(({ points }) =>
      points
        .filter(({ ofFilter, coveredBy }) => ofFilter !== null && coveredBy.length > 0)
        .map(({ point }) => point.id),
    )
    assert.deepEqual(covered[1], [
      'detections/Backup~02/false',
      'values/Backup~02/job/User/u/unmatched',
      'mcdc/Backup~02/job/User/u/false',
    ])
  })
})

describe('proofs of the points of a filter document', () => {
  const matched = 'values/Backup/job/DestinationPort/22/matched'
  // In B the port is 80, so that the filter's value never matches where it matters; in A it may.
  const filter = 'job:\n    DestinationPort: 22\ncondition: not job'
  const decides = 'mcdc/Backup/job/DestinationPort/22/true'

  test('hold when they hold in every rule that it applies to, as far as the weakest of them', () => {
    const absent = 'job:\n    DestinationPort|exists: false\ncondition: not job'
    const id = 'mcdc/Backup/job/DestinationPort|exists/false/true'
    const worldsIn = (fields: Readonly<Record<string, string>>, ...fired: readonly (readonly [string, Fields])[]) => {
      const of = filteredRules(fields, absent)
      const observed = coverageOf(of, ...fired.map(([title, event]) => [title, fires, event] as const))
      const { coverage } = provePoints(of.rules, observed)
      return Object.keys(fields).map((title) => pointIn(coverage, of, title, id).impossible?.world)
    }
    const b = ['B', { DestinationPort: 80 }] as const
    const d = ['D', { Image: 'd', DestinationPort: 8080 }] as const
    assert.deepEqual(worldsIn({ B: 'DestinationPort: 80' }, b), ['logic'])
    assert.deepEqual(worldsIn({ D: 'Image: d' }, d), ['source'])
    assert.deepEqual(worldsIn({ B: 'DestinationPort: 80', D: 'Image: d' }, b, d), ['source', 'source'])
  })

  test('are none where one rule could cover the point: there it is counted, and it is open in all', () => {
    const both = filteredRules({ B: 'DestinationPort: 80', Z: 'Image: z' }, filter)
    const observed = coverageOf(both, ['B', fires, { DestinationPort: 80 }], ['Z', fires, { Image: 'z' }])
    const { coverage } = provePoints(both.rules, observed)
    for (const title of ['B', 'Z']) {
      const { impossible, unknown, ofFilter } = pointIn(coverage, both, title, decides)
      assert.deepEqual([impossible, unknown, ofFilter?.rule], [null, null, 'rules/z.yml'])
    }
  })

  test('are none where a rule has no tests: it is not asked about, and nothing is left out for it', () => {
    const both = filteredRules({ B: 'DestinationPort: 80', D: 'DestinationPort: 8080' }, filter)
    const { coverage, proofs } = provePoints(both.rules, coverageOf(both, ['B', fires, { DestinationPort: 80 }]))
    const { impossible, ofFilter } = pointIn(coverage, both, 'B', decides)
    assert.deepEqual([impossible, ofFilter?.rule], [null, 'rules/d.yml'])
    assert.ok(!proofs.has(meaningOf(ruleTitled(both, 'D'))))
  })

  test('are asked once for all rules, and told so', () => {
    const told: (readonly [asked: number, all: number])[] = []
    const observed = coverageOf(set, ['A', fires, { DestinationPort: 22 }], ['B', fires, { SourcePort: 1 }])
    provePoints(set.rules, observed, { tell: (...numbers) => told.push(numbers) })
    const open = (title: string) => pointsOf(observed, set, title).filter(({ coveredBy }) => coveredBy.length === 0)
    const own = [...open('A'), ...open('B')].filter(({ ofFilter }) => ofFilter === null)
    const all = own.length + open('A').length - open('A').filter(({ ofFilter }) => ofFilter === null).length
    assert.deepEqual(
      told,
      Array.from({ length: all }, (_, asked) => [asked, all]),
    )
  })

  test('that hold in one rule do not contradict an observation of another, but one of the same', () => {
    const both = filteredRules({ B: 'DestinationPort: 80', Z: 'Image: z' }, filter)
    const impossible = { kind: 'impossible', world: 'logic', reason: '' } as const
    const known: Proofs = new Map([[meaningOf(ruleTitled(both, 'B')), new Map([[decides, impossible]])]])
    const observed = coverageOf(both, ['Z', suppressed, { Image: 'z', DestinationPort: 22 }])
    const { coverage } = provePoints(both.rules, observed, { known })
    assert.deepEqual(pointIn(coverage, both, 'B', decides).coveredBy, [0])
    assert.equal(pointIn(coverage, both, 'B', matched).impossible, null)
  })

  test('are the same from memory', () => {
    const both = filteredRules({ B: 'DestinationPort: 80', Z: 'Image: z' }, filter)
    const observed = coverageOf(both, ['B', fires, { DestinationPort: 80 }], ['Z', fires, { Image: 'z' }])
    const cold = provePoints(both.rules, observed)
    assert.deepEqual(provePoints(both.rules, observed, { known: cold.proofs }), cold)
  })
})

function coverageOf(
  of: RuleSet,
  ...observations: readonly (readonly [title: string, expected: Expectation, fields: Fields])[]
): Coverage {
  return cover(
    of,
    observations.map(
      ([title, expected, fields]): RunObservation =>
        passed(anObservation(ruleTitled(of, title), expected, [anEvent(fields)])),
    ),
  )
}

function pointsOf({ rules }: Coverage, of: RuleSet, title: string): readonly CoveredPoint[] {
  return rules.find(({ rule }) => rule === ruleTitled(of, title).key)?.points ?? []
}

function pointIn(coverage: Coverage, of: RuleSet, title: string, id: string): CoveredPoint {
  const found = pointsOf(coverage, of, title).find(({ point }) => point.id === id)
  assert.ok(found !== undefined, id)
  return found
}
