import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { curlFeature, curlRule } from '../cli/temporary-project.ts'

/** The packed package as a user gets it; slow, so CI runs it once and `npm test` does not. */
const repository = fileURLToPath(new URL('../..', import.meta.url))
const root = realpathSync(mkdtempSync(join(tmpdir(), 'sigmaproof-package-')))

function npm(
  cwd: string,
  ...argv: readonly string[]
): { readonly code: number | null; readonly stdout: string; readonly said: string } {
  const script = process.env.npm_execpath
  assert.ok(script !== undefined, 'run this with npm run test:package')
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...argv], { cwd, encoding: 'utf8' })
  return { code: status, stdout, said: `${stdout}${stderr}` }
}

before(() => {
  const packed = npm(repository, 'pack', '--silent', '--pack-destination', root)
  assert.equal(packed.code, 0, packed.said)
  const [tarball = ''] = readdirSync(root).filter((name) => name.endsWith('.tgz'))
  writeFileSync(join(root, 'package.json'), '{ "private": true, "type": "module" }\n')
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund']
  const installed = npm(root, 'install', ...quiet, `./${tarball}`, '@cucumber/cucumber@^13')
  assert.equal(installed.code, 0, installed.said)
  mkdirSync(join(root, 'rules'))
  mkdirSync(join(root, 'features'))
  writeFileSync(join(root, 'rules/curl.yml'), curlRule)
  writeFileSync(join(root, 'features/curl.feature'), curlFeature)
})
after(() => rmSync(root, { recursive: true, force: true }))

test('npx sigmaproof test runs a rule and a feature of the user', () => {
  const { code, said } = npm(root, 'exec', '--no', '--', 'sigmaproof', 'test')
  assert.equal(code, 0, said)
  assert.match(said, /3 scenarios \(3 passed\)/)
  for (const name of ['report.json', 'html/index.html', 'junit.xml', 'cucumber/index.html', 'messages.ndjson']) {
    assert.ok(existsSync(join(root, 'out', name)), name)
  }
})

test('a scenario that does not hold ends with 1', () => {
  writeFileSync(
    join(root, 'features/wrong.feature'),
    curlFeature.replace('Then the rule fires', 'Then the rule is silent'),
  )
  const { code, said } = npm(root, 'exec', '--no', '--', 'sigmaproof', 'test')
  rmSync(join(root, 'features/wrong.feature'))
  assert.equal(code, 1, said)
  assert.match(said, /fires, should be silent/)
})

test('plain cucumber-js with our steps and formatter gives the same report', () => {
  npm(root, 'exec', '--no', '--', 'sigmaproof', 'test', '--out', 'out')
  mkdirSync(join(root, 'steps'), { recursive: true })
  writeFileSync(join(root, 'steps/sigmaproof.js'), "import 'sigmaproof/steps'\n")
  const argv = ['--import', 'steps/sigmaproof.js', '--format', '"sigmaproof/formatter":"plain/summary.txt"']
  const parameters = [
    '--format-options',
    '{"sigmaproof":{"out":"plain"}}',
    '--world-parameters',
    '{"sigmaproof":{"out":"plain"}}',
  ]
  const { code, said } = npm(root, 'exec', '--no', '--', 'cucumber-js', ...argv, ...parameters)
  assert.equal(code, 0, said)
  const [ours, plain] = ['out', 'plain'].map((out) => {
    const report: unknown = JSON.parse(readFileSync(join(root, out, 'report.json'), 'utf8'))
    assert.ok(typeof report === 'object' && report !== null)
    return { ...report, run: null }
  })
  assert.deepEqual(plain, ours)
})

test('every entry of the package can be imported', () => {
  const manifest: unknown = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'))
  assert.ok(typeof manifest === 'object' && manifest !== null && 'exports' in manifest)
  const entries = Object.keys(Object(manifest.exports)).filter((entry) => !entry.endsWith('.json'))
  assert.ok(entries.length > 5)
  for (const entry of entries) {
    const code = `await import('${entry.replace('.', 'sigmaproof')}')`
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
      cwd: root,
      encoding: 'utf8',
    })
    assert.equal(status, 0, stderr)
  }
})

test('the package holds what a user needs and nothing else', () => {
  const folder = join(root, 'node_modules/sigmaproof')
  assert.deepEqual(
    readdirSync(folder)
      .filter((name) => name !== 'node_modules')
      .sort(),
    ['CHANGELOG.md', 'LICENSE', 'README.md', 'catalogue', 'cli', 'dist', 'docs', 'package.json', 'reports'],
  )
  assert.deepEqual(readdirSync(join(folder, 'cli')), ['bin.js'])
})

test('the JSON Schemas of the events can be imported', () => {
  const script = `import schema from 'sigmaproof/schemas/sysmon-event-3.json' with { type: 'json' }
    process.stdout.write(schema.title)`
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    encoding: 'utf8',
  })
  assert.equal(status, 0)
  assert.equal(stdout, 'Sysmon event 3 (network connection)')
})
