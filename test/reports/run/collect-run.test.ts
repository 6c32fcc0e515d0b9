import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodiesOf, collectRun } from '../../../reports/index.ts'
import { runMessages } from '../message-factory.ts'

const ours = 'application/vnd.test+json'

test('scenarios stand by uri and line, an Examples row on its own line, paths with /', () => {
  const { scenarios } = collectRun(runMessages([{ pickle: 'p2' }, { pickle: 'p1' }]))
  assert.deepEqual(
    scenarios.map(({ uri, line, name, status }) => [uri, line, name, status]),
    [
      ['features/a.feature', 3, 'Plain', 'passed'],
      ['features/a.feature', 15, 'In Oslo', 'not-run'],
      ['features/a.feature', 16, 'In Bergen', 'passed'],
    ],
  )
  assert.deepEqual(scenarios[2]?.outline, { line: 10, name: 'In <city>', row: [{ name: 'city', value: 'Bergen' }] })
  assert.deepEqual(scenarios[0]?.steps, [
    { line: 2, text: 'step b1', table: [] },
    { line: 4, text: 'step s1-1', table: [] },
  ])
  assert.deepEqual(scenarios[0]?.tags, ['@slow'])
})

test('only our attachments, in their order, from either encoding', () => {
  const base64 = Buffer.from('zwei ü').toString('base64')
  const attachments = [
    { mediaType: ours, body: 'one' },
    { mediaType: 'text/plain', body: 'other' },
    { mediaType: ours, body: base64, encoding: 'BASE64' },
  ]
  const [scenario] = collectRun(runMessages([{ pickle: 'p1', attachments }])).scenarios
  assert.ok(scenario)
  assert.deepEqual(bodiesOf(scenario, ours), ['one', 'zwei ü'])
})

test('of a retried scenario the last attempt alone counts', () => {
  const messages = runMessages([
    { pickle: 'p1', statuses: ['FAILED'], retried: true, attachments: [{ mediaType: ours, body: 'first' }] },
    { pickle: 'p1', number: 1, attachments: [{ mediaType: ours, body: 'second' }], worker: '3' },
  ])
  const { scenarios, run } = collectRun(messages)
  assert.equal(scenarios[0]?.status, 'passed')
  assert.deepEqual(scenarios[0]?.attached, [{ mediaType: ours, body: 'second' }])
  assert.deepEqual(run.scenarios, [{ uri: 'features/a.feature', line: 3, attempts: 2, milliseconds: 7, worker: '3' }])
})

for (const [statuses, wanted] of [
  [['PASSED', 'FAILED', 'SKIPPED'], 'failed'],
  [['PASSED', 'UNDEFINED', 'SKIPPED'], 'undefined'],
  [['PASSED', 'PENDING'], 'pending'],
  [['SKIPPED'], 'skipped'],
  [[], 'unknown'],
] as const) {
  test(`steps ${statuses.join(', ')} make a scenario ${wanted}`, () => {
    assert.equal(collectRun(runMessages([{ pickle: 'p1', statuses }])).scenarios[0]?.status, wanted)
  })
}

test('versions stand in the run', () => {
  assert.deepEqual(collectRun(runMessages([])).run.versions, { 'cucumber-js': '13', 'node.js': '24', linux: '' })
})
