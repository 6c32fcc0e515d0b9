import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { curlRule, temporaryProject, withId } from './temporary-project.ts'

const warned = curlRule.replace('level: low', 'level: low\ndate: 2024/02/02')
const other = warned.replace('6f9c3c5e', '7f9c3c5e').replace('Download', 'Upload')
const broken = curlRule.replace('selection and', 'selction and').replace('6f9c3c5e', '8f9c3c5e')

/** What `check` tells, as `CODE path`. */
function toldIn(json: string): readonly string[] {
  return JSON.parse(json).problems.map((problem: { code: string; path: string }) => `${problem.code} ${problem.path}`)
}

describe('ignore in sigmaproof.yml', () => {
  const rules = {
    'rules/a.yml': warned,
    'rules/vendor/b.yml': other,
    'rules/c.yml': `${withId(curlRule, 12)}---\n${withId(warned, 13)}`,
  }
  const all = ['W-DATE rules/a.yml', 'W-DATE rules/c.yml', 'W-DATE rules/vendor/b.yml']
  const cases: readonly (readonly [rules: string | null, told: readonly string[]])[] = [
    [null, []],
    ['rules/vendor', [all[0] ?? '', all[1] ?? '']],
    ['rules/**/*.yml', []],
    ['rules/a.yml', [all[1] ?? '', all[2] ?? '']],
    ['./rules/a.yml', [all[1] ?? '', all[2] ?? '']],
    ['[rules/a.yml, "rules/c.yml#2"]', [all[2] ?? '']],
    ['7f9c3c5e-6f59-4c5d-8a75-8a1f0f3d7c11', [all[0] ?? '', all[1] ?? '']],
    ['rules/c.yml#1', [...all, 'W-IGNORE sigmaproof.yml']],
    ['nowhere', [...all, 'W-IGNORE sigmaproof.yml']],
  ]
  for (const [named, told] of cases) {
    test(`rules: ${named}`, async () => {
      const entry =
        named === null ? '' : `\n    rules: ${named.includes('#') && !named.startsWith('[') ? `"${named}"` : named}`
      const project = temporaryProject({
        ...rules,
        'sigmaproof.yml': `ignore:\n  - code: W-DATE${entry}\n    reason: old ones\n`,
      })
      const { stdout, code } = await project.runHere('check', '--format', 'json', '--strict')
      assert.deepEqual(toldIn(stdout), told)
      assert.equal(code, told.length > 0 ? 1 : 0)
      const { counts, suppressed } = JSON.parse(stdout)
      const count = 3 - told.filter((each) => each.startsWith('W-DATE')).length
      assert.deepEqual(counts.suppressed, { comment: 0, configuration: count, baseline: 0 })
      for (const { suppression } of suppressed) {
        assert.deepEqual(suppression, { by: 'configuration', reason: 'old ones', path: 'sigmaproof.yml', line: 2 })
      }
    })
  }

  test('an entry without use is told with its place, but not where only some rules are checked', async () => {
    const project = temporaryProject({
      ...rules,
      'sigmaproof.yml': 'ignore:\n  - { code: [W-DATE, W-TAG], rules: rules/a.yml, reason: old }\n',
    })
    const { stdout } = await project.runHere('check')
    assert.match(
      stdout,
      / {2}sigmaproof\.yml:2:\d+\n {6}the entry for W-TAG under "ignore" ignores nothing: there is no W-TAG in the rules it names/,
    )
    assert.doesNotMatch((await project.runHere('check', 'rules')).stdout, /W-IGNORE/)
  })

  const faults: readonly (readonly [yaml: string, message: RegExp])[] = [
    ['ignore: W-DATE', /sigmaproof\.yml:1:9: "ignore" takes a list of entries/],
    ['ignore:\n  - W-DATE', /:2:5: an entry of "ignore" is a map/],
    ['ignore:\n  - reason: x', /:2:5: "code" takes codes of warnings/],
    ['ignore:\n  - code: W-DATE', /:2:5: an entry of "ignore" needs a reason/],
    ['ignore:\n  - code: W-DATE\n    reason: ""', /:3:13: an entry of "ignore" needs a reason/],
    ['ignore:\n  - code: W-DAET\n    reason: x', /:2:11: there is no code 'W-DAET'\. Nearest: W-DATE/],
    ['ignore:\n  - code: E-REGEX\n    reason: x', /:2:11: E-REGEX rejects the rule and cannot be ignored/],
    ['ignore:\n  - code: W-DATE\n    reason: x\n    rules: []', /:4:12: "rules" takes a path, glob or id/],
    ['ignore:\n  - code: W-DATE\n    reason: x\n    rules:', /:4:11: "rules" takes a path, glob or id/],
    ['ignore:\n  - code: W-DATE\n    reason: x\n    rule: a', /:4:5: there is no key "rule"; nearest: rules/],
  ]
  for (const [yaml, message] of faults) {
    test(`${JSON.stringify(yaml)} is wrong, told with its place`, async () => {
      const project = temporaryProject({ 'rules/a.yml': curlRule, 'sigmaproof.yml': `${yaml}\n` })
      const { code, stderr } = await project.runHere('check')
      assert.equal(code, 3)
      assert.match(stderr, message)
    })
  }
})

