import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { curlFeature, curlRule, type Files, type Project, temporaryProject } from './temporary-project.ts'

const sound: Files = { 'rules/windows/curl.yml': curlRule, 'features/curl.feature': curlFeature }

function reportWithoutRun(project: Project, out: string): object {
  const report: unknown = JSON.parse(project.read(`${out}/report.json`))
  assert.ok(typeof report === 'object' && report !== null && 'run' in report)
  return { ...report, run: null }
}

suite('sigmaproof test', { concurrency: availableParallelism() }, () => {
  test('scenarios that hold: exit 0, the table on stdout, the reports in out/', async () => {
    const project = temporaryProject(sound)
    const { code, stdout, stderr } = await project.run('test')
    assert.equal(code, 0, stderr)
    assert.match(stdout, /Download With Curl/)
    assert.match(stderr, /3 scenarios \(3 passed\)/)
    assert.match(stderr, /Report: out\/html\/index\.html/)
    for (const name of ['report.json', 'html/index.html', 'summary.txt', 'cucumber/index.html', 'junit.xml']) {
      assert.ok(existsSync(join(project.root, 'out', name)), name)
    }
    assert.match(project.read('out/messages.ndjson'), /vnd\.sigmaproof\.observation\+json/)
    assert.deepEqual(readdirSync(join(project.root, 'out/cucumber')), ['index.html'])
    assert.doesNotMatch(project.read('out/cucumber/index.html'), /vnd\.sigmaproof/)
  })

  test('the same seed gives the same report but for its key "run"', async () => {
    const project = temporaryProject(sound)
    for (const out of ['one', 'two']) assert.equal((await project.run('test', '--out', out, '--seed', 's')).code, 0)
    const [one, two] = ['one', 'two'].map((out) => JSON.stringify(reportWithoutRun(project, out)))
    assert.equal(one, two)
  })

  test('CRLF and a byte order mark change nothing', async () => {
    const crlf = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`
    const plain = temporaryProject(sound)
    const windows = temporaryProject({
      'rules/windows/curl.yml': crlf(curlRule),
      'features/curl.feature': crlf(curlFeature),
    })
    assert.equal((await plain.run('test')).code, 0)
    assert.equal((await windows.run('test')).code, 0)
    assert.deepEqual(reportWithoutRun(windows, 'out'), reportWithoutRun(plain, 'out'))
  })

  test('a verdict that does not hold: exit 1, and the evidence is printed', async () => {
    const project = temporaryProject({
      ...sound,
      'features/curl.feature': curlFeature.replace('Then the rule fires', 'Then the rule is silent'),
    })
    const { code, stderr } = await project.run('test')
    assert.equal(code, 1)
    assert.match(stderr, /"Download With Curl" fires, should be silent/)
    assert.match(stderr, /features\/curl\.feature:\d+/)
    assert.match(stderr, /rules\/windows\/curl\.yml:\d+/)
  })

  test('a rule that nobody wrote: exit 1, and the nearest names', async () => {
    const feature = curlFeature.replace('"Download With Curl"', '"Download With Crul"')
    const { code, stderr } = await temporaryProject({ ...sound, 'features/curl.feature': feature }).run('test')
    assert.equal(code, 1)
    assert.match(stderr, /no rule is called "Download With Crul"; nearest: "Download With Curl"/)
  })

  const mistyped: readonly (readonly [string, string, RegExp])[] = [
    ['field', curlFeature.replace('| Image | C:', '| Imgae | C:'), /no field Imgae; nearest: Image/],
    [
      'filter',
      curlFeature.replace('by filter_main_updater', 'by filter_main_updatr'),
      /filter_main_updatr.*filter_main_updater/s,
    ],
    [
      'account',
      curlFeature.replace('Then the rule fires', 'When its User is NETWORK SERVICE in Frensh\n    Then the rule fires'),
      /French/,
    ],
  ]
  test('what is mistyped: exit 1, and the nearest names', async () => {
    const features = mistyped.map(([what, feature]) => [`features/${what}.feature`, feature] as const)
    const project = temporaryProject({ 'rules/curl.yml': curlRule, ...Object.fromEntries(features) })
    const { code, stderr } = await project.run('test')
    assert.equal(code, 1, stderr)
    for (const [what, , message] of mistyped) {
      const own = stderr.split(/^\d+\) Scenario: /m).filter((part) => part.includes(`features/${what}.feature`))
      assert.match(own.join(''), message, what)
    }
  })

  test('a step that does not exist: exit 1', async () => {
    const feature = curlFeature.replace('Then the rule fires', 'Then the rule explodes')
    assert.equal((await temporaryProject({ ...sound, 'features/curl.feature': feature }).run('test')).code, 1)
  })

  test('a known gap of all rules, and its unrealistic event, stand in the report', async () => {
    const feature = `${curlFeature}
  @known-gap
  Scenario: No rule minds a flag from elsewhere
    Given a process creation event with:
      | Image | C:\\\\tools\\\\curl.exe |
    When its OriginalFileName is absent
    Then no rule fires
`
    const project = temporaryProject({ ...sound, 'features/curl.feature': feature })
    const { code, stdout, stderr } = await project.run('test')
    assert.equal(code, 0, stderr)
    assert.match(stdout, /4 passed, 1 known gap/)
    assert.match(stdout, /known gap +No rule minds a flag from elsewhere/)
    assert.match(stdout, /unrealistic +No rule minds a flag from elsewhere/)
  })

  test('a known gap that is closed: exit 1', async () => {
    const feature = curlFeature.replace('  Scenario: Curl', '  @known-gap\n  Scenario: Curl')
    const { code, stderr } = await temporaryProject({ ...sound, 'features/curl.feature': feature }).run('test')
    assert.equal(code, 1)
    assert.match(stderr, /gap closed/)
  })

  const unreadable: readonly (readonly [string, string, RegExp])[] = [
    ['a YAML fault', curlRule.replace('status: test', 'status: [test'), /E-YAML[\s\S]*indentation/],
    ['an unknown modifier', curlRule.replace('|endswith', '|endwith'), /E-MODIFIER-UNKNOWN[\s\S]*Nearest: endswith/],
    [
      'a condition that names nothing',
      curlRule.replace('selection and', 'selction and'),
      /E-CONDITION-UNKNOWN[\s\S]*Defined: selection, filter_main_updater/,
    ],
  ]
  for (const [what, text, problem] of unreadable) {
    test(`${what}: exit 2 with file, line, column, frame and hint, and the other rules still run`, async () => {
      const project = temporaryProject({ ...sound, 'rules/bad.yml': text.replace('Download With Curl', 'Bad') })
      const { code, stdout, stderr } = await project.run('test')
      assert.equal(code, 2, stderr)
      assert.match(stderr, problem)
      assert.match(stderr, /rules\/bad\.yml:\d+:\d+/)
      assert.match(stderr, /^ .*\n +.*\^+/m)
      assert.match(stderr, /3 scenarios \(3 passed\)/)
      assert.match(stdout, /Download With Curl/)
    })
  }

  test('the highest code applies', async () => {
    const feature = curlFeature.replace('Then the rule fires', 'Then the rule is silent')
    const project = temporaryProject({ ...sound, 'rules/bad.yml': 'title: [', 'features/curl.feature': feature })
    assert.equal((await project.run('test')).code, 2)
  })

  test('a feature that is not Gherkin: exit 2 with file, line and column, and no report of an earlier run', async () => {
    const project = temporaryProject(sound)
    assert.equal((await project.run('test')).code, 0)
    project.put({ 'features/bad.feature': 'Feature: x\n\n  Scenario: y\n    Given z\n    nonsense\n' })
    const { code, stderr } = await project.runHere('test')
    assert.equal(code, 2)
    assert.match(stderr, /^features\/bad\.feature:5:5: /m)
    assert.ok(!existsSync(join(project.root, 'out/report.json')))
  })

  test('nothing to run: no report of an earlier run is left to pass for the result', async () => {
    const project = temporaryProject(sound)
    assert.equal((await project.run('test')).code, 0)
    assert.equal((await project.runHere('test', '--rules', 'nowhere')).code, 3)
    assert.ok(!existsSync(join(project.root, 'out/report.json')))
  })

  test('a scenario without a step judges nothing, whatever its background does', async () => {
    const feature = curlFeature.replace(/\s*$/, '\n\n  Scenario: I will write this later\n')
    const { code, stderr } = await temporaryProject({ ...sound, 'features/curl.feature': feature }).run('test')
    assert.equal(code, 1)
    assert.match(stderr, /this scenario judges nothing: it has no step/)
  })

  const refused: readonly (readonly [string, Files, readonly string[], RegExp])[] = [
    ['no folder of rules', { 'features/curl.feature': curlFeature }, ['test'], /"rules" does not exist/],
    ['an empty folder of rules', { ...sound, 'empty/': '' }, ['test', '--rules', 'empty'], /"empty" holds no \*\.yml/],
    ['rule files without a rule', { ...sound, 'e/a.yml': '# none\n' }, ['test', '--rules', 'e'], /no rule/],
    ['a file in place of a folder', sound, ['test', '--rules', 'features/curl.feature'], /holds no \*\.yml/],
    [
      'no folder of features',
      { 'rules/curl.yml': curlRule },
      ['test'],
      /no scenario, because there is no folder "features" here; write scenarios there, or name .*: sigmaproof test path/,
    ],
    [
      'a folder without features',
      { 'rules/curl.yml': curlRule, 'features/a.txt': 'Feature: a' },
      ['test'],
      /no scenario, because no file in features\/ ends in \.feature; write/,
    ],
    [
      'a folder that was named and has none',
      { ...sound, 'empty.d/': '' },
      ['test', 'empty.d'],
      /no scenario, because no file in empty\.d ends in \.feature; write/,
    ],
    [
      'a feature without a scenario',
      { ...sound, 'e.feature': 'Feature: e\n' },
      ['test', 'e.feature'],
      /there is no scenario in e\.feature; one begins with a line "Scenario: what it shows" and has its steps below/,
    ],
    [
      'a feature that does not exist',
      sound,
      ['test', 'features/curl.feature', 'features/crul.feature'],
      /no feature "features\/crul\.feature"; below features\/ nearest: "features\/curl\.feature"/,
    ],
    [
      'tags that select nothing',
      sound,
      ['test', '--tags', '@nothing'],
      /no scenario is selected by tags @nothing; there are 3 without it, none of them with a tag$/m,
    ],
    [
      'tags that select nothing of what has others',
      { ...sound, 'features/t.feature': 'Feature: t\n\n  @slow @net # why\n  Scenario: s\n    Then no rule fires\n' },
      ['test', '--tags', '@slwo'],
      /no scenario is selected by tags @slwo; there are 4 without it, with the tags @net, @slow$/m,
    ],
    [
      'a line without a scenario',
      sound,
      ['test', 'features/curl.feature:1000'],
      /selected by features\/curl\.feature:1000; there are 3 without it, at features\/curl\.feature:6, features\/curl\.feature:12, /,
    ],
    ['tags without their sign', sound, ['test', '--tags', 'slow'], /none of them with a tag; a tag begins with @$/m],
    [
      'a rule in place of a feature',
      sound,
      ['test', 'rules/windows/curl.yml'],
      /"rules\/windows\/curl\.yml" is no feature: .*\.feature$/m,
    ],
    [
      'a file for the reports',
      sound,
      ['test', '--out', 'rules/windows/curl.yml'],
      /"rules\/windows\/curl\.yml" is a file: the reports need/,
    ],
    ['an argument that is missing', sound, ['eval'], /missing required argument 'events'\n\(add --help for /],
    ['a command that is near to none', sound, ['foo'], /unknown command 'foo'\n\(add --help for the commands/],
    ['tags that are no expression', sound, ['test', '--tags', '@a and'], /features cannot be selected/],
    ['an option nobody knows', sound, ['test', '--sede', 'x'], /unknown option '--sede'[\s\S]*--seed/],
    ['a command nobody knows', sound, ['tset'], /unknown command 'tset'[\s\S]*test/],
    ['no command', sound, [], /Usage: sigmaproof/],
    ['an empty seed', sound, ['test', '--seed', ''], /"seed" takes a text/],
    [
      'a configuration that does not load',
      { ...sound, 'cucumber.mjs': 'throw new Error("mine")' },
      ['test'],
      /configuration cannot be used[\s\S]*mine/,
    ],
    [
      'a setting nobody knows',
      { ...sound, 'cucumber.json': '{"default":{"worldParameters":{"sigmaproof":{"sede":1}}}}' },
      ['test'],
      /no setting "sede"; nearest: seed/,
    ],
    ['a dry run', { ...sound, 'cucumber.json': '{"default":{"dryRun":true}}' }, ['test'], /"dryRun"/],
  ]
  for (const [what, files, argv, message] of refused) {
    test(`${what}: exit 3, and it says so`, async () => {
      const { code, stdout, stderr } = await temporaryProject(files).runHere(...argv)
      assert.equal(code, 3, stderr)
      assert.match(stderr, message)
      assert.equal(stdout, '')
      assert.doesNotMatch(stderr, /\n\s+at /)
    })
  }

  test('help ends in examples, and goes to stdout', async () => {
    const project = temporaryProject({})
    for (const argv of [['--help'], ['test', '--help']]) {
      const { code, stdout, stderr } = await project.runHere(...argv)
      assert.equal(code, 0)
      assert.equal(stderr, '')
      assert.match(stdout, /Examples:\n( {2}\$ sigmaproof .*\n)+\s*$/)
    }
    assert.match((await project.runHere('--version')).stdout, /^\d+\.\d+\.\d+\n$/)
  })

  test('only what is asked for runs, and only what is asked for is written', async () => {
    const project = temporaryProject({ ...sound, 'more/other.yml': curlRule.replace('Download With Curl', 'Other') })
    const { code, stdout, stderr } = await project.run(
      'test',
      'features/curl.feature:6',
      '--rules',
      'rules',
      '--rules',
      'more',
      '--out',
      'build/proof',
    )
    assert.equal(code, 0, stderr)
    assert.match(stderr, /1 scenario \(1 passed\)/)
    assert.match(stdout, /Other/)
    assert.ok(existsSync(join(project.root, 'build/proof/report.json')))
    assert.ok(!existsSync(join(project.root, 'out')))
  })

  test("the user's own configuration is used, and our formatter added once", async () => {
    const configuration = {
      default: {
        paths: ['suites/*.feature'],
        import: ['support/*.mjs'],
        tags: 'not @slow',
        format: [
          ['sigmaproof/formatter', 'mine.txt'],
          ['rerun', 'rerun.txt'],
        ],
        worldParameters: { theirs: 1, sigmaproof: { rules: ['detections'], seed: 'ours' } },
      },
    }
    const project = temporaryProject({
      'cucumber.json': JSON.stringify(configuration),
      'detections/curl.yml': curlRule,
      'suites/curl.feature': curlFeature.replace('  Scenario: Another', '  @slow\n  Scenario: Another'),
      'support/mark.mjs': "import { writeFileSync } from 'node:fs'\nwriteFileSync('loaded', '')\n",
    })
    const { code, stderr } = await project.run('test')
    assert.equal(code, 0, stderr)
    assert.match(stderr, /2 scenarios \(2 passed\)/)
    assert.ok(existsSync(join(project.root, 'loaded')))
    assert.ok(existsSync(join(project.root, 'rerun.txt')))
    assert.ok(!existsSync(join(project.root, 'mine.txt')))
    assert.match(
      (await project.runHere('test', 'suites/curl.feature', '--tags', '@slow')).stderr,
      /no scenario is selected/,
    )
  })

  test('what a rule calls itself cannot act on the terminal', async () => {
    const title = 'Evil \\x1b[2J\\u202e Curl'
    const project = temporaryProject({
      'rules/curl.yml': curlRule.replace('title: Download With Curl', `title: "${title}"`),
      'features/curl.feature': curlFeature
        .replace('"Download With Curl"', '"rules/curl.yml"')
        .replace('Then the rule fires', 'Then the rule is silent'),
    })
    const { code, stdout, stderr } = await project.run('test')
    assert.equal(code, 1)
    for (const text of [stdout, stderr, project.read('out/summary.txt'), project.read('out/junit.xml')]) {
      assert.ok(!text.includes('\u001B[2J'))
      assert.ok(!text.includes('\u202E'))
    }
    assert.match(stderr, /Evil \\u\{1B\}\[2J/)
  })
})
