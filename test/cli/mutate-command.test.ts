import assert from 'node:assert/strict'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { jsonOfResults, resultsIn } from '../../measures/index.ts'
import { readCache, writeCache } from '../../sources/index.ts'
import { outputFormats } from '../../sources/output-formats/index.ts'
import { commit } from './commit.ts'
import { curlFeature, curlRule, type Project, temporaryProject } from './temporary-project.ts'

const rulePath = 'rules/curl.yml'
const featurePath = 'features/curl.feature'
const otherRulePath = 'rules/other/other.yml'
const otherRule = curlRule
  .replace(/^title: .*$/m, 'title: Other')
  .replace(/^id: .*$/m, 'id: 0d8bd3b2-3f0e-4f2b-9d2e-0c6a2d1e4f5a')
const otherFeature = `Feature: Other

  Scenario: It fires
    Given the rule "Other"
    And a matching event
    Then the rule fires
`
let project: Project

before(async () => {
  project = temporaryProject({ [rulePath]: curlRule, [featurePath]: curlFeature })
  const { code, stderr } = await project.run('test')
  assert.equal(code, 0, stderr)
})

test('mutants of the last run are judged, printed and written, without running Cucumber', async () => {
  const { code, stdout, stderr } = await project.runHere('mutate')
  assert.equal(code, 0, stderr)
  assert.match(stdout, /Download With Curl/)
  assert.match(stdout, /mutation score \d+ % \(\d+\/\d+\)/)
  assert.match(stdout, /- {9}Image\|endswith: '\\curl\.exe'/)
  assert.match(stdout, /Scenario: /)
  const { files, testFiles } = JSON.parse(project.read('out/mutation/mutation.json'))
  const { source, tests } = testFiles[featurePath]
  assert.equal(source, curlFeature)
  const ids = tests.map(({ id }: { readonly id: string }) => id)
  assert.equal(ids.length, 3)
  for (const { status, coveredBy } of files[rulePath].mutants) {
    assert.deepEqual(coveredBy, status === 'CompileError' ? undefined : ids)
  }
  assert.deepEqual(Object.keys(files), [rulePath])
  assert.match(project.read('out/mutation/index.html'), /mutation-test-report-app/)
})

test('a second run takes what did not change from the first, and says the same', async () => {
  const first = await project.runHere('mutate')
  assert.ok(existsSync(join(project.root, 'out/.cache/mutants.json')))
  const json = project.read('out/mutation/mutation.json')
  const second = await project.runHere('mutate')
  assert.equal(second.stdout, first.stdout)
  assert.equal(project.read('out/mutation/mutation.json'), json)
  project.put({ 'out/.cache/mutants.json': '{ "damaged": ' })
  assert.equal((await project.runHere('mutate')).stdout, first.stdout)
})

test('what is kept of survivors is believed as long as its key fits, and its seal', async () => {
  const out = join(project.root, 'out')
  const survivors = async (): Promise<number> => {
    assert.equal((await project.runHere('mutate')).code, 0)
    const { files } = JSON.parse(project.read('out/mutation/mutation.json'))
    return files[rulePath].mutants.filter(({ status }: { readonly status: string }) => status === 'Survived').length
  }
  const honest = await survivors()
  const kept = resultsIn(readCache(out, 'mutants'))
  assert.deepEqual([...kept.keys()], [rulePath])
  const all = kept.get(rulePath)?.results.length ?? 0
  assert.ok(all > honest)
  const state = { kind: 'survived', witness: null, limit: 'as remembered', suggestion: null } as const
  const surviving = (change: (key: string) => string) =>
    jsonOfResults(
      new Map(
        [...kept].map(([rule, { key, results }]) => [
          rule,
          { key: change(key), results: results.map(({ mutant }) => ({ mutant, state })) },
        ]),
      ),
    )
  const same = surviving((key) => key)
  writeCache(out, 'mutants', same)
  assert.equal(await survivors(), all)
  const otherKey = surviving((key) => `${key}0`)
  writeCache(out, 'mutants', otherKey)
  assert.equal(await survivors(), honest)
  project.put({ 'out/.cache/mutants.json': JSON.stringify({ seal: '', content: same }) })
  assert.equal(await survivors(), honest)
})

