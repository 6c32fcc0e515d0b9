import assert from 'node:assert/strict'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readReport } from '../../reports/index.ts'
import { schemaFaults } from '../reports/schema.ts'
import { curlRule, temporaryProject } from './temporary-project.ts'

const oneScenario = `Feature: Download with curl

  Scenario: Curl by a user
    Given the rule "Download With Curl"
    And a process creation event with:
      | Image | C:\\\\tools\\\\curl.exe |
      | User  | CONTOSO\\\\nina         |
    Then the rule fires
`

const file = 'out/suggestions/rules/curl.feature'

test('test --suggest prints what is missing, and running it leaves nothing to suggest', async () => {
  const project = temporaryProject({ 'rules/curl.yml': curlRule, 'features/curl.feature': oneScenario })
  const reportOf = () => readReport(project.read('out/report.json'), 'out/report.json')
  const withoutRun = () => JSON.stringify({ ...reportOf(), run: null })

  const first = await project.run('test', '--suggest')
  assert.equal(first.code, 0, first.stderr)
  assert.match(first.stdout, /Then the rule is suppressed by filter_main_updater/)
  assert.match(first.stderr, /^Suggestions: out\/suggestions\/$/m)
  const cold = reportOf()
  assert.deepEqual(schemaFaults(cold), [])
  const [suggested, ...others] = cold.suggestions
  assert.deepEqual(others, [])
  assert.deepEqual(suggested?.open, [])
  const uncovered = cold.rules.flatMap(({ points }) => points.filter(({ observations }) => observations.length === 0))
  const covered = new Set(suggested?.scenarios.flatMap(({ points }) => points))
  assert.deepEqual([...covered].sort(), uncovered.map(({ id }) => id).sort())
  for (const { text } of suggested?.scenarios ?? []) {
    assert.ok(first.stdout.includes(text))
    assert.ok(project.read(file).includes(text))
  }

  const coldText = withoutRun()
  const second = await project.run('test', '--suggest')
  assert.equal(second.stdout, first.stdout)
  assert.equal(withoutRun(), coldText)

  project.put({ 'features/suggested.feature': project.read(file), 'out/suggestions/own.feature': 'Feature: Own\n' })
  const third = await project.run('test', '--suggest')
  assert.equal(third.code, 0, third.stderr)
  assert.deepEqual(reportOf().suggestions, [])
  assert.match(third.stdout, /^Nothing to suggest: every point that an event can cover is covered\.$/m)
  assert.match(project.read('out/html/index.html'), /Nothing to suggest/)
  assert.equal(existsSync(join(project.root, file)), false)
  assert.equal(project.read('out/suggestions/own.feature'), 'Feature: Own\n')
})

test('nothing is suggested unasked, and a rule of hostile names can be suggested for', async () => {
  const rule = curlRule
    .replace('Download With Curl', `"Curl \\e[31m \\"quoted\\" and 'quoted' <Image>"`)
    .replaceAll('filter_main_updater', `filter | odd`)
    .replace('selection and not filter | odd', 'selection and not 1 of filter*')
    .replace(`'\\curl.exe'`, `'\\cu|rl<value>.exe'`)
  const project = temporaryProject({
    'rules/a "b".yml': rule,
    'features/none.feature': oneScenario.slice(0, oneScenario.indexOf('Given')),
  })
  const { stdout: unasked, stderr } = await project.run('test')
  assert.doesNotMatch(stderr, /Suggestions/)
  assert.doesNotMatch(unasked + project.read('out/html/index.html'), /Nothing to suggest/)
  assert.deepEqual(readReport(project.read('out/report.json'), 'out/report.json').suggestions, [])

  await project.run('test', '--suggest')
  const path = readReport(project.read('out/report.json'), 'out/report.json').suggestions[0]?.rule
  assert.equal(path, 'rules/a "b".yml')
  const text = project.read('out/suggestions/rules/a -b-.feature')
  project.put({ 'features/none.feature': text })
  const { code, stdout, stderr: told } = await project.run('test', '--suggest')
  assert.equal(code, 0, `${told}\n${stdout}\n${text}`)
  assert.deepEqual(readReport(project.read('out/report.json'), 'out/report.json').suggestions, [])
})

test('suggestions that are run where they lie stay, and so do those that were edited', async () => {
  const project = temporaryProject({ 'rules/curl.yml': curlRule, 'features/curl.feature': oneScenario })
  assert.equal((await project.run('test', '--suggest')).code, 0)
  const suggested = project.read(file)
  for (const named of ['out/suggestions', file, 'out/**/*.feature']) {
    const { code, stderr } = await project.run('test', named, '--suggest')
    assert.equal(code, 0, stderr)
    assert.equal(project.read(file), suggested, named)
    assert.match(stderr, /^out\/suggestions\/rules\/curl\.feature stays as it is/m)
  }
  const { code, stderr } = await project.runHere('report', 'out/messages.ndjson')
  assert.equal(code, 0, stderr)
  assert.equal(project.read(file), suggested)

  const edited = `${suggested}\n  # a word of mine\n`
  project.put({ [file]: edited })
  const again = await project.run('test', '--suggest')
  assert.match(again.stderr, /^out\/suggestions\/rules\/curl\.feature stays as it is/m)
  assert.equal(project.read(file), edited)
  assert.equal((await project.run('test')).code, 0)
  assert.equal(project.read(file), edited)

  rmSync(join(project.root, file))
  await project.run('test', '--suggest')
  assert.equal(project.read(file), suggested)
  await project.run('test')
  assert.equal(existsSync(join(project.root, file)), false, 'as it was written it goes')
})
