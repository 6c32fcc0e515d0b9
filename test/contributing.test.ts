import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { modifierNames } from '../sigma/compile/modifiers.ts'
import { outcomeOf, type SigmaCase } from './sigma/sigma-case.ts'

const section = (/^### A modifier\n([\s\S]*?)^### /m.exec(readFileSync('CONTRIBUTING.md', 'utf8')) ?? [])[1] ?? ''

/** What the section says of a file: all of it, a change of it, or lines that it gains. */
interface Block {
  readonly kind: 'ts' | 'diff' | 'json'
  readonly path: string
  readonly text: string
}

const blocks: readonly Block[] = [...section.matchAll(/^ {3}```(ts|diff|json) (\S+)\n([\s\S]*?)^ {3}```$/gm)].map(
  ([, kind = '', path = '', text = '']) => ({
    kind: kind as Block['kind'],
    path,
    text: text.replaceAll(/^ {3}/gm, ''),
  }),
)
const cases = blocks
  .filter(({ kind }) => kind === 'json')
  .flatMap(({ text }) => text.trim().split('\n'))
  .map((line): SigmaCase => JSON.parse(line))

/** The stations that the change is made in, and whatever these import. */
const stations = ['catalogue', 'sigma', 'generators', 'proofs', 'matching', 'measures']

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sigmaproof-contributing-')))
after(() => rmSync(folder, { recursive: true }))
for (const station of stations) cpSync(station, join(folder, station), { recursive: true })
cpSync('test/sigma/sigma-case.ts', join(folder, 'test/sigma/sigma-case.ts'))
symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction')
const configuration = {
  extends: resolve('tsconfig.json'),
  include: [...stations.map((each) => `${each}/**/*.ts`), resolve('reports/**/*.d.ts')],
}
writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configuration))
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')

/** The files in which the compiler finds something missing. */
function filesWithErrors(): readonly string[] {
  const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc')
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', folder], { cwd: folder, encoding: 'utf8' })
  return [...new Set([...stdout.matchAll(/^(\S+)\(\d+,\d+\): error/gm)].map(([, file = '']) => file))].sort()
}

function follow({ kind, path, text }: Block): void {
  const file = join(folder, path)
  if (kind === 'ts') writeFileSync(file, text)
  if (kind !== 'diff') return
  const changed = text.split('@@\n').reduce(
    (content, part) => {
      const lines = part.trimEnd().split('\n')
      const before = lines.filter((line) => !line.startsWith('+')).map((line) => line.slice(1))
      const now = lines.map((line) => line.slice(1))
      assert.equal(content.split(`${before.join('\n')}\n`).length, 2, `${path} has this once:\n${before.join('\n')}`)
      return content.replace(`${before.join('\n')}\n`, () => `${now.join('\n')}\n`)
    },
    readFileSync(file, 'utf8'),
  )
  writeFileSync(file, changed)
}

test('whoever adds a modifier as CONTRIBUTING.md says is told what is missing, and arrives', async () => {
  assert.deepEqual(new Set(cases.map(outcomeOf)), new Set(['E-MODIFIER-UNKNOWN']))
  const named = section.indexOf('It names')
  const isBegun = ({ path }: Block) => section.indexOf(` ${path}\n`) < named
  const changes = blocks.filter(({ kind }) => kind !== 'json')
  for (const block of changes.filter(isBegun)) follow(block)
  const listed = section.slice(named, section.indexOf('\n3. ')).matchAll(/`(\S+\.ts)`/g)
  assert.deepEqual(filesWithErrors(), [...listed].map(([, file = '']) => file).sort())
  for (const block of changes.filter((each) => !isBegun(each))) follow(block)
  assert.deepEqual(filesWithErrors(), [])
  const { outcomeOf: outcomeNow } = await import(pathToFileURL(join(folder, 'test/sigma/sigma-case.ts')).href)
  assert.deepEqual(
    cases.map((each) => outcomeNow(each)),
    cases.map(({ expect }) => expect),
  )
})

test('every modifier stands in the section of the semantics about modifiers', () => {
  const [, text = ''] = /^## 4\. Modifiers\n([\s\S]*?)^## 5\. /m.exec(readFileSync('docs/semantics.md', 'utf8')) ?? []
  assert.deepEqual(
    modifierNames.filter((name) => !text.includes(`\`${name}\``)),
    [],
  )
})
