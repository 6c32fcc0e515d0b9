import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { coverageGroups } from '../../../reports/assembly/coverage-groups.ts'
import { nextPoints } from '../../../reports/assembly/next-points.ts'
import { thresholdReports } from '../../../reports/assembly/threshold-reports.ts'
import type { RuleReport } from '../../../reports/document/report.ts'
import { formatTerminal } from '../../../reports/index.ts'
import { aReport, aRule } from '../report-factory.ts'

const ratios = (covered: number, total: number) => {
  const ratio = { covered, read: covered, total }
  return { outcomes: ratio, detections: ratio, values: ratio, mcdc: ratio }
}
const one = aRule({ key: 'rules/windows/one.yml', tags: ['attack.t1', 'car.1'], coverage: ratios(3, 4) })
const two = aRule({ key: 'rules/linux/two.yml', tags: ['attack.t1', 'attack.t1'], coverage: ratios(0, 2) })
const empty = aRule({ key: 'rules/empty.yml', tags: [], coverage: ratios(0, 0), points: [] })
const rules = [empty, two, one]
const fileOf = ({ key }: RuleReport) => key
const all = { measure: 'mcdc', path: null, files: null } as const

describe('thresholds', () => {
  test('are met by counts, not by rounded ratios; what has nothing to cover meets any', () => {
    const met = (wanted: number, of: readonly RuleReport[] = rules) =>
      thresholdReports(of, [{ ...all, wanted }], {}, fileOf)[0]?.met
    assert.deepEqual([met(50), met(50.01), met(100, [empty]), met(100, [one])], [true, false, true, false])
    const [large] = thresholdReports([aRule({ coverage: ratios(999, 1000) })], [{ ...all, wanted: 100 }], {}, fileOf)
    assert.equal(large?.met, false)
  })

  test('are met by no points of which every one was proved impossible', () => {
    const impossible = { world: 'source', reason: 'never written' } as const
    const points = aRule().points.map((point) => ({ ...point, observations: [], impossible }))
    const dead = aRule({ key: 'rules/dead.yml', coverage: ratios(0, 0), points })
    const wanted = (of: readonly RuleReport[]) =>
      thresholdReports(of, [{ ...all, measure: 'values', wanted: 100 }], { suppression: true }, fileOf)
    assert.deepEqual(
      wanted([dead]).map(({ measure, met, proved, ratio }) => [measure, met, proved, ratio.total]),
      [
        ['values', false, true, 0],
        ['suppression', false, true, 0],
      ],
    )
    assert.deepEqual(
      wanted([empty]).map(({ met, proved }) => [met, proved]),
      [
        [true, false],
        [true, false],
      ],
    )
  })

  test('count what nobody has read only where that is asked for', () => {
    const points = aRule().points.map((point) => ({ ...point, observations: [0], unread: true }))
    const ratio = { covered: 4, read: 1, total: 4 }
    const coverage = { outcomes: ratio, detections: ratio, values: ratio, mcdc: ratio }
    const unread = aRule({ coverage, points })
    const met = (counts: boolean) =>
      thresholdReports([unread], [{ ...all, wanted: 50 }], { scenarios: true }, fileOf, counts).map((each) => each.met)
    assert.deepEqual(
      [met(false), met(true)],
      [
        [false, false],
        [true, true],
      ],
    )
  })

  test('of a path count its rules only', () => {
    const files = new Set(['rules/windows/one.yml'])
    const [of] = thresholdReports(rules, [{ ...all, path: 'rules/windows', files, wanted: 75 }], {}, fileOf)
    assert.deepEqual([of?.ratio, of?.rules, of?.met], [{ covered: 3, total: 4 }, ['rules/windows/one.yml'], true])
  })

  test('that every rule has scenarios count rules; a filter that can suppress nothing is not asked for', () => {
    const impossible = { world: 'source', reason: 'never' } as const
    const freed = aRule({
      points: one.points.map((point) => (point.id.endsWith('/suppressing') ? { ...point, impossible } : point)),
    })
    const [scenarios, suppression] = thresholdReports([one, freed], [], { scenarios: true, suppression: true }, fileOf)
    assert.deepEqual([scenarios?.ratio, scenarios?.met], [{ covered: 2, total: 2 }, true])
    assert.deepEqual([suppression?.ratio, suppression?.met], [{ covered: 0, total: 1 }, false])
    assert.deepEqual([scenarios?.lacking, suppression?.lacking], [[], [one.key]])
  })

  test('name the rules that lack what every rule must have, the first five', () => {
    const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `rules/${name}.yml`)
    const poor = keys.map((key) => aRule({ ...one, key, title: `Rule ${key}` }))
    const thresholds = thresholdReports(poor, [], { suppression: true }, fileOf)
    const text = formatTerminal(aReport({ rules: poor, thresholds }), { columns: 1000, colour: false })
    assert.match(text, /; missing for "Rule rules\/a\.yml", "Rule rules\/b\.yml", .* "Rule rules\/e\.yml" and 2 more\n/)
  })
})

