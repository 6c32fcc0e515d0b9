import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join, relative, sep } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { curlFeature, curlRule, type Project, temporaryProject } from './temporary-project.ts'

const manifest = createRequire(import.meta.url).resolve('@cucumber/cucumber/package.json')
const cucumber = join(manifest, '../bin/cucumber.js')

/** Two features, so that there is an order and something to share out. */
function project(): Project {
  const made = temporaryProject({
    'rules/windows/curl.yml': curlRule,
    'features/curl.feature': curlFeature,
    'features/more.feature': `${curlFeature.replace('Feature: Download', 'Feature: More download')}
  Scenario: Made from the rule
    Given a matching event
    When its User is each of:
      | CONTOSO\\\\nina | CONTOSO\\\\paul |
    Then the rule fires
`,
  })
  const ours = (path: string): string =>
    relative(made.root, fileURLToPath(new URL(`../../${path}`, import.meta.url)))
      .split(sep)
      .join('/')
  const configuration = {
    import: [ours('steps/index.ts')],
    format: [
      [`./${ours('reports/formatters/cucumber-formatter.ts')}`, 'out/summary.txt'],
      ['message', 'plain.ndjson'],
    ],
  }
  made.put({ 'cucumber.json': JSON.stringify({ default: configuration }) })
  return made
}

function reportOf(made: Project): string {
  const report: unknown = JSON.parse(made.read('out/report.json'))
  assert.ok(typeof report === 'object' && report !== null && 'run' in report)
  return JSON.stringify({ ...report, run: null })
}

function cucumberJs(made: Project, ...argv: readonly string[]): number | null {
  return spawnSync(process.execPath, [cucumber, ...argv], { cwd: made.root }).status
}

test('plain cucumber-js gives the same report, in any order and in parallel, and so do its saved messages', async () => {
  const made = project()
  assert.equal((await made.run('test')).code, 0)
  const wanted = reportOf(made)
  for (const argv of [[], ['--order', 'random'], ['--parallel', '2']]) {
    made.put({ 'out/report.json': '{"run":"stale"}' })
    assert.equal(cucumberJs(made, ...argv), 0)
    assert.equal(reportOf(made), wanted, argv.join(' '))
    made.put({ 'out/report.json': '{"run":"stale"}' })
    assert.equal((await made.runHere('report', 'plain.ndjson')).code, 0)
    assert.equal(reportOf(made), wanted, `saved messages ${argv.join(' ')}`)
  }
})

test('plain cucumber-js turns red where sigmaproof does', async () => {
  const made = project()
  made.put({ 'features/wrong.feature': curlFeature.replace('Then the rule fires', 'Then the rule is silent') })
  assert.equal((await made.run('test')).code, 1)
  assert.equal(cucumberJs(made), 1)
})

test('plain cucumber-js turns red on a rule that cannot be read', () => {
  const made = project()
  made.put({ 'rules/bad.yml': 'title: [' })
  assert.equal(cucumberJs(made), 1)
})
