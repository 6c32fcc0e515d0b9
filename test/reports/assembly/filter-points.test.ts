import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Coverage, observationMediaType, observationText } from '../../../measures/index.ts'
import { suggestionReports } from '../../../reports/assembly/suggestion-reports.ts'
import {
  assembleReport,
  type CollectedScenario,
  formatHtml,
  formatTerminal,
  type Report,
  type ReportParts,
  type RuleReport,
} from '../../../reports/index.ts'
import type { Expectation, Fields } from '../../../sigma/index.ts'
import { filteredRules, filterPath, ruleTitled } from '../../measures/filtered-rules.ts'
import { anEvent, anObservation } from '../../measures/observation-factory.ts'
import { schemaFaults } from '../schema.ts'

const filter = "job:\n    User: 'CONTOSO\\backup'\n    Image|endswith: '\\tar.exe'\ncondition: not job"
const set = filteredRules({ A: 'DestinationPort: 22', B: 'SourcePort: 1', C: 'SourcePort: 3' }, filter)
const suppressed: Expectation = { kind: 'suppressed', filters: ['Backup'] }
const fires: Expectation = { kind: 'fires' }
const backup = { User: 'CONTOSO\\backup', Image: 'C:\\tar.exe' }

const ofA = scenario(3, 'A', suppressed, { DestinationPort: 22, ...backup })
const ofB = scenario(9, 'B', fires, { SourcePort: 1, User: 'CONTOSO\\nina', Image: 'C:\\tar.exe' })

test('a filter document covered in one rule is a finding in none, and keeps to the schema', () => {
  const report = assembled([ofA, ofB])
  assert.deepEqual(schemaFaults(report), [])
  const told = report.findings.filter(({ kind }) => kind === 'uncovered').filter(({ path }) => path === filterPath)
  assert.ok(!told.some((finding) => 'point' in finding && finding.point === 'detections/Backup/suppressing'))
  const points = ruleIn(report, 'B').points.filter(({ id }) => id === 'detections/Backup/suppressing')
  assert.deepEqual(
    points.map(({ observations, ofFilter }) => [observations, ofFilter?.rule]),
    [[[0], 'rules/a.yml']],
  )
})

test('what is uncovered in all of its rules is told, asked for next and suggested once', () => {
  const report = assembled([ofB], { thresholds: [wanted(null)] })
  const told = report.findings.flatMap((finding) =>
    finding.kind === 'uncovered' && finding.path === filterPath ? [[finding.rule, finding.point]] : [],
  )
  assert.ok(told.length > 3)
  assert.ok(told.every(([rule]) => rule === 'rules/b.yml'))
  assert.equal(new Set(told.map(([, point]) => point)).size, told.length)
  const next = report.next.flatMap(({ rule, points }) => points.map(({ point }) => ({ rule, point })))
  assert.deepEqual(
    next.filter(({ point }) => point.includes('/Backup/')).map(({ rule }) => rule),
    ['rules/b.yml', 'rules/b.yml'],
  )
  const covers = report.suggestions.flatMap(({ rule, scenarios }) => scenarios.map(({ points }) => ({ rule, points })))
  const asking = covers.filter(({ points }) => points.some((point) => point.includes('/Backup/')))
  assert.deepEqual([...new Set(asking.map(({ rule }) => rule))], ['rules/b.yml'])
})

test('nothing of a filter document is suggested where a scenario of another rule covers it', () => {
  const report = assembled([ofA, ofB, scenario(15, 'C', fires, { SourcePort: 3, User: 'u', Image: 'x' })])
  const asked = report.suggestions.flatMap(({ scenarios, open }) => [
    ...scenarios.flatMap(({ points }) => points),
    ...open.map(({ point }) => point),
  ])
  assert.ok(asked.length > 0)
  assert.ok(!asked.includes('detections/Backup/suppressing'))
  assert.ok(!asked.includes('mcdc/Backup/job/User/CONTOSO\\backup/true'))
})

test('a path below which none of the telling rules stands tells of it itself', () => {
  const { next } = assembled([ofB], { thresholds: [wanted('rules/c.yml')] })
  assert.deepEqual(
    next.map(({ rule }) => rule),
    ['rules/c.yml'],
  )
  assert.equal(next[0]?.points.filter(({ point }) => point.includes('/Backup/')).length, 2)
})

