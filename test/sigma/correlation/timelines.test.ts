import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { judgeCorrelation } from '../../../sigma/index.ts'
import { correlating, timed, timelinesIn } from './timelines.ts'

describe('the timelines of correlation.ndjson', () => {
  const timelines = timelinesIn('correlation.ndjson')

  for (const { id, claim, correlation: map, occurrences, matches } of timelines) {
    test(`${id}: ${claim}`, () => {
      const { set, correlation } = correlating(map)
      const judgement = judgeCorrelation(set, correlation, timed(occurrences))
      assert.deepEqual(
        judgement.matches.map(({ time, group }) => [time / 1000, group]),
        matches,
      )
    })
  }

  test('are all of the specification, and more', () => {
    assert.equal(new Set(timelines.filter(({ id }) => id.startsWith('C')).map(({ id }) => id)).size, 33)
  })
})