describe('what to cover next', () => {
  const missed = thresholdReports([one], [{ ...all, measure: 'values', wanted: 100 }], {}, fileOf)
  const open = one.points.filter((point) => point.measure === 'values' && point.observations.length === 0)

  test('is nothing where every threshold is met', () => {
    assert.deepEqual(
      nextPoints(rules, thresholdReports([one], [{ ...all, wanted: 1 }], {}, fileOf), () => new Map()),
      [],
    )
  })

  test('is the nearest first, then what nothing came near, in the order written', () => {
    assert.ok(open.length > 3)
    const ids = open.map(({ id }) => id)
    const [next] = nextPoints(
      [one],
      missed,
      () =>
        new Map([
          [ids[2] ?? '', 2],
          [ids[3] ?? '', 0],
        ]),
    )
    assert.deepEqual(
      next?.points.map(({ point, distance }) => [point, distance]),
      [[ids[3], 0], [ids[2], 2], [ids[0], null], [ids[1], null], ...ids.slice(4).map((id) => [id, null])],
    )
  })

  test('is printed with its place, at most ten of a rule', () => {
    const [point] = open
    assert.ok(point !== undefined)
    const points = Array.from({ length: 14 }, (_, index) => ({ ...point, id: `p${index}` }))
    const next = [{ rule: one.key, points: points.map(({ id }, index) => ({ point: id, distance: index })) }]
    const findings = points.map(({ id }) => {
      return { kind: 'uncovered', path: 'a', line: 1, rule: one.key, point: id, text: 'told', unknown: null } as const
    })
    const report = aReport({ rules: [{ ...one, points }], next, thresholds: missed, findings })
    const text = formatTerminal(report, { columns: 200, colour: false })
    const place = `${point.place.path}:${point.place.line}`
    assert.equal(text.slice(text.indexOf('To cover next')).split(place).length - 1, 10)
    assert.match(text, /and 4 more/)
    assert.equal(text.slice(0, text.indexOf('To cover next')).includes('uncovered'), false)
    assert.match(text, /\(1 value away\)/)
    assert.match(text, /✗ values 75 % \(3\/4\), 100 % wanted/)
  })
})

test('coverage is summed up by tag and by folder, everything below it included', () => {
  const { tags, folders } = coverageGroups(rules, fileOf)
  const told = (groups: typeof tags) =>
    groups.map(({ name, rules: count, coverage }) => [name, count, coverage.mcdc.covered, coverage.mcdc.total])
  assert.deepEqual(told(tags), [
    ['attack.t1', 2, 3, 6],
    ['car.1', 1, 3, 4],
  ])
  assert.deepEqual(told(folders), [
    ['rules', 3, 3, 6],
    ['rules/linux', 1, 0, 2],
    ['rules/windows', 1, 3, 4],
  ])
})
