import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as library from '../index.ts'
import { apiReports } from './api/api-report.ts'

const reports = apiReports()

test('there is a report of each door of the package, and of nothing else', () => {
  const paths = globSync('api/*').map((path) => path.replaceAll('\\', '/'))
  assert.deepEqual(paths.sort(), reports.map(({ path }) => path).sort())
})

for (const { path, text } of reports) {
  test(`${path} has what its door offers, types too; "npm run refresh" writes it, and users notice`, () => {
    assert.equal(readFileSync(path, 'utf8'), text)
  })
}

test('what the library offers when it runs stands in its report', () => {
  const report = readFileSync('api/sigmaproof.md', 'utf8')
  assert.deepEqual(
    Object.keys(library).filter((name) => !report.includes(`\n- \`${name}\``)),
    [],
  )
})