describe('a baseline', () => {
  test('holds what is there, warnings and errors, and nothing of it is told again', async () => {
    const project = temporaryProject({ 'rules/a.yml': warned, 'rules/b.yml': broken })
    const written = await project.runHere('check', '--write-baseline', 'deep/base.json')
    assert.equal(written.code, 0)
    assert.match(
      written.stdout,
      /^1 rule read and 1 rejected in 2 files: no new problem\.\nNot told: 2 by the baseline\.\n$/,
    )
    const { code, stdout } = await project.runHere('check', '--baseline', 'deep/base.json', '--strict')
    assert.deepEqual([code, stdout], [0, written.stdout])
    assert.equal((await project.runHere('check')).code, 2)
  })

  test('tells what is new, and what is gone, with a count', async () => {
    const project = temporaryProject({ 'rules/a.yml': warned, 'rules/b.yml': broken })
    await project.runHere('check', '--write-baseline', 'base.json')
    project.put({
      'rules/b.yml': other,
      'rules/c.yml': broken.replace('8f9c3c5e', '9f9c3c5e').replace('Download', 'Side'),
    })
    const { code, stdout } = await project.runHere('check', '--baseline', 'base.json')
    assert.equal(code, 2)
    assert.match(stdout, /rules\/c\.yml:13:16/)
    assert.match(stdout, /rules\/b\.yml:15:7/)
    assert.doesNotMatch(stdout, /rules\/a\.yml/)
    assert.match(stdout, /^1 entry of base\.json matches no problem any more/m)
    const partly = await project.runHere('check', 'rules/a.yml', '--baseline', 'base.json')
    assert.doesNotMatch(partly.stdout, /any more/)
  })

  test('is merged line by line: one problem a line, sorted, the same every time', async () => {
    const project = temporaryProject({ 'rules/a.yml': warned, 'rules/b.yml': other })
    await project.runHere('check', '--write-baseline', 'base.json')
    const lines = project.read('base.json').split('\n')
    assert.deepEqual(lines.slice(3, 5), [
      '    {"rule":"rules/a.yml","name":"6f9c3c5e-6f59-4c5d-8a75-8a1f0f3d7c11","code":"W-DATE","at":"date","text":"2024/02/02"},',
      '    {"rule":"rules/b.yml","name":"7f9c3c5e-6f59-4c5d-8a75-8a1f0f3d7c11","code":"W-DATE","at":"date","text":"2024/02/02"}',
    ])
    await project.runHere('check', '--write-baseline', 'base.json')
    assert.deepEqual(project.read('base.json').split('\n'), lines)
  })

  test('is read with CRLF and a byte order mark', async () => {
    const project = temporaryProject({ 'rules/a.yml': warned })
    await project.runHere('check', '--write-baseline', 'base.json')
    project.put({ 'base.json': `\uFEFF${project.read('base.json').replaceAll('\n', '\r\n')}` })
    assert.equal((await project.runHere('check', '--baseline', 'base.json', '--strict')).code, 0)
  })

  const faults: readonly (readonly [text: string, message: RegExp])[] = [
    ['', /is no JSON/],
    ['<<<<<<< HEAD\n{"sigmaproofBaseline": 1}', /is no JSON/],
    ['[]', /is no baseline of sigmaproof/],
    ['{"problems": []}', /is no baseline of sigmaproof/],
    ['{"sigmaproofBaseline": 2, "problems": []}', /is of version 2, not 1/],
    ['{"sigmaproofBaseline": 1, "problems": {}}', /has no list under "problems"/],
    ['{"sigmaproofBaseline": 1, "problems": [{"rule": 5}]}', /has an entry that is none: number 1/],
  ]
  for (const [text, message] of faults) {
    test(`${JSON.stringify(text)} is an error that says what to do`, async () => {
      const project = temporaryProject({ 'rules/a.yml': warned, 'base.json': text })
      const { code, stderr } = await project.runHere('check', '--baseline', 'base.json')
      assert.equal(code, 3)
      assert.match(stderr, message)
      assert.match(stderr, /the baseline "base\.json" .*; write it with check --write-baseline/)
    })
  }
})
