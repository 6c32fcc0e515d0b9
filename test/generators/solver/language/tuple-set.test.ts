import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tupleSet } from '../../../../generators/solver/language/tuple-set.ts'
import { fc } from '../../../fast-check.ts'

test('a set of tuples holds each once, at the place where it came', () => {
  const tuples = fc.integer({ min: 0, max: 3 }).chain((length) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: length, maxLength: length }), {
      minLength: 1,
      maxLength: 400,
    }),
  )
  fc.assert(
    fc.property(tuples, (added) => {
      const length = added[0]?.length ?? 0
      const set = tupleSet(length)
      const places = new Map<string, number>()
      for (const tuple of added) {
        const isNew = !places.has(tuple.join())
        assert.equal(set.add(Int32Array.from(tuple)), isNew)
        if (isNew) places.set(tuple.join(), places.size)
      }
      assert.equal(set.size(), places.size)
      const read = new Int32Array(length)
      for (const [text, place] of places) {
        set.read(place, read)
        assert.equal(read.join(), text)
      }
    }),
  )
})
