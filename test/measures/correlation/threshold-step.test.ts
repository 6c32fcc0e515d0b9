import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stepOf } from '../../../measures/correlation/threshold-step.ts'

for (const [own, isWhole, below, above] of [
  [5, false, 4, 6],
  [-1, false, -2, 0],
  [0.5, false, 0.4, 0.6],
  [0.7, false, 0.6, 0.8],
  [0.3, false, 0.2, 0.4],
  [1.25, false, 1.24, 1.26],
  [1e-7, false, 0, 2e-7],
  [1.5e-7, false, 1.4e-7, 1.6e-7],
  [1e21, false, 1e21, 1e21],
  [1.5e3, false, 1499, 1501],
  [2.5, true, 1.5, 3.5],
] as const) {
  test(`${own}${isWhole ? ' of whole numbers' : ''} has ${below} below and ${above} above it`, () => {
    assert.deepEqual(stepOf(own, isWhole), { below, own, above })
  })
}
