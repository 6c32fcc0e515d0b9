import assert from 'node:assert/strict'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { before, suite, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { curlFeature, curlRule, type Files, type Project, temporaryProject } from './temporary-project.ts'

const cucumber = pathToFileURL(createRequire(import.meta.url).resolve('@cucumber/cucumber')).href

const support = `import { existsSync } from 'node:fs'
import cucumber from '${cucumber}'
cucumber.Before({ tags: '@flaky' }, () => { if (existsSync('broken')) throw new Error('no connection') })
`

/** Two features with a scenario outline, one scenario that fails as long as there is a file "broken". */
const files: Files = {
  'rules/windows/curl.yml': curlRule,
  'features/curl.feature': curlFeature.replace('  Scenario: Another', '  @flaky\n  Scenario: Another'),
  'features/more.feature': `${curlFeature.replace('Feature: Download', 'Feature: More download')}
  Scenario Outline: <user> starts it
    Given a matching event
    When its User is "<user>"
    Then the rule fires

    Examples:
      | user          |
      | CONTOSO\\\\nina |
      | CONTOSO\\\\paul |
`,
  'features/support/flaky.mjs': support,
}

function reportOf(project: Project, out: string): object {
  const report: unknown = JSON.parse(project.read(`${out}/report.json`))
  assert.ok(typeof report === 'object' && report !== null && 'run' in report)
  return { ...report, run: null }
}

function junitOf(project: Project, out: string): string {
  return project.read(`${out}/junit.xml`).replaceAll(/ (?:time|timestamp)="[^"]*"/g, '')
}

suite('sigmaproof report', () => {
  const project = temporaryProject(files)
  const whole = (name: string): string => project.read(name)
  const shards = ['s1', 's2', 's3'].map((folder) => `${folder}/messages.ndjson`)

  before(async () => {
    const runs = [
      ['--out', 'whole'],
      ...[1, 2, 3].map((index) => ['--out', `s${index}`, '--shard', `${index}/3`]),
      ['--out', 'jobs', '--jobs', '2'],
    ]
    const outcomes = await Promise.all(runs.map((argv) => project.run('test', ...argv)))
    for (const { code, stderr } of outcomes) assert.equal(code, 0, stderr)
  })

  test('three shards give the report of the whole, in any order, and Cucumber its own reports', async () => {
    for (const given of [shards, shards.toReversed()]) {
      const { code, stdout, stderr } = await project.runHere('report', ...given, '--out', 'merged')
      assert.equal(code, 0, stderr)
      assert.deepEqual(reportOf(project, 'merged'), reportOf(project, 'whole'))
      assert.equal(whole('merged/summary.txt'), whole('whole/summary.txt'))
      assert.equal(stdout, whole('whole/summary.txt'))
      assert.equal(junitOf(project, 'merged'), junitOf(project, 'whole'))
      assert.match(stderr, /8 scenarios \(8 passed\)/)
      assert.ok(existsSync(join(project.root, 'merged/html/index.html')))
      assert.match(whole('merged/cucumber/index.html'), /More download/)
    }
  })

  test('a merged run can be merged again', async () => {
    assert.equal((await project.runHere('report', ...shards, '--out', 'again')).code, 0)
    const { code, stderr } = await project.runHere('report', 'again', '--out', 'again')
    assert.equal(code, 0, stderr)
    assert.deepEqual(reportOf(project, 'again'), reportOf(project, 'whole'))
    const { code: twice, stderr: said } = await project.runHere('report', 'again', ...shards, '--out', 'x')
    assert.equal(twice, 3)
    assert.match(said, /hold the same run; give each once/)
  })

  test('two processes give the report of one', () => {
    assert.deepEqual(reportOf(project, 'jobs'), reportOf(project, 'whole'))
    assert.equal(whole('jobs/html/index.html'), whole('whole/html/index.html'))
    assert.equal(whole('jobs/summary.txt'), whole('whole/summary.txt'))
    assert.equal(junitOf(project, 'jobs'), junitOf(project, 'whole'))
  })

  test('sources, documents and support code are told once', async () => {
    assert.equal((await project.runHere('report', ...shards, '--out', 'once')).code, 0)
    const kinds = (text: string): ReadonlyMap<string, number> =>
      new Map(
        [...Map.groupBy(text.trim().split('\n'), (line) => /^\{"(\w+)"/.exec(line)?.[1] ?? '')].map(([kind, all]) => [
          kind,
          all.length,
        ]),
      )
    const [merged, unsharded] = [kinds(whole('once/messages.ndjson')), kinds(whole('whole/messages.ndjson'))]
    assert.deepEqual([...merged].toSorted(), [...unsharded].toSorted())
  })

  test('a lost shard is a finding, unless the report may be partial', async () => {
    const lost = [shards[0] ?? '', shards[2] ?? '']
    const { code, stderr } = await project.runHere('report', ...lost, '--out', 'lost')
    assert.equal(code, 1)
    assert.match(stderr, /No file ran these scenarios[\s\S]*features\/curl\.feature:\d+ The updater is left alone/)
    const partial = await project.runHere('report', ...lost, '--out', 'lost', '--partial')
    assert.equal(partial.code, 0, partial.stderr)
    assert.match(partial.stdout, /3 not run/)
  })

  test('of a scenario that failed and was run again, the last attempt counts', async () => {
    project.put({ broken: '' })
    const failed = await project.run('test', '--out', 'failed', '--tags', '@flaky')
    rmSync(join(project.root, 'broken'))
    assert.equal(failed.code, 1)
    const again = await project.run('test', '--out', 'again-flaky', '--tags', '@flaky')
    assert.equal(again.code, 0, again.stderr)
    const [first, second] = ['failed/messages.ndjson', 'again-flaky/messages.ndjson']
    for (const given of [
      [first, second],
      [second, first],
    ]) {
      const { code, stdout, stderr } = await project.runHere('report', ...given, '--partial', '--out', 'both')
      assert.equal(code, 0, stderr)
      assert.match(stdout, /1 passed/)
      assert.match(whole('both/report.json'), /"attempts": ?2/)
      assert.doesNotMatch(whole('both/junit.xml'), /<failure/)
    }
    const alone = await project.runHere('report', first, '--partial', '--out', 'both')
    assert.equal(alone.code, 1)
  })

  const first = 's1/messages.ndjson'
  type Damage = (text: string) => string
  const damages: readonly (readonly [string, Damage, number, RegExp])[] = [
    ['cut within a line', (text) => text.slice(0, -40), 2, /bad\.ndjson:\d+: the line ends within a message/],
    ['cut between lines', (text) => text.replace(/[^\n]*\n$/, ''), 2, /bad\.ndjson:\d+: the file ends before its run/],
    ['prose', () => 'Dear all,\n', 2, /bad\.ndjson:1: not JSON/],
    ['JSON that is no message', (text) => `{"foo":1}\n${text}`, 2, /bad\.ndjson:1: no message of Cucumber: foo/],
    ['a list', () => '[]\n', 2, /bad\.ndjson:1: no message of Cucumber: a message is an object/],
    ['a prototype', () => '{"__proto__":{"pickle":1}}\n', 2, /bad\.ndjson:1: no message of Cucumber/],
    ['a message of the wrong shape', () => '{"pickle":5}\n', 2, /bad\.ndjson:1: no message of Cucumber: \/pickle/],
    ['nothing', () => '', 2, /bad\.ndjson:1: there is no message in it/],
    ['an escape sequence', () => '{"\\u001b[2J":1}\n', 2, /bad\.ndjson:1: no message of Cucumber: \\u\{1B\}\[2J/],
    [
      'another Cucumber',
      (text) => text.replace('"cucumber-js"', '"cucumber-jvm"'),
      2,
      /bad\.ndjson:1: written by cucumber-jvm/,
    ],
    ['two runs in one file', (text) => text + text, 2, /bad\.ndjson:\d+: another run begins/],
    [
      'a reference to nothing',
      (text) => text.replace(/"testCaseStartedId":"[^"]*"/, '"testCaseStartedId":"none"'),
      2,
      /bad\.ndjson:\d+: \w+ speaks of "none"/,
    ],
    [
      'a feature of another text',
      (text) => text.replaceAll('Curl by a user', 'Curl by an admin'),
      3,
      /features\/curl\.feature has another text/,
    ],
    [
      'another version',
      (text) => text.replace(/("implementation":\{"version":")[^"]*/, '$112.0.0'),
      3,
      /two versions wrote these runs/,
    ],
    ['a copy', () => project.read('s2/messages.ndjson'), 3, /hold the same run/],
    [
      'another seed',
      (text) => text.replaceAll('\\"seed\\":\\"sigmaproof\\"', '\\"seed\\":\\"other\\"'),
      3,
      /different seeds, "other" and "sigmaproof"/,
    ],
    [
      'an observation of another rule',
      (text) => text.replaceAll('rules/windows/curl.yml', 'rules/windows/gone.yml'),
      2,
      /features\/\w+\.feature:\d+ judged the rule rules\/windows\/gone\.yml, which is not/,
    ],
  ]
  for (const [what, damage, code, message] of damages) {
    test(`${what}: exit ${code}, and it says where`, async () => {
      const damaged = damage(project.read(first))
      assert.notEqual(damaged, project.read(first))
      project.put({ 'bad.ndjson': damaged })
      const outcome = await project.runHere('report', 'bad.ndjson', 's2', 's3', '--out', 'refused')
      assert.equal(outcome.code, code, outcome.stderr)
      assert.match(outcome.stderr, message)
      assert.doesNotMatch(outcome.stderr, /\n\s+at /)
      assert.ok(!outcome.stderr.includes('\u001B'))
      assert.equal(outcome.stdout, '')
      assert.ok(!existsSync(join(project.root, 'refused/report.json')))
    })
  }

  test('bytes that are no text: exit 2', async () => {
    writeFileSync(
      join(project.root, 'bad.ndjson'),
      Buffer.concat([readFileSync(join(project.root, first)), Buffer.of(0xff)]),
    )
    const { code, stderr } = await project.runHere('report', 'bad.ndjson')
    assert.equal(code, 2)
    assert.match(stderr, /bad\.ndjson:\d+: not UTF-8/)
  })

  test('a rule that has changed since: exit 2, and what lies in the output folder stays', async () => {
    project.put({ 'changed/windows/curl.yml': curlRule.replace('svc-update', 'svc-other') })
    const { code, stderr } = await project.runHere('report', ...shards, '--rules', 'changed', '--out', 'stale')
    assert.equal(code, 2)
    assert.match(stderr, /judged the rule rules\/windows\/curl\.yml/)
    const twin = temporaryProject({ ...files, 'rules/windows/curl.yml': curlRule.replace('svc-update', 'svc-other') })
    twin.put(Object.fromEntries(shards.map((path) => [path, project.read(path)])))
    const changed = await twin.runHere('report', ...shards)
    assert.equal(changed.code, 2)
    assert.match(changed.stderr, /judged another text of rules\/windows\/curl\.yml than the one loaded/)
    const own = 'out/messages.ndjson'
    const report = project.read('whole/report.json')
    twin.put({ [own]: project.read('whole/messages.ndjson'), 'out/report.json': report })
    assert.equal((await twin.runHere('report', own)).code, 2)
    assert.equal(twin.read(own), project.read('whole/messages.ndjson'))
    assert.equal(twin.read('out/report.json'), report)
  })

  const refused: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no file', ['report'], /missing required argument/],
    ['a file that does not exist', ['report', 'gone.ndjson'], /"gone\.ndjson" does not exist/],
    ['a file named twice', ['report', first, first], /"s1\/messages\.ndjson" is named twice/],
    ['a folder without messages', ['report', 'rules'], /"rules" holds no \*\.ndjson file/],
    ['rules that do not exist', ['report', first, '--rules', 'gone'], /"gone" does not exist/],
    ['a shard that is none', ['test', '--shard', '0/3'], /a shard is written 1\/3, 2\/3 or 3\/3, got "0\/3"/],
    ['a shard beyond the last', ['test', '--shard', '4/3'], /got "4\/3"/],
    ['a shard in words', ['test', '--shard', 'first'], /got "first"/],
    ['no jobs', ['test', '--jobs', '0'], /--jobs takes a whole number from 1 to 256, got "0"/],
    ['half a job', ['test', '--jobs', '1.5'], /got "1\.5"/],
  ]
  for (const [what, argv, message] of refused) {
    test(`${what}: exit 3, and it says so`, async () => {
      const { code, stderr } = await project.runHere(...argv)
      assert.equal(code, 3, stderr)
      assert.match(stderr, message)
    })
  }
})

test('retries, hooks of the run, steps that are pending, skipped or unknown: several processes tell the same', async () => {
  const told = `import cucumber from '${cucumber}'
let tries = 0
cucumber.BeforeAll(() => {})
cucumber.AfterAll(() => {})
cucumber.Given('a pending thing', () => 'pending')
cucumber.Given('a skipped thing', () => 'skipped')
cucumber.Given('it fails once', () => { if (tries++ === 0) throw new Error('once') })
`
  const feature = `Feature: All there is

  Scenario: Unknown
    Given something nobody knows

  Scenario: Pending
    Given a pending thing

  Scenario: Skipped
    Given a skipped thing

  @flaky
  Scenario: Tried again
    Given it fails once
`
  const project = temporaryProject({
    'rules/windows/curl.yml': curlRule,
    'features/all.feature': feature,
    'features/curl.feature': curlFeature,
    'features/support/told.mjs': told,
    'cucumber.json': '{"default":{"retry":1,"retryTagFilter":"@flaky","format":["rerun:rerun.txt"]}}',
  })
  const one = await project.run('test', '--out', 'one')
  const failed = project.read('rerun.txt')
  const many = await project.run('test', '--out', 'many', '--jobs', '8')
  assert.deepEqual([one.code, many.code], [1, 1])
  assert.equal(project.read('rerun.txt'), failed)
  assert.deepEqual(reportOf(project, 'many'), reportOf(project, 'one'))
  assert.equal(junitOf(project, 'many'), junitOf(project, 'one'))
  const summary = /7 scenarios \(.*\)/
  assert.equal(summary.exec(many.stderr)?.[0], summary.exec(one.stderr)?.[0])
})

test('a process that ends before its run does is told, and no report passes for the whole', async () => {
  const project = temporaryProject({
    ...files,
    'features/support/flaky.mjs': `import cucumber from '${cucumber}'\ncucumber.Before(() => process.exit(7))\n`,
  })
  const { code, stderr } = await project.run('test', '--jobs', '2')
  assert.equal(code, 1)
  assert.match(stderr, /shard [12]\/2 ended \(7\) before its run did/)
  assert.ok(!existsSync(join(project.root, 'out/report.json')))
})

test('support code that does not load is told once', async () => {
  const project = temporaryProject({ ...files, 'features/support/flaky.mjs': 'throw new Error("mine")\n' })
  const { code, stderr } = await project.run('test', '--jobs', '2')
  assert.equal(code, 3)
  assert.equal(stderr.split('Error: mine').length, 2, stderr)
})

test('a format that needs the code of the steps is refused beside --jobs', async () => {
  const project = temporaryProject({ ...files, 'cucumber.json': '{"default":{"format":["usage:usage.txt"]}}' })
  const { code, stderr } = await project.runHere('test', '--jobs', '2')
  assert.equal(code, 3)
  assert.match(stderr, /the format "usage" .* run without --jobs/)
})

test('a shard of a shard is shared out among processes', async () => {
  const project = temporaryProject(files)
  const runs = [1, 2].map((index) => project.run('test', '--shard', `${index}/2`, '--jobs', '2', '--out', `s${index}`))
  for (const { code, stderr } of await Promise.all(runs)) assert.equal(code, 0, stderr)
  const { code, stdout, stderr } = await project.runHere('report', 's1', 's2')
  assert.equal(code, 0, stderr)
  assert.match(stdout, /8 scenarios: 8 passed/)
})