test('what kills survivors is a feature that runs as it is, and kills them', async () => {
  const file = 'out/mutation/suggestions/rules/curl.feature'
  const own = temporaryProject({ [rulePath]: curlRule, [featurePath]: curlFeature })
  const first = await own.run('test', '--mutate')
  assert.match(first.stderr, /^Suggestions: out\/mutation\/suggestions\/$/m)
  const written = Object.values(outputFormats).filter((format) => format !== outputFormats.suggestions)
  for (const format of written) assert.ok(existsSync(join(own.root, 'out', format.file)), format.file)
  const text = own.read(file)
  assert.match(text, /^# Suggested by sigmaproof for rules\/curl\.yml/)
  assert.doesNotMatch(text, /shorten-value|~1|Image\|endswith\//)
  own.put({ 'features/kills.feature': text, 'out/mutation/suggestions/own.feature': 'Feature: Own\n' })
  const second = await own.run('test', '--mutate')
  assert.equal(second.code, 0, second.stderr)
  assert.match(second.stdout, /mutation score 100 %/)
  assert.doesNotMatch(second.stderr, /Suggestions/)
  assert.equal(existsSync(join(own.root, file)), false)
  assert.equal(own.read('out/mutation/suggestions/own.feature'), 'Feature: Own\n')
})

test('what is kept of a rule goes with the rule, and holds no point of it', async () => {
  const other = curlRule
    .replace('Download With Curl', 'Another')
    .replace(/^id: .*$/m, 'id: 0b6f6b1e-7a5b-4c5e-9a55-0d5f1d2f7c22')
  const own = temporaryProject({ [rulePath]: curlRule, 'rules/other.yml': other, [featurePath]: curlFeature })
  const kept = () => own.read('out/.cache/mutants.json')
  assert.equal((await own.run('test', '--mutate')).code, 0)
  assert.match(kept(), /rules\/other\.yml/)
  assert.doesNotMatch(kept(), /mcdc\//)
  own.put({ 'rules/other.yml': 'title: Not a rule any more\n' })
  await own.runHere('mutate', 'Download With Curl')
  assert.match(kept(), /rules\/curl\.yml/)
  assert.doesNotMatch(kept(), /rules\/other\.yml/)
})

test('a score below the threshold is a finding, and a threshold that is none is wrong use', async () => {
  const { code, stdout } = await project.runHere('mutate', '--threshold-break', '100')
  assert.equal(code, 1)
  assert.match(stdout, /below the 100 %/)
  for (const wrong of ['120', 'much', '-1']) {
    const refused = await project.runHere('mutate', `--threshold-break=${wrong}`)
    assert.equal(refused.code, 3)
    assert.match(refused.stderr, /takes a number from 0 to 100/)
  }
})

test('only what changed since a commit is judged', async () => {
  const own = temporaryProject({ [rulePath]: curlRule, [featurePath]: curlFeature, '.gitignore': 'out/\n' })
  commit(own)
  assert.equal((await own.run('test')).code, 0)
  assert.match((await own.runHere('mutate', '--since', 'HEAD')).stdout, /^0 rules · 0 mutants/)
  own.put({ [featurePath]: `${curlFeature}\n` })
  assert.match((await own.runHere('mutate', '--since', 'HEAD')).stdout, /1 rule · /)
  const unknown = await own.runHere('mutate', '--since', 'nothing')
  assert.equal(unknown.code, 3)
  assert.equal(unknown.stderr, 'sigmaproof: git knows no commit "nothing" here\n')
  assert.equal((await own.runHere('mutate', '--since=--output=x')).code, 3)
})

test('a rule whose feature is gone since a commit is judged', async () => {
  const kept = 'features/kept.feature'
  const own = temporaryProject({
    [rulePath]: curlRule,
    [featurePath]: curlFeature,
    [kept]: otherFeature,
    [otherRulePath]: otherRule,
    '.gitignore': 'out/\n',
  })
  commit(own)
  rmSync(join(own.root, featurePath))
  assert.equal((await own.run('test')).code, 0)
  const { stdout } = await own.runHere('mutate', '--since', 'HEAD')
  assert.match(stdout, /^1 rule · /m)
  assert.match(stdout, /Download With Curl/)
})

test('a rule that a changed scenario makes an event for is judged, whatever the scenario says', async () => {
  const quiet = 'features/quiet.feature'
  const saying = `Feature: Quiet

  Scenario: Something fires
    Given the rule "Download With Curl"
    And a matching event
    But its Image is "C:\\other.exe"
    Then no rule fires
`
  const own = temporaryProject({ [rulePath]: curlRule, [quiet]: saying, '.gitignore': 'out/\n' })
  commit(own, rulePath, '.gitignore')
  const run = await own.run('test')
  assert.equal(run.code, 0, run.stderr)
  assert.match((await own.runHere('mutate', '--since', 'HEAD')).stdout, /^1 rule · /m)
})

test('only the rules that are named are judged', async () => {
  const own = temporaryProject({
    [rulePath]: curlRule,
    [featurePath]: curlFeature,
    'features/kept.feature': otherFeature,
    [otherRulePath]: otherRule,
  })
  assert.equal((await own.run('test')).code, 0)
  for (const name of ['Other', otherRulePath, 'rules/other', './rules/other/']) {
    const { code, stdout, stderr } = await own.runHere('mutate', name)
    assert.equal(code, 0, stderr)
    assert.match(stdout, /^1 rule · /m, name)
    assert.doesNotMatch(stdout, /Download With Curl/)
  }
  assert.match((await own.runHere('mutate', 'Other', 'rules')).stdout, /^2 rules · /m)
  const unknown = await own.runHere('mutate', 'Othr')
  assert.equal(unknown.code, 3)
  assert.match(unknown.stderr, /no rule is called "Othr"; nearest: "Other"/)
})

test('after a run of a part of the suite the score is not judged, whatever is asked for', async () => {
  const own = temporaryProject({
    [rulePath]: curlRule,
    [featurePath]: curlFeature,
    'features/kept.feature': otherFeature,
    [otherRulePath]: otherRule,
  })
  const judged = async () => own.runHere('mutate', '--threshold-break', '100')
  assert.equal((await own.run('test')).code, 0)
  assert.equal((await judged()).code, 1)
  for (const part of [[featurePath], ['--tags', 'not @x', '--shard', '1/2']]) {
    assert.equal((await own.run('test', ...part)).code, 0)
    const { code, stderr } = await judged()
    assert.equal(code, 0)
    assert.match(stderr, /The last run left \d of \d scenarios out; they kill nothing\./)
    assert.match(stderr, /Only a part of the suite ran: the mutation score is not judged\./)
  }
})

test('test --mutate says that the score of a part is not judged', async () => {
  const own = temporaryProject({
    [rulePath]: curlRule,
    [featurePath]: curlFeature,
    'sigmaproof.yml': 'thresholds: { mutation: { break: 100 } }\n',
  })
  const { code, stderr } = await own.run('test', '--mutate', `${featurePath}`)
  assert.equal(code, 0)
  assert.match(stderr, /Only a part of the suite ran: the mutation score is not judged\./)
})

test('without a run, with a failed one, and with rules that changed since, nothing is judged', async () => {
  const own = temporaryProject({ [rulePath]: curlRule, [featurePath]: curlFeature })
  const missing = await own.runHere('mutate')
  assert.equal(missing.code, 3)
  assert.match(missing.stderr, /"out\/messages\.ndjson" is missing; run "sigmaproof test" first/)
  own.put({ [featurePath]: curlFeature.replace('Then the rule fires', 'Then the rule is silent') })
  const failed = await own.run('test', '--mutate')
  assert.equal(failed.code, 1)
  assert.match(failed.stderr, /The last run did not pass, so no mutant was judged[\s\S]*features\/curl\.feature:6/)
  own.put({ [featurePath]: curlFeature })
  const passed = await own.run('test', '--mutate')
  assert.equal(passed.code, 0, passed.stderr)
  assert.match(passed.stdout, /mutation score/)
  own.put({ [rulePath]: curlRule.replace('curl.exe', 'wget.exe') })
  const stale = await own.runHere('mutate')
  assert.equal(stale.code, 2)
  assert.match(stale.stderr, /judged another text of rules\/curl\.yml[\s\S]*No mutant was judged/)
  own.put({ 'out/messages.ndjson': '{"half' })
  assert.equal((await own.runHere('mutate')).code, 2)
})
