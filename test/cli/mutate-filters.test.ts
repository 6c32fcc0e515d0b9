import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { commit } from './commit.ts'
import { curlFeature, curlRule, type Project, temporaryProject } from './temporary-project.ts'

const rulePath = 'rules/curl.yml'
const otherPath = 'rules/other.yml'
const filterPath = 'rules/filters/tool.yml'
const featurePath = 'features/curl.feature'
const filter = `title: Backup tool
logsource:
    category: process_creation
    product: windows
filter:
    rules: 6f9c3c5e-6f59-4c5d-8a75-8a1f0f3d7c11
    tool:
        ParentImage|endswith: '\\backup.exe'
    condition: not tool
`
const otherRule = curlRule.replace('Download With Curl', 'Elsewhere').replace('6f9c3c5e', '7f9c3c5e')

let project: Project

before(async () => {
  project = temporaryProject({
    [rulePath]: curlRule,
    [otherPath]: otherRule,
    [filterPath]: filter,
    [featurePath]: curlFeature,
    '.gitignore': 'out/\n',
  })
  commit(project)
  const { code, stderr } = await project.run('test')
  assert.equal(code, 0, stderr)
})

test('an untested filter document costs the mutation score', async () => {
  const { code, stdout } = await project.runHere('mutate')
  assert.equal(code, 0)
  assert.match(stdout, /2 rules, 1 filter document · \d+ mutants/)
  const [row = ''] = stdout.split('\n').filter((line) => /Backup tool/.test(line))
  assert.match(row, /│ +3 │ +[1-9]/, 'only what stops an event that fires is killed')
  assert.match(stdout, /"Backup tool" \(filter document\): \d+ mutants survived/)
  assert.match(stdout, / {2}contains, startswith, endswith and equals swapped: 3\n {4}rules\/filters\/tool\.yml:8\n/)
  assert.match(stdout, /These kill some of them, about the rule rules\/curl\.yml:/)
  const { files } = JSON.parse(project.read('out/mutation/mutation.json'))
  assert.deepEqual(Object.keys(files), [rulePath, filterPath, otherPath])
  const [first] = files[filterPath].mutants
  assert.match(first.description, /in "Backup tool" \(filter document\)$/)
  assert.equal(files[filterPath].source, filter)
  const survivor = files[filterPath].mutants.find(({ status }: { readonly status: string }) => status === 'Survived')
  assert.match(survivor.statusReason, /this scenario about rules\/curl\.yml kills it:[\s\S]*Scenario: /)
})

test('a second run takes the mutants of filter documents from the first', async () => {
  const { stdout } = await project.runHere('mutate')
  const cache = JSON.parse(project.read('out/.cache/mutants.json'))
  assert.ok(JSON.stringify(cache).includes(filterPath))
  assert.equal((await project.runHere('mutate')).stdout, stdout)
})

test('a filter document can be asked for by its path and its title', async () => {
  for (const name of [filterPath, 'Backup tool']) {
    assert.match((await project.runHere('mutate', name)).stdout, /0 rules, 1 filter document · \d+ mutants/)
  }
})

test('since a commit: a filter document with its rules, and a rule with its filter documents', async () => {
  const since = async () => (await project.runHere('mutate', '--since', 'HEAD')).stdout
  assert.match(await since(), /^0 rules · 0 mutants/)
  const texts = { [filterPath]: filter, [rulePath]: curlRule, [featurePath]: curlFeature, [otherPath]: otherRule }
  for (const [path, text] of Object.entries(texts)) {
    // The commit has another text, the project the one that was run.
    project.put({ [path]: `# another\n${text}` })
    commit(project)
    project.put({ [path]: text })
    assert.match(await since(), path === otherPath ? /\n1 rule · / : /1 rule, 1 filter document · /, path)
    commit(project)
  }
})
