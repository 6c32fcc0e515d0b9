import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { test } from 'node:test'
import { runFeatures } from '../steps/run-feature.ts'

// A scenario states what it is about. One that is green under the usual seed by luck alone is red under another.
const seeds = process.env.SIGMAPROOF_LONG === '1' ? 100 : 3
const features = globSync('features/**/*.feature').map((path) => path.replaceAll('\\', '/'))

for (let seed = 1; seed <= seeds; seed += 1) {
  test(`every feature is green under seed ${seed}`, async () => {
    const results = await runFeatures(process.cwd(), features, { seed: String(seed) })
    assert.ok(results.length > 0)
    assert.deepEqual(
      results.filter(({ status }) => status !== 'PASSED').map(({ name, messages }) => [name, messages[0]]),
      [],
    )
  })
}
