import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pointText } from '../../../reports/assembly/point-text.ts'
import type { PointReport } from '../../../reports/document/report.ts'
import { aRule } from '../report-factory.ts'

function valuePoints(): readonly PointReport[] {
  return aRule().points.filter(({ kind }) => kind === 'value')
}

test('a value that no scenario states is told as one', () => {
  const texts = valuePoints().map(pointText)
  assert.ok(
    texts.includes("selection: DestinationPort '631' was never seen to match in a scenario that states the field"),
  )
})
