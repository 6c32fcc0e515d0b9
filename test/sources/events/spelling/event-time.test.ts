import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventTime } from '../../../../sources/events/spelling/event-time.ts'

const noon = Date.UTC(2024, 4, 6, 12)

const cases: readonly (readonly [Readonly<Record<string, string | number>>, number | null])[] = [
  [{ UtcTime: '2024-05-06 12:00:00.125' }, noon + 125],
  [{ TimeCreated_SystemTime: '2024-05-06T12:00:00.1250000Z' }, noon + 125],
  [{ '@timestamp': '2024-05-06T14:30:00+02:30' }, noon],
  [{ timestamp: '2024-05-06T07:00:00-0500' }, noon],
  [{ ts: noon / 1000 }, noon],
  [{ time: noon }, noon],
  [{ UtcTime: 'soon', eventTime: '2024-05-06T12:00:00Z' }, noon],
  [{ UtcTime: '2024-05-06 12:00:00.000', TimeCreated_SystemTime: '2024-05-06T13:00:00Z' }, noon],
  [{ UtcTime: '2024-05-06' }, null],
  [{}, null],
]
for (const [fields, time] of cases) {
  test(JSON.stringify(fields), () => assert.equal(eventTime(fields), time))
}
