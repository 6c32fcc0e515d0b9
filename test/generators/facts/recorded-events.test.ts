import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { windowsEventIn } from '../../../generators/kinds/event-in.ts'
import { violationsOf } from '../../../generators/violations/violations.ts'
import { recordedEvents } from '../realism/recorded.ts'

const folder = process.env.SIGMAPROOF_EVENTS
const skip = folder === undefined ? 'SIGMAPROOF_EVENTS is not set' : false

describe('recorded events', () => {
  it('of Sysmon break no schema and no fact', { skip }, () => {
    let judged = 0
    for (const event of recordedEvents(folder ?? '', /^sysmon-.*\.ndjson/)) {
      const { where, fields } = event
      const eventId = windowsEventIn(event)?.id ?? null
      // The one recorded event 14 has lost its process number and event type to its collector.
      if (eventId === null || eventId === 14) continue
      judged += 1
      const breaches = violationsOf(fields, eventId)
      assert.deepEqual(breaches, [], where)
    }
    assert.ok(judged > 0, `no Sysmon event in ${folder}`)
  })

  it('of other channels break no schema', { skip }, () => {
    const judged = new Map<number, number>()
    for (const event of recordedEvents(folder ?? '', /^other-channels-.*\.ndjson/)) {
      const { where, fields } = event
      const eventId = windowsEventIn(event)?.id ?? null
      // Events forwarded by another machine have lost their types: every number is a text.
      if (eventId === null || typeof fields.EventID === 'string') continue
      judged.set(eventId, (judged.get(eventId) ?? 0) + 1)
      assert.deepEqual(violationsOf(fields, eventId), [], where)
    }
    assert.deepEqual([...judged.keys()].sort(), [104, 4103, 4104, 4624, 4688])
  })
})