test('totals, groups and thresholds count it once; each rule counts it among its own', () => {
  const report = assembled([ofA, ofB], { thresholds: [wanted(null, 'values'), wanted('rules/c.yml', 'values')] })
  const values = report.rules.map(({ coverage }) => coverage.values)
  const own = report.rules.map(({ points }) => points.filter((p) => p.measure === 'values' && p.ofFilter === null))
  const [shared] = report.rules.map(({ points }) => points.filter((p) => p.measure === 'values' && p.ofFilter !== null))
  assert.equal(shared?.length, 4)
  const covered = (points: typeof shared) => points?.filter(({ observations }) => observations.length > 0).length ?? 0
  assert.deepEqual(
    values,
    own.map((points) => {
      const all = covered(points) + covered(shared)
      return { covered: all, read: all, total: points.length + 4 }
    }),
  )
  const all = {
    covered: own.reduce((sum, points) => sum + covered(points), 0) + covered(shared),
    total: own.flat().length + 4,
  }
  assert.deepEqual(report.totals.coverage.values, { ...all, read: all.covered })
  assert.deepEqual(report.groups.folders[0]?.coverage, report.totals.coverage)
  assert.deepEqual(
    report.thresholds.map(({ ratio }) => ratio),
    [all, { covered: values[2]?.covered, total: values[2]?.total }],
  )
})

test('a point proved impossible in all of its rules is one finding', () => {
  const never = filteredRules(
    { A: 'DestinationPort: 22', B: 'SourcePort: 1' },
    "job:\n    SourceIp: '::x'\ncondition: not job",
  )
  const observed = (line: number, title: string, fields: Fields) => scenario(line, title, fires, fields, never)
  const report = assembled(
    [
      observed(3, 'A', { DestinationPort: 22, SourceIp: '1.1.1.1' }),
      observed(9, 'B', { SourcePort: 1, SourceIp: '1.1.1.1' }),
    ],
    {},
    never,
  )
  const id = 'values/Backup/job/SourceIp/::x/matched'
  const told = report.findings.filter((finding) => 'point' in finding && finding.point === id)
  assert.deepEqual(
    told.map(({ kind, path }) => [kind, path]),
    [['impossible-here', filterPath]],
  )
  const { values } = report.totals.coverage
  assert.equal(values.total, 2 * 2 + 1)
})

test('the page marks no line of a rule for a filter document, and tells where the document stands', () => {
  const report = assembled([ofA, ofB])
  const html = formatHtml(report)
  const line = ruleIn(report, 'B').points.find(({ id }) => id === 'detections/Backup/true')?.place.line
  const rows = [...html.matchAll(/<tr id="[^"]*-L(\d+)" class="(\w+)"/g)].filter(
    ([, number]) => Number(number) === line,
  )
  assert.deepEqual(
    rows.map(([, , mark]) => mark),
    ['none', 'none', 'none'],
  )
  assert.match(
    html,
    /Backup <span class="role">filter document<\/span> <span class="path"[^>]*>filters\/backup\.yml:\d+</,
  )
  assert.match(formatTerminal(report, { columns: 120, colour: false }), /filters\/backup\.yml/)
})

function wanted(
  path: string | null,
  measure: 'detections' | 'values' = 'detections',
): NonNullable<ReportParts['thresholds']>[number] {
  return { measure, path, files: path === null ? null : new Set([path]), wanted: 100 }
}

function scenario(line: number, title: string, expected: Expectation, fields: Fields, of = set): CollectedScenario {
  const place = { uri: 'features/a.feature', name: `S${line}`, line, stepLine: line + 2, stepText: 'it holds' }
  return {
    uri: place.uri,
    line,
    feature: 'A',
    name: place.name,
    tags: [],
    status: 'passed',
    ours: true,
    skipped: null,
    outline: null,
    steps: [],
    attached: [
      {
        mediaType: observationMediaType,
        body: observationText(anObservation(ruleTitled(of, title), expected, [anEvent(fields)], { scenario: place })),
      },
    ],
  }
}

function assembled(scenarios: readonly CollectedScenario[], parts: Partial<ReportParts> = {}, of = set): Report {
  const { rules, correlations, problems, readings } = of
  const documents = [...rules, ...readings.flatMap(({ filters }) => filters)]
  return assembleReport({
    rules,
    correlations,
    problems,
    sources: new Map(documents.map(({ source }) => [source.path, source])),
    run: {
      scenarios,
      hasFailedHook: false,
      success: true,
      run: { started: null, finished: null, versions: {}, scenarios: [] },
    },
    seed: 'sigmaproof',
    suggest: ({ rules: found }: Coverage) => suggestionReports(rules, found, 'sigmaproof').reports,
    ...parts,
  })
}

function ruleIn({ rules }: Report, title: string): RuleReport {
  const rule = rules.find((each) => each.title === title)
  assert.ok(rule !== undefined)
  return rule
}
