import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { curlRule, temporaryProject, withId } from './temporary-project.ts'

const warned = curlRule.replace('level: low', 'level: low\ndate: 2024/02/02')
const broken = curlRule.replace('selection and', 'selction and')
const worse = broken.replace('level: low', 'level: severe')

describe('sigmaproof check', () => {
  test('says nothing is wrong, and how much it read', async () => {
    const project = temporaryProject({ 'rules/a.yml': curlRule, 'rules/deep/b.yaml': withId(curlRule, 12) })
    assert.deepEqual(await project.run('check'), {
      code: 0,
      stdout: '2 rules read and 0 rejected in 2 files: no problem.\n',
      stderr: '',
    })
  })

  test('prints all problems of all files in one run, then the counts', async () => {
    const both = `${withId(broken, 12)}---\n${withId(curlRule, 13)}---\n${withId(broken.replace('Download', 'Up'), 14)}`
    const project = temporaryProject({
      'rules/a.yml': worse,
      'rules/b.yml': both,
      'rules/c.yml': 'title: [\n',
      'rules/d.yml': withId(warned, 15),
    })
    const { code, stdout } = await project.runHere('check')
    assert.equal(code, 2)
    const places = [...stdout.matchAll(/\[([EW]-[A-Z-]+)\]\n(\S+?):(\d+):(\d+)/g)].map((found) =>
      found.slice(1).join(' '),
    )
    assert.deepEqual(places, [
      'E-YAML rules/c.yml 2 1',
      'E-CONDITION-UNKNOWN rules/a.yml 13 16',
      'E-CONDITION-UNKNOWN rules/b.yml 13 16',
      'E-CONDITION-UNKNOWN rules/b.yml 43 16',
    ])
    assert.match(stdout, /^W-DATE, 1 warning: .*\n.*\n\n {2}rules\/d\.yml:15:7 /m)
    const summary = [
      '2 rules read and 4 rejected in 4 files: 4 errors, 2 warnings.',
      '  1  E-YAML               the file is not UTF-8 or not YAML, a key comes twice, aliases expand',
      '                          without end',
      '  3  E-CONDITION-UNKNOWN  the condition names a search identifier that does not exist',
      '  1  W-META               a metadata field has the wrong type or a value outside its list; the rule',
      '                          means what it meant',
      '  1  W-DATE               a date is written with slashes',
    ]
    assert.ok(stdout.endsWith(`\n\n${summary.join('\n')}\n`), stdout)
  })

  test('a warning is a finding only when strict, by flag or by configuration', async () => {
    const project = temporaryProject({ 'rules/a.yml': warned })
    assert.equal((await project.runHere('check')).code, 0)
    assert.equal((await project.runHere('check', '--strict')).code, 1)
    project.put({ 'sigmaproof.yml': 'strict: true\n' })
    assert.equal((await project.runHere('check')).code, 1)
    project.put({ 'rules/b.yml': broken })
    assert.equal((await project.runHere('check', '--strict')).code, 2)
  })

  test('notes a file that is no rule once, and ends well', async () => {
    const project = temporaryProject({ 'rules/ci.yml': 'on: push\n---\njobs: {}\n', 'rules/empty.yml': '' })
    const { code, stdout } = await project.runHere('check')
    assert.equal(code, 0)
    assert.match(stdout, /^W-NOT-A-RULE, 2 warnings: /)
    assert.deepEqual(
      [...stdout.matchAll(/^ {2}(\S+?):\d/gm)].map(([, path]) => path),
      ['rules/ci.yml', 'rules/empty.yml'],
    )
    assert.equal((await project.runHere('check', '--strict')).code, 1)
    assert.equal((await project.runHere('test')).code, 3)
    project.put({ 'rules/a.yml': curlRule })
    assert.match((await project.runHere('check')).stdout, /1 rule read and 0 rejected in 3 files: 0 errors, 2 warnings/)
  })

  test('takes paths before the configuration, and placeholders from it', async () => {
    const expanding = curlRule.replace("Image|endswith: '\\curl.exe'", "Image|expand: '%tools%'")
    const project = temporaryProject({ 'theirs/a.yml': curlRule, 'ours/b.yml': withId(expanding, 12) })
    assert.match((await project.runHere('check', 'ours')).stdout, /'%tools%' has no value \[E-PLACEHOLDER\]/)
    project.put({ 'sigmaproof.yml': 'rules: ours\nplaceholders: {tools: [curl, wget]}\n' })
    assert.deepEqual((await project.runHere('check')).code, 0)
    assert.match((await project.runHere('check', 'theirs', 'ours/*.yml')).stdout, /^2 rules read/)
  })

  test('--fail-on makes warnings of some codes a finding, or all', async () => {
    const project = temporaryProject({ 'rules/a.yml': warned })
    const codes = [
      [['--fail-on', 'W-DATE'], 1],
      [['--fail-on', 'W-TAG, W-DATE'], 1],
      [['--fail-on', 'W-TAG', '--fail-on', 'warning'], 1],
      [['--fail-on', 'W-TAG,E-REGEX'], 0],
    ] as const
    for (const [argv, code] of codes) assert.equal((await project.runHere('check', ...argv)).code, code, argv.join(' '))
    project.put({ 'rules/b.yml': broken })
    assert.equal((await project.runHere('check', '--fail-on', 'W-DATE')).code, 2)
  })

  test('--verbose tells every warning', async () => {
    const files = Array.from({ length: 5 }, (_, index) => [`rules/${index}.yml`, warned] as const)
    const project = temporaryProject(Object.fromEntries(files))
    assert.equal((await project.runHere('check')).stdout.match(/rules\/\d\.yml:15:7/g)?.length, 3)
    assert.equal((await project.runHere('check', '--verbose')).stdout.match(/rules\/\d\.yml:15:7/g)?.length, 5)
  })

  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [['nowhere'], /"nowhere" does not exist/],
    [['empty'], /"empty" holds no \*\.yml or \*\.yaml file/],
    [['--format', 'xml'], /there is no format "xml"; there are text, json, sarif, github/],
    [['--format', 'json:'], /the format "json:" names no file/],
    [['--format', 'json', '--format', 'sarif'], /two formats go to stdout/],
    [['--format', 'json:a', '--format', 'sarif:a'], /two formats go to "a"/],
    [['--format', 'json:rules/a.yml/x'], /the report ".*" cannot be written/],
    [['--fail-on', 'W-DAT'], /there is no code "W-DAT"; nearest: W-DATE/],
    [['--fail-on', ''], /there is no code ""/],
    [['--baseline', 'a.json', '--write-baseline', 'b.json'], /give one of them/],
    [['--baseline', 'a.json'], /there is no baseline "a\.json"; write it with check --write-baseline/],
    [['--baseline', 'rules/a.yml'], /the baseline "rules\/a\.yml" is no JSON .*write it with/],
    [['--write-baseline', 'rules/a.yml'], /"rules\/a\.yml" is there and is no baseline/],
    [['--write-baseline', 'rules/a.yml/b.json'], /the baseline ".*" cannot be written/],
    [['--nonsense'], /unknown option/],
  ]
  for (const [argv, message] of wrong) {
    test(`${argv.join(' ')} is wrong use`, async () => {
      const project = temporaryProject({ 'rules/a.yml': curlRule, 'empty/': '' })
      const { code, stderr } = await project.runHere('check', ...argv)
      assert.equal(code, 3)
      assert.match(stderr, message)
    })
  }

  test('a configuration that cannot be used is wrong use, told with its place', async () => {
    const project = temporaryProject({ 'rules/a.yml': curlRule, 'sigmaproof.yml': 'seed: a\nrule: x\n' })
    const { code, stderr } = await project.runHere('check')
    assert.equal(code, 3)
    assert.match(stderr, /^sigmaproof: sigmaproof\.yml:2:1: there is no key "rule"; nearest: rules$/m)
  })

  test('writes each format where it is told, and text to stdout besides', async () => {
    const project = temporaryProject({ 'rules/a.yml': broken })
    const { stdout } = await project.runHere(
      'check',
      '--format',
      'json:out/check/a.json',
      '--format',
      'sarif:out/a.sarif',
    )
    assert.match(stdout, /1 rejected/)
    assert.equal(JSON.parse(project.read('out/check/a.json')).counts.rejected, 1)
    assert.equal(JSON.parse(project.read('out/a.sarif')).version, '2.1.0')
  })

  test('--format json alone is all of stdout', async () => {
    const project = temporaryProject({ 'rules/a.yml': broken })
    const { stdout, code } = await project.runHere('check', '--format', 'json')
    assert.equal(code, 2)
    assert.equal(JSON.parse(stdout).problems.length, 1)
    assert.ok(!existsSync(join(project.root, 'out')))
  })

  test('help ends in examples', async () => {
    const { code, stdout } = await temporaryProject({}).runHere('check', '--help')
    assert.equal(code, 0)
    assert.match(stdout, /Exit codes:[\s\S]*Examples:\n(?: {2}\$ sigmaproof check.*\n)+\n?$/)
  })
})
