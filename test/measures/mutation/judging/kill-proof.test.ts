import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { judgeMutants, type Mutant, type MutantResult, suiteOf, withReplacement } from '../../../../measures/index.ts'
import { runForMutation } from '../../../../reports/run/run-for-mutation.ts'
import type { Rule } from '../../../../sigma/index.ts'
import { loadRules, readMessages } from '../../../../sources/index.ts'
import { type Project, temporaryProject } from '../../../cli/temporary-project.ts'
import { runFeatures } from '../../../steps/run-feature.ts'
import { mutantsIn } from '../mutants-in.ts'

// What a mutant is judged to be has to be what the real suite does with the rule's file rewritten: for a few mutants on every
// run, for 200 and with every feature where SIGMAPROOF_LONG is set.
const isLong = process.env.SIGMAPROOF_LONG !== undefined
const count = isLong ? 200 : 12

interface Judged extends MutantResult {
  readonly rule: Rule
}

let project: Project
let features: readonly string[]
let judged: readonly Judged[]

before(async () => {
  project = temporaryProject({})
  for (const folder of ['rules', 'features']) cpSync(folder, join(project.root, folder), { recursive: true })
  features = globSync('features/rules/**/*.feature', { cwd: project.root }).sort()
  const { code } = await project.run('test', 'features/rules')
  assert.equal(code, 0)
  const { passed } = runForMutation((await readMessages(project.root, 'out/messages.ndjson')).messages)
  const loaded = loadRules(project.root, ['rules'])
  const suite = suiteOf(loaded, passed)
  const wanted = drawn(loaded.rules)
  judged = loaded.rules.flatMap((rule) => {
    const options = { seed: 'sigmaproof', placeholders: {}, isWanted: (mutant: Mutant) => wanted.has(nameOf(mutant)) }
    return [...judgeMutants(suite, rule, options)].map((each) => ({ ...each, rule }))
  })
  assert.equal(judged.length, count)
})

test(`${count} mutants: the real suite turns red exactly where the judge says so`, async (t) => {
  for (const { mutant, state, rule } of judged) {
    await t.test(nameOf(mutant), async () => {
      const rules = join(project.root, 'mutants', hash('sha256', nameOf(mutant)).slice(0, 16))
      mkdirSync(rules, { recursive: true })
      cpSync(join(project.root, 'rules'), rules, { recursive: true })
      const file = join(rules, rule.source.path.slice('rules/'.length))
      const text = readFileSync(file, 'utf8')
      const changed = withReplacement(text, mutant.replacement)
      assert.notEqual(changed, text, 'the mutation applied')
      writeFileSync(file, changed)
      const results = await runFeatures(project.root, asked(rule), { rules: [rules] })
      assert.ok(results.length > 0)
      const failed = results.filter(({ status }) => status !== 'PASSED').map(({ name }) => name)
      assert.equal(
        failed.length > 0 ? 'killed' : 'alive',
        state.kind === 'killed' ? 'killed' : 'alive',
        failed.join('\n'),
      )
      if (state.kind === 'killed') assert.ok(failed.includes(state.by.name), `${state.by.name} is not among ${failed}`)
    })
  }
})

/** So many of those that can be read, by the hash of their names. */
function drawn(rules: readonly Rule[]): ReadonlySet<string> {
  const readable = rules
    .flatMap((rule) => [...mutantsIn(rule)])
    .filter(({ reading }) => reading.kind === 'changed')
    .map(({ mutant }) => nameOf(mutant))
  return new Set(
    readable
      .map((name) => [hash('sha256', name), name] as const)
      .sort()
      .slice(0, count)
      .map(([, name]) => name),
  )
}

function nameOf({ subject, id }: Mutant): string {
  return `${subject} ${id}`
}

function asked({ title }: Rule): readonly string[] {
  if (isLong) return features
  return features.filter((feature) => readFileSync(join(project.root, feature), 'utf8').includes(title))
}
