import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { caseFiles, casesIn, outcomeOf } from './sigma-case.ts'

for (const file of caseFiles) {
  describe(`the cases of ${file}`, () => {
    for (const each of casesIn(file)) {
      test(`${each.id}: ${each.claim}`, () => {
        assert.equal(outcomeOf(each), each.expect)
      })
    }
  })
}

test('every case of the specification is there', () => {
  assert.equal(new Set(casesIn('semantics.ndjson').map(({ id }) => id)).size, 447)
})
