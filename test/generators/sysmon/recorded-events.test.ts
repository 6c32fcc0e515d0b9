import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { breachesOf } from '../../../generators/sysmon/breaches.ts'
import { sysmonEventId } from '../../../generators/sysmon/event-id.ts'
import { flattenEvent } from '../../../sigma/index.ts'

const folder = process.env.SIGMAPROOF_EVENTS

describe('recorded Sysmon events', () => {
  it('break none of the facts', { skip: folder === undefined ? 'SIGMAPROOF_EVENTS is not set' : false }, () => {
    let judged = 0
    for (const name of readdirSync(folder ?? '').filter((each) => /^sysmon-.*\.ndjson(\.gz)?$/.test(each))) {
      const bytes = readFileSync(join(folder ?? '', name))
      const lines = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().split('\n')
      for (const [index, line] of lines.entries()) {
        const fields = line === '' ? {} : flattenEvent(JSON.parse(line))
        const eventId = sysmonEventId(fields)
        // The one recorded event 14 has lost its process number and event type to its collector.
        if (eventId === null || eventId === 14) continue
        judged += 1
        assert.deepEqual(breachesOf(fields, eventId), [], `${name}:${index + 1}`)
      }
    }
    assert.ok(judged > 0, `no Sysmon event in ${folder}`)
  })
})
