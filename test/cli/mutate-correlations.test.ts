import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { before, suite, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { judgeMutants, suiteOf, withReplacement } from '../../measures/index.ts'
import { runForMutation } from '../../reports/run/run-for-mutation.ts'
import { loadRules, readMessages } from '../../sources/index.ts'
import { runFeatures } from '../steps/run-feature.ts'
import { commit } from './commit.ts'
import { type Project, temporaryProject } from './temporary-project.ts'

const rulePath = 'rules/failed_logon.yml'
const countPath = 'rules/password_guessing.yml'
const orderPath = 'rules/password_guessed.yml'
const sprayPath = 'rules/password_spraying.yml'
const countFeature = 'features/password_guessing.feature'

const example = fileURLToPath(new URL('../../examples/correlations', import.meta.url))

/** The files of the example below one of its folders. */
function filesIn(folder: 'rules' | 'features'): Readonly<Record<string, string>> {
  return Object.fromEntries(
    globSync(`${example}/${folder}/*`).map((path) => [
      relative(example, path).split(sep).join('/'),
      readFileSync(path, 'utf8'),
    ]),
  )
}

suite('mutants of the example of correlations', () => {
  let project: Project

  before(async () => {
    project = temporaryProject({ ...filesIn('rules'), ...filesIn('features') })
    assert.equal((await project.run('test')).code, 0)
  })

  test('are all killed', async () => {
    const { code, stdout } = await project.runHere('mutate', '--threshold-break', '100')
    assert.equal(code, 0, stdout)
    assert.match(stdout, /\n2 rules, 3 correlations · 35 mutants: 33 killed, 2 proved the same rule\n/)
  })

  test('are killed by the real suite as well, rewritten one by one', async (t) => {
    const loaded = loadRules(project.root, ['rules'])
    const { passed } = runForMutation((await readMessages(project.root, 'out/messages.ndjson')).messages)
    const suiteOfRun = suiteOf(loaded, passed)
    const features = Object.keys(filesIn('features'))
    let count = 0
    for (const correlation of loaded.correlations) {
      const { path, text } = correlation.source
      for (const { mutant, state } of judgeMutants(suiteOfRun, correlation, { seed: 'sigmaproof', placeholders: {} })) {
        await t.test(`${path}: ${mutant.id}`, async () => {
          count += 1
          const folder = `mutants/${count}`
          const changed = { ...filesIn('rules'), [path]: withReplacement(text, mutant.replacement) }
          project.put(Object.fromEntries(Object.entries(changed).map(([file, own]) => [`${folder}/${file}`, own])))
          const results = await runFeatures(project.root, features, { rules: [join(project.root, folder)] })
          const failed = results.filter(({ status }) => status !== 'PASSED').map(({ name }) => name)
          assert.ok(state.kind === 'killed' && failed.includes(state.by.name), failed.join(', '))
        })
      }
    }
    assert.equal(count, 16)
  })
})

suite('mutants of correlations that are hardly tested', () => {
  let project: Project

  before(async () => {
    project = temporaryProject({
      ...filesIn('rules'),
      '.gitignore': 'out/\n',
      [countFeature]: `Feature: Password guessing
  Scenario: Many failures
    Given the rule "Password guessing"
    And 12 events matching "Failed logon" within 1 minute
    Then the rule fires
`,
    })
    commit(project)
    const { code, stderr } = await project.run('test')
    assert.equal(code, 0, stderr)
  })

  test('survive where no scenario notices them, and nothing is suggested', async () => {
    const { stdout } = await project.runHere('mutate', 'Password guessing')
    assert.match(stdout, /\n0 rules, 1 correlation · 5 mutants: 0 killed, 5 survived\n/)
    assert.match(stdout, /"Password guessing" \(correlation\) by sigmaproof: 5 mutants survived/)
    assert.match(
      stdout,
      / {2}a threshold moved by one step(?:: \d)?\n {4}rules\/password_guessing\.yml:13\n {6}- {5}gte: 5\n {6}\+ {5}gte: 4\n/,
    )
    assert.match(stdout, /timespan halved or doubled: 2\n {4}\S+\n {6}- {3}timespan: 10m\n {6}\+ {3}timespan: 5m\n/)
    assert.match(stdout, /a field dropped from group-by\n {4}\S+\n {6}- {3}group-by: TargetUserName\n/)
    const limit = 'gave up on timelines, which no solver makes: its scenario is yours to write'
    assert.ok(stdout.includes(`    no event found: ${limit}\n`), stdout)
    assert.doesNotMatch(stdout, /Scenario:/)
    const { files } = JSON.parse(project.read('out/mutation/mutation.json'))
    const [first] = files[countPath].mutants
    assert.equal(first.mutatorName, 'move-threshold')
    assert.equal(first.status, 'Survived')
    assert.equal(first.description, 'a threshold moved by one step in "Password guessing" (correlation) by sigmaproof')
    assert.ok(first.statusReason.endsWith(limit), first.statusReason)
    assert.ok(project.read('out/mutation/index.html').includes('(correlation)'))
  })

  test('have no coverage where no scenario is about them, or about a correlation over them', async () => {
    const { stdout } = await project.runHere('mutate', orderPath)
    assert.match(stdout, /\n0 rules, 1 correlation · 6 mutants: 0 killed, 6 without a scenario\n/)
  })

  test('are kept from one run to the next', async () => {
    const { stdout } = await project.runHere('mutate', countPath)
    const cached = project.read('out/.cache/mutants.json')
    assert.ok(cached.includes('move-threshold/condition/gte/5/lower'))
    assert.equal((await project.runHere('mutate', countPath)).stdout, stdout)
    assert.equal(project.read('out/.cache/mutants.json'), cached)
  })

  test('are judged since a commit where they changed, or what they rest on', async () => {
    const since = async (): Promise<readonly string[]> => {
      await project.runHere('mutate', '--since', 'HEAD')
      return Object.keys(JSON.parse(project.read('out/mutation/mutation.json')).files).sort()
    }
    assert.deepEqual(await since(), [])
    for (const [path, files] of [
      [rulePath, [rulePath, orderPath, countPath, sprayPath]],
      [countPath, [orderPath, countPath]],
      [orderPath, [orderPath]],
      [countFeature, [rulePath, orderPath, countPath, sprayPath]],
    ] as const) {
      const text = project.read(path)
      // The commit has another text, the project the one that was run.
      project.put({ [path]: `# another\n${text}` })
      commit(project)
      project.put({ [path]: text })
      assert.deepEqual(await since(), files, path)
      commit(project)
    }
  })
})
