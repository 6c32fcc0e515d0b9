import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readReport } from '../../reports/index.ts'
import { curlFeature, curlRule, type Files, type Project, temporaryProject } from './temporary-project.ts'

const sound: Files = { 'rules/windows/curl.yml': curlRule, 'features/curl.feature': curlFeature }
const other = curlRule.replace(/^title: .*/m, 'title: Another').replace(/^id: .*\n/m, '')

function thresholdsIn(project: Project): readonly string[] {
  const report = readReport(project.read('out/report.json'), 'out/report.json')
  return report.thresholds.map(({ measure, path, wanted, ratio: { covered, total }, met }) =>
    [measure, path ?? 'all', `${covered}/${total}`, wanted, met].join(' '),
  )
}

describe('thresholds', { concurrency: true }, () => {
  test('that are met leave the run green and are printed', async () => {
    const project = temporaryProject({
      ...sound,
      'sigmaproof.yml': 'thresholds: {outcomes: 100}\nrequire: {scenarios: true}\n',
    })
    const { code, stdout } = await project.run('test')
    assert.equal(code, 0)
    assert.match(stdout, /✓ outcomes 100 % \(2\/2\)/)
    assert.match(stdout, /✓ rules with a firing and a silent scenario 100 % \(1\/1\)/)
    assert.doesNotMatch(stdout, /To cover next/)
    assert.deepEqual(thresholdsIn(project), ['outcomes all 2/2 100 true', 'scenarios all 1/1 100 true'])
  })

  test('that are missed are a finding, with what to cover next; a rule without scenario counts', async () => {
    const project = temporaryProject({
      ...sound,
      'rules/linux/other.yml': other,
      'sigmaproof.yml':
        'thresholds:\n  outcomes: 51\n  paths:\n    rules/windows: {outcomes: 100}\nrequire: {scenarios: true}\n',
    })
    const { code, stdout } = await project.run('test')
    assert.equal(code, 1)
    assert.match(stdout, /✗ outcomes 50 % \(2\/4\), 51 % wanted/)
    assert.match(stdout, /✓ outcomes of rules\/windows 100 % \(2\/2\)/)
    assert.match(stdout, /✗ rules with a firing and a silent scenario 50 % \(1\/2\)/)
    const next = stdout.slice(stdout.indexOf('To cover next'))
    assert.match(next, /Another\n {4}the rule was never seen to fire rules\/linux\/other\.yml:\d+/)
    assert.doesNotMatch(next, /Download With Curl/)
    assert.deepEqual(thresholdsIn(project), [
      'outcomes all 2/4 51 false',
      'outcomes rules/windows 2/2 100 true',
      'scenarios all 1/2 100 false',
    ])
    const again = await project.runHere('report', 'out/messages.ndjson', '--out', 'again')
    assert.equal(again.code, 1)
    assert.match(again.stdout, /✗ outcomes 50 %/)
  })

  test('are but printed where only a part of the suite ran', async () => {
    const project = temporaryProject({
      ...sound,
      'rules/linux/other.yml': other,
      'sigmaproof.yml': 'thresholds: {outcomes: 100}\n',
    })
    for (const part of [['features/curl.feature'], ['--shard', '1/1', '--tags', 'not @none']]) {
      const { code, stdout, stderr } = await project.run('test', ...part)
      assert.equal(code, 0, part.join(' '))
      assert.match(stdout, /✗ outcomes 50 %/)
      assert.match(stderr, /Only a part of the suite ran: its thresholds are not judged/)
    }
    assert.equal((await project.run('test', 'features')).code, 1)
  })

  test('on the command line take the place of those of all rules', async () => {
    const project = temporaryProject({ ...sound, 'sigmaproof.yml': 'thresholds: {outcomes: 100, mcdc: 100}\n' })
    const { code } = await project.run('test', '--threshold', 'mcdc=0.5', '--threshold', 'values=0')
    assert.equal(code, 0)
    assert.deepEqual(
      thresholdsIn(project).map((line) => line.replace(/ \d+\/\d+/, '')),
      ['outcomes all 100 true', 'values all 0 true', 'mcdc all 0.5 true'],
    )
  })

  const wrong: readonly (readonly [Files, readonly string[], RegExp])[] = [
    [{}, ['--threshold', 'mccd=1'], /there is no measure "mccd"; nearest: mcdc/],
    [{}, ['--threshold', 'mcdc=120'], /--threshold mcdc=\.\.\. takes a number from 0 to 100, got "120"/],
    [{}, ['--threshold', '90'], /--threshold takes a measure and per cent, such as mcdc=90, got "90"/],
    [{}, ['--threshold', 'mcdc='], /got ""/],
    [{ 'sigmaproof.yml': 'thresholds: {mcdc: 120}' }, [], /sigmaproof\.yml:1:20: "mcdc" takes a number/],
    [
      { 'sigmaproof.yml': 'thresholds: {paths: {rulez: {mcdc: 1}}}' },
      [],
      /sigmaproof\.yml:1:22: there is no rule below "rulez"/,
    ],
    [
      { 'sigmaproof.yml': 'treshold: {mcdc: 1}' },
      [],
      /sigmaproof\.yml:1:1: there is no key "treshold"; nearest: thresholds/,
    ],
  ]
  for (const [files, argv, message] of wrong) {
    test(`${JSON.stringify(Object.values(files))} ${argv.join(' ')}: exit 3, nothing is run`, async () => {
      const { code, stdout, stderr } = await temporaryProject({ ...sound, ...files }).runHere('test', ...argv)
      assert.equal(code, 3)
      assert.match(stderr, message)
      assert.equal(stdout, '')
    })
  }
})
