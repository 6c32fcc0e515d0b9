import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { pathsForCucumber } from '../../project/features/feature-paths.ts'
import { curlFeature, curlRule, temporaryProject } from './temporary-project.ts'

const rules = { 'rules/[win]/curl.yml': curlRule }

describe('a path that exists is that path, whatever its characters', () => {
  const cases: readonly (readonly [string, string, readonly string[], number])[] = [
    ['a file', 'features/[win]/x.feature', ['features/[win]/x.feature'], 3],
    ['a file with a line', 'features/[win]/x.feature', ['features/[win]/x.feature:6'], 1],
    ['a file with lines', 'features/{a,b}/x(1).feature', ['features/{a,b}/x(1).feature:6:12'], 2],
    ['a folder', 'features/[win]/deep/x.feature', ['features/[win]'], 3],
    ['a folder with a dot', 'features/v1.2/x.feature', ['features/v1.2/'], 3],
    ['below the folder that is looked in', 'features/[win]/x.feature', [], 3],
    ['a glob that is no path', 'features/w/x.feature', ['features/[win]/*.feature'], 3],
  ]
  for (const [about, path, argv, count] of cases) {
    test(about, async () => {
      const project = temporaryProject({ ...rules, [path]: curlFeature })
      const { code, stdout, stderr } = await project.run('test', '--rules', 'rules/[win]', ...argv)
      assert.equal(code, 0, stderr)
      assert.match(stdout, new RegExp(`: ${count} passed`))
    })
  }

  test('in the configuration, and beside what it would be as a glob', async () => {
    const project = temporaryProject({
      ...rules,
      'rules/w/other.yml': 'title: [',
      'features/[win]/x.feature': curlFeature,
      'features/w/x.feature': 'Feature: w\n\n  Scenario: w\n    Then nobody knows\n',
      'sigmaproof.yml': "rules: 'rules/[win]/curl.yml'\nfeatures: 'features/[win]/x.feature'\n",
    })
    const { code, stdout, stderr } = await project.run('test')
    assert.equal(code, 0, stderr)
    assert.match(stdout, /3 scenarios: 3 passed/)
    const line = await project.runHere('test', 'features/[win]/x.feature:6')
    assert.equal(line.code, 3)
    assert.match(
      line.stderr,
      /"features\/\[win\]\/x\.feature:6" is "features\/w\/x\.feature" as well when read as a glob/,
    )
  })

  test('for events, for what is checked, generated from and mutated', async () => {
    const project = temporaryProject({
      ...rules,
      'events/[1].ndjson': '{"Channel":"Microsoft-Windows-Sysmon/Operational","EventID":1,"Image":"C:\\\\curl.exe"}\n',
    })
    const replayed = await project.runHere('eval', 'events/[1].ndjson', '--rules', 'rules/[win]/curl.yml')
    assert.deepEqual([replayed.code, replayed.stdout.trim().split('\n').length], [0, 1], replayed.stderr)
    for (const argv of [
      ['check', 'rules/[win]'],
      ['generate', 'rules/[win]/curl.yml'],
    ]) {
      const { code, stderr } = await project.runHere(...argv)
      assert.equal(code, 0, stderr)
    }
  })
})

test('what does not exist is left to Cucumber, and so is a file of paths', () => {
  const { root } = temporaryProject({ '@rerun[1].txt': '' })
  const paths = ['features/**/*.feature', '@rerun[1].txt', 'x[1].feature:3']
  assert.deepEqual(pathsForCucumber(paths, root), paths)
})
