import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, test } from 'node:test'
import { temporaryProject } from './temporary-project.ts'

const rulesFolder = process.env.SIGMAPROOF_RULES ?? ''
const regressionFolder = process.env.SIGMAPROOF_REGRESSION ?? ''
const withoutRules = rulesFolder === '' ? 'SIGMAPROOF_RULES names no folder laid out like SigmaHQ/sigma' : false
const withoutCases = regressionFolder === '' ? 'SIGMAPROOF_REGRESSION names no folder with regression_data/' : false

/** The rule folders of SigmaHQ that count as active. */
const active = (folder: string): boolean => /^rules(?:-|$)/.test(folder)

describe('the public rules', { skip: withoutRules }, () => {
  const folders = readdirSync(withoutRules ? '.' : rulesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)

  async function checked(chosen: readonly string[], configuration = ''): Promise<Checked> {
    const project = temporaryProject({ 'sigmaproof.yml': configuration })
    const paths = chosen.map((folder) => join(resolve(rulesFolder), folder))
    const { code, stdout } = await project.runHere('check', ...paths, '--format', 'json')
    return { code, ...JSON.parse(stdout) }
  }

  test('are checked in one run, old ones and all, and nothing crashes', async (context) => {
    const { code, counts, codes } = await checked(folders)
    context.diagnostic(JSON.stringify(counts))
    for (const each of codes.filter(({ count }) => count > 0)) context.diagnostic(`${each.code} ${each.count}`)
    assert.equal(code, 2)
    assert.ok(counts.files > 3000 && counts.rules > 3000)
    assert.deepEqual(
      codes.filter(({ count, severity }) => count > 0 && severity === 'error').map(({ code: each }) => each),
      ['E-PLACEHOLDER', 'E-CONDITION-SYNTAX', 'E-CONDITION-PIPE'],
    )
  })

  test('that are active have no error once their placeholders have values', async () => {
    const texts = (await checked(folders.filter(active))).problems
    const names = texts.flatMap(({ message }) => /^placeholder '%(.+)%' has no value$/.exec(message)?.[1] ?? [])
    assert.ok(names.length > 0)
    const values = names.map((name) => `  ${JSON.stringify(name)}: [value, 'val*']\n`)
    const { counts } = await checked(folders.filter(active), `placeholders:\n${[...new Set(values)].join('')}`)
    assert.deepEqual([counts.errors, counts.rejected], [0, 0])
  })
})

interface Checked {
  readonly code: number
  readonly counts: Readonly<Record<'files' | 'rules' | 'rejected' | 'errors' | 'warnings', number>>
  readonly codes: readonly { readonly code: string; readonly severity: string; readonly count: number }[]
  readonly problems: readonly { readonly message: string }[]
}

describe('the recorded attacks of the public rules', { skip: withoutRules || withoutCases }, () => {
  test('replayed by eval, each makes its rule fire at least as often as it says', async (context) => {
    const events = join(resolve(regressionFolder), 'regression_data')
    const files = readdirSync(events, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(?:json|jsoncls|raw)$/.test(file),
    )
    const project = temporaryProject({})
    const rules = readdirSync(rulesFolder)
      .filter(active)
      .flatMap((folder) => ['--rules', join(resolve(rulesFolder), folder)])
    const paths = files.map((file) => join(events, file))
    // Rules that want placeholders are told as unreadable: what fires is what matters here.
    const { stdout, stderr } = await project.runHere('eval', ...paths, ...rules)
    const fired = new Map<string, number>()
    for (const line of stdout.trimEnd().split('\n')) {
      const { file, id }: { readonly file: string; readonly id: string } = JSON.parse(line)
      const key = `${dirname(resolve(project.root, file))} ${id}`
      fired.set(key, (fired.get(key) ?? 0) + 1)
    }
    const missing = files.flatMap((file) => {
      const folder = dirname(join(events, file))
      const info = readFileSync(join(folder, 'info.yml'), 'utf8')
      const wanted = Number(/match_count: (\d+)/.exec(info)?.[1] ?? 1)
      const id = /rule_metadata:\s+- id: (\S+)/.exec(info)?.[1] ?? ''
      const count = fired.get(`${folder} ${id}`) ?? 0
      return count >= wanted ? [] : [`${relative(events, folder)}: ${count} of ${wanted}`]
    })
    assert.deepEqual(missing, [])
    assert.ok(files.length > 100)
    context.diagnostic(`${files.length} cases; ${stderr.trimEnd().split('\n').at(-1)}`)
  })
})
