import assert from 'node:assert/strict'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { judgeMutants, type MutantResult, subjectsOf, suiteOf, withReplacement } from '../../../../measures/index.ts'
import { runForMutation } from '../../../../reports/run/run-for-mutation.ts'
import { loadRules, readMessages } from '../../../../sources/index.ts'
import { curlFeature, curlRule, type Project, temporaryProject } from '../../../cli/temporary-project.ts'
import { runFeatures } from '../../../steps/run-feature.ts'

// What a mutant of a filter document is judged to be has to be what the real suite does with the document's file rewritten.

const filterPath = 'rules/filters/backup.yml'
const filter = `title: Backup job
logsource:
    category: process_creation
    product: windows
filter:
    rules: any
    job:
        User|endswith: '\\svc-backup'
        CommandLine|contains:
            - ' --upload '
            - ' -T '
    tool:
        Image|startswith: 'C:\\backup\\'
    condition: not (job or tool)
`
const backupFeature = `Feature: What the backup does

  Scenario: The job uploads
    Given the rule "Upload By Name"
    And a process creation event with:
      | CommandLine | curl --upload x      |
      | User        | CONTOSO\\\\svc-backup |
    Then the rule is suppressed by "Backup job"

  Scenario: Its tool
    Given the rule "Download With Curl"
    And a process creation event with:
      | Image | C:\\\\backup\\\\curl.exe |
      | User  | CONTOSO\\\\nina         |
    Then the rule is suppressed by "Backup job"

  Scenario: Somebody else
    Given the rule "Upload By Name"
    And a matching event
    And its User is "CONTOSO\\nina"
    And its Image is "C:\\tools\\curl.exe"
    Then the rule fires

  Scenario: Nothing else fires
    Given a process creation event with:
      | CommandLine | curl --upload x |
      | Image       | C:\\\\tools\\\\x.exe |
      | User        | CONTOSO\\\\nina   |
    Then exactly these rules fire:
      | Upload By Name |
`

const rules = {
  'rules/curl.yml': curlRule,
  'rules/upload.yml': curlRule
    .replace('Download With Curl', 'Upload By Name')
    .replace('6f9c3c5e', '7f9c3c5e')
    .replace("Image|endswith: '\\curl.exe'", "CommandLine|contains: 'upload'"),
}
const features = { 'features/curl.feature': curlFeature, 'features/backup.feature': backupFeature }

let project: Project
let judged: readonly MutantResult[]

before(async () => {
  project = temporaryProject({ ...rules, ...features, [filterPath]: filter })
  const { code, stdout, stderr } = await project.run('test')
  assert.equal(code, 0, stdout + stderr)
  const { passed } = runForMutation((await readMessages(project.root, 'out/messages.ndjson')).messages)
  const loaded = loadRules(project.root, ['rules'])
  const document = subjectsOf(loaded).find(({ kind }) => kind === 'filter')
  assert.ok(document !== undefined)
  judged = [...judgeMutants(suiteOf(loaded, passed), document, { seed: 'sigmaproof', placeholders: {} })]
  const kinds = new Set(judged.map(({ state }) => state.kind))
  assert.ok(judged.length > 15 && kinds.has('killed') && kinds.has('survived'), [...kinds].join(', '))
})

test('mutants of a filter document: the real suite turns red exactly where the judge says so', async (t) => {
  for (const [index, { mutant, state }] of judged.entries()) {
    await t.test(mutant.id, async () => {
      const files = { ...rules, [filterPath]: withReplacement(filter, mutant.replacement) }
      project.put(Object.fromEntries(Object.entries(files).map(([path, text]) => [`mutants/${index}/${path}`, text])))
      const folder = join(project.root, 'mutants', String(index), 'rules')
      const results = await runFeatures(project.root, Object.keys(features), { rules: [folder] })
      const failed = results.filter(({ status }) => status !== 'PASSED').map(({ name }) => name)
      const isKilled = state.kind === 'killed'
      assert.equal(failed.length > 0, isKilled, `${state.kind}: ${failed.join('\n')}`)
      if (isKilled) assert.ok(failed.includes(state.by.name), `${state.by.name} is not among ${failed}`)
    })
  }
})
