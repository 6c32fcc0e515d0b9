import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatRatio } from '../../measures/index.ts'
import { fc } from '../fast-check.ts'

test('a ratio is floored, and n/a when there is nothing to cover', () => {
  assert.equal(formatRatio({ covered: 0, total: 0 }), 'n/a')
  assert.equal(formatRatio({ covered: 0, total: 3 }), '0 %')
  assert.equal(formatRatio({ covered: 2, total: 3 }), '66 %')
  assert.equal(formatRatio({ covered: 29, total: 100 }), '29 %')
  assert.equal(formatRatio({ covered: 999_999, total: 1_000_000 }), '99 %')
})

test('only a complete ratio reads 100 %, and each reads the largest whole per cent below it', () => {
  const ratio = fc
    .integer({ min: 1, max: 1e9 })
    .chain((total) => fc.record({ covered: fc.nat(total), total: fc.constant(total) }))
  fc.assert(
    fc.property(ratio, ({ covered, total }) => {
      const percent = Number.parseInt(formatRatio({ covered, total }), 10)
      assert.ok(BigInt(percent) * BigInt(total) <= 100n * BigInt(covered))
      assert.ok(BigInt(percent + 1) * BigInt(total) > 100n * BigInt(covered))
    }),
  )
})
