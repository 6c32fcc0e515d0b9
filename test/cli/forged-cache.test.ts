import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { readReport } from '../../reports/index.ts'
import { readCache, writeCache } from '../../sources/index.ts'
import { curlFeature, curlRule, type Project, temporaryProject } from './temporary-project.ts'

const [oneScenario = ''] = curlFeature.split('  Scenario: The updater')

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

/** What is kept under a name with each thing that is kept changed, under a seal that holds. */
function forge(project: Project, name: string, changed: (kept: unknown) => unknown): void {
  const out = join(project.root, 'out')
  const forged = entriesOf(readCache(out, name)).map(([key, kept]) => [key, changed(kept)] as const)
  assert.ok(forged.length > 0, `something of ${name} is kept`)
  const content = Object.fromEntries(forged)
  writeCache(out, name, content)
  assert.deepEqual(readCache(out, name), content, 'the seal holds')
}

test('proofs that were forged, seal and all, meet no threshold and change no score', async () => {
  const project = temporaryProject({
    'rules/curl.yml': curlRule,
    'features/curl.feature': oneScenario,
    'sigmaproof.yml':
      'thresholds: {outcomes: 100, detections: 100, values: 100, mcdc: 100}\nrequire: {scenarios: true}\n',
  })
  const coverage = () => readReport(project.read('out/report.json'), 'out/report.json').totals.coverage
  assert.equal((await project.run('test')).code, 1)
  const honest = coverage()
  assert.ok(honest.mcdc.covered < honest.mcdc.total)
  for (const world of ['logic', 'source']) {
    forge(project, 'proofs', (byPoint) =>
      Object.fromEntries(
        entriesOf(byPoint).map(([id]) => [id, { kind: 'impossible', impossible: { world, reason: 'forged' } }]),
      ),
    )
    const { code, stdout } = await project.run('test')
    assert.equal(code, 1)
    assert.doesNotMatch(stdout, /forged/)
    assert.deepEqual(coverage(), honest)
  }
})

test('mutants that were forged, seal and all, meet no threshold and change no score', async () => {
  const project = temporaryProject({ 'rules/curl.yml': curlRule, 'features/curl.feature': oneScenario })
  const judged = async (): Promise<string> => {
    const { code, stdout } = await project.runHere('mutate', '--threshold-break', '100')
    assert.equal(code, 1)
    return stdout
  }
  assert.equal((await project.run('test')).code, 0)
  const honest = await judged()
  assert.match(honest, /survived/)
  assert.equal(await judged(), honest, 'what is remembered changes nothing')
  const by = { uri: 'features/curl.feature', line: 6, name: 'Curl by a user' }
  const states: readonly unknown[] = [
    { kind: 'killed', by },
    { kind: 'ignored', world: 'logic', reason: 'forged' },
    { kind: 'compile-error', message: 'forged' },
  ]
  for (const state of states) {
    forge(project, 'mutants', (kept) => {
      const { key, results } = Object(kept)
      return { key, results: Array.isArray(results) ? results.map((result: object) => ({ ...result, state })) : [] }
    })
    assert.equal(await judged(), honest)
  }
  forge(project, 'mutants', (kept) => ({ ...Object(kept), results: [] }))
  assert.equal(await judged(), honest, 'a mutant that is left out is judged')
})
