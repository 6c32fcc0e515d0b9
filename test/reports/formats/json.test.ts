import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatJson, ReportError, readReport } from '../../../reports/index.ts'
import { aReport } from '../report-factory.ts'
import { schemaFaults } from '../schema.ts'

test('the JSON is the report, with a line for each item and run at the end', () => {
  const report = aReport()
  const text = [...formatJson(report)].join('')
  assert.deepEqual(JSON.parse(text), report)
  const lines = text.split('\n')
  for (const event of report.events) assert.ok(lines.some((line) => line.startsWith(JSON.stringify(event))))
  assert.match(lines.at(-3) ?? '', /^"run": \{/)
})

test('an empty list and a property that JSON leaves out still give JSON', () => {
  const report = aReport({ rules: [], findings: [] })
  assert.deepEqual(JSON.parse([...formatJson(report)].join('')), report)
})

test('the published schema accepts the report', () => {
  assert.deepEqual(schemaFaults(aReport()), [])
})

test('the published schema refuses a missing and an unknown property', () => {
  const { seed, ...seedless } = aReport()
  assert.equal(seed, 'sigmaproof')
  assert.ok(schemaFaults(seedless).some((fault) => fault.includes("'seed'")))
  assert.ok(schemaFaults({ ...aReport(), extra: 1 }).length > 0)
})

test('a report is read back as it was written', () => {
  const report = aReport()
  assert.deepEqual(readReport([...formatJson(report)].join(''), 'out/report.json'), report)
})

test('what is no report of this version is refused by name', () => {
  for (const text of ['', '{', '[]', 'null', JSON.stringify({ ...aReport(), version: 99 })]) {
    assert.throws(
      () => readReport(text, 'out/report.json'),
      (error) => error instanceof ReportError && error.message.startsWith('out/report.json is no'),
    )
  }
})
