import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { before, suite, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Report } from '../../reports/index.ts'
import { readReport } from '../../reports/index.ts'
import { schemaFaults } from '../reports/schema.ts'
import { type Outcome, type Project, temporaryProject } from './temporary-project.ts'

const example = fileURLToPath(new URL('../../examples/correlations', import.meta.url))
const files = Object.fromEntries(
  globSync(`${example}/**/*.{yml,feature}`).map((path) => [
    relative(example, path).split(sep).join('/'),
    readFileSync(path, 'utf8'),
  ]),
)

suite('the example of correlations', () => {
  let project: Project
  let outcome: Outcome
  let report: Report

  before(async () => {
    project = temporaryProject(files)
    outcome = await project.run('test')
    report = readReport(project.read('out/report.json'), 'out/report.json')
  })

  test('holds', () => {
    assert.equal(outcome.code, 0, outcome.stderr)
  })

  test('makes a report by its schema in which correlations are rules of their own kind', () => {
    assert.deepEqual(schemaFaults(report), [])
    const correlations = report.rules.filter(({ kind }) => kind === 'correlation')
    assert.deepEqual(
      correlations.map(({ title, correlation }) => [title, correlation?.type]),
      [
        ['Password guessed', 'temporal_ordered'],
        ['Password guessing', 'event_count'],
        ['Password spraying', 'value_count'],
      ],
    )
  })

  test('covers every point of its rules and correlations', () => {
    const open = report.rules.flatMap(({ points }) => points.filter(({ observations }) => observations.length === 0))
    assert.deepEqual(open, [])
    const sums = report.rules.map(({ title, points }) => [title, points.length])
    assert.deepEqual(sums, [
      ['Failed logon', 8],
      ['Logon', 16],
      ['Password guessed', 9],
      ['Password guessing', 7],
      ['Password spraying', 7],
    ])
  })

  test('tells of every match when it was, for which group, and which events its window counted', () => {
    const firing = report.observations.flatMap((each) =>
      each.kind === 'correlation' && each.expected.kind === 'fires-only-for' ? [each] : [],
    )
    const [observation, ...others] = firing
    assert.ok(observation !== undefined && others.length === 0)
    const [match] = observation.matches
    assert.deepEqual(match?.group, [{ field: 'TargetUserName', text: 'bert' }])
    assert.deepEqual(match?.events, [4, 5, 6, 7, 8])
    assert.equal(match?.time, observation.events[8]?.time)
  })

  test('shows them on the terminal and on the page', () => {
    assert.match(outcome.stdout, /Password guessing +│ +\d+ +│/)
    assert.match(outcome.stdout, /event_count correlation over/)
    const page = project.read('out/html/index.html')
    assert.ok(page.includes('event_count correlation over 1 rule within 10m by TargetUserName'))
    assert.ok(page.includes('fires 2 ×'))
  })
})
