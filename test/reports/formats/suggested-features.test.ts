import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatSuggestions } from '../../../reports/index.ts'
import { aReport, aRule } from '../report-factory.ts'

const waits = 'it waits for the next run'
const points = Array.from({ length: 1_000 }, (_, index) => ({ point: `values/s/A/${index}/matched`, reason: waits }))

test('points that stay open for one reason are counted after the first five', () => {
  const rule = aRule()
  const open = [{ point: 'outcomes/silent', reason: 'the solver gave up' }, ...points]
  const text = formatSuggestions(
    aReport({ rules: [rule], suggested: true, suggestions: [{ rule: rule.key, scenarios: [], open }] }),
  )
  assert.deepEqual(
    text.split('\n').filter((line) => line.startsWith('  #')),
    [
      '  # no scenario covers outcomes/silent: the solver gave up',
      ...['0', '1', '2', '3', '4'].map((each) => `  # no scenario covers values/s/A/${each}/matched: ${waits}`),
      `  # nor 995 more points: ${waits}`,
    ],
  )
})
