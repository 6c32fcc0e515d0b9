import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { windowsEventOf } from '../../../catalogue/index.ts'
import { chanceOf } from '../../../generators/chance.ts'
import { filledEvent } from '../../../generators/host/fill-event.ts'
import { hostOf } from '../../../generators/host/machine/profile.ts'
import { eventOfKind } from '../../../generators/kinds/event-in.ts'
import type { Fields } from '../../../sigma/index.ts'
import { realismOf, realismTable } from './judge-realism.ts'
import { plantedFaults } from './planted-faults.ts'
import { learnedFrom } from './profile.ts'
import { halves, type Placed, recordedEvents } from './recorded.ts'

const folder = process.env.SIGMAPROOF_EVENTS
const skip = folder === undefined ? 'SIGMAPROOF_EVENTS is not set' : false

const { learned, kept } = halves(folder === undefined ? [] : recordedEvents(folder, /^sysmon-.*\.ndjson/), 'realism')
const profile = learnedFrom(learned)
const host = hostOf('realism')

function made(eventId: number, given: Fields, key: string | number): Placed {
  const event = windowsEventOf(eventId)
  assert.ok(event !== null)
  return {
    where: `event ${eventId}, ${key}`,
    ...eventOfKind(event, filledEvent(event, given, host, chanceOf('realism', eventId, key))),
  }
}

const guids = ['ProcessGuid', 'ParentProcessGuid', 'SourceProcessGUID', 'TargetProcessGUID'] as const

/** The events with the creation of every process that they name. */
function withCreations(events: readonly Placed[]): readonly Placed[] {
  const named = events.flatMap(({ fields }) =>
    guids.flatMap((name) => (fields.EventID === 1 && name === 'ProcessGuid' ? [] : (fields[name] ?? []))),
  )
  const creations = [...new Set(named)].map((guid) => made(1, { ProcessGuid: guid }, String(guid)))
  return [...events, ...creations]
}

describe('realism', { skip }, () => {
  it('is in all of 1,000 made events of each of the common ids', () => {
    const ids = [1, 3, 7, 10, 11, 13, 22]
    const events = ids.flatMap((id) => Array.from({ length: 1_000 }, (_, index) => made(id, {}, index)))
    const realism = realismOf(withCreations(events), profile)
    assert.deepEqual(realism.violations.slice(0, 20), [], realismTable(realism).join('\n'))
    for (const check of ['parent-image', 'parent-user', 'parent-command-line', 'image-other-events', 'length']) {
      assert.ok((realism.judged.get(check) ?? 0) >= 1_000, `${check} was judged ${realism.judged.get(check)} times`)
    }
  })

  it('is broken in at most 1 % of the recorded half, and of each check on it, that it did not learn from', () => {
    const realism = realismOf(kept, profile)
    assert.ok(kept.length > 20_000)
    const faulty = new Set(realism.violations.map((violation) => violation.where))
    assert.ok(faulty.size <= kept.length / 100, `${faulty.size} of ${kept.length} events`)
    for (const [check, count] of realism.judged) {
      const failed = realism.violations.filter((violation) => violation.check === check)
      const examples = failed.slice(0, 5).map(({ where, field, message }) => `${where} ${field}: ${message}`)
      assert.ok(failed.length <= count / 100, `${check}: ${failed.length} of ${count}\n${examples.join('\n')}`)
    }
  })

  for (const { eventId, field, value, check } of plantedFaults) {
    it(`is missing from event ${eventId} with ${field} ${JSON.stringify(value) ?? 'absent'}`.slice(0, 100), () => {
      const sound = withCreations([
        made(eventId, { [eventId === 10 ? 'SourceImage' : 'Image']: 'C:\\Windows\\System32\\notepad.exe' }, 'planted'),
      ])
      assert.deepEqual(realismOf(sound, profile).violations, [])
      const faulty = sound.map((event, index) => {
        if (index > 0) return event
        const entries = Object.entries({ ...event.fields, [field]: value }).filter((entry) => entry[1] !== undefined)
        return { ...event, fields: Object.fromEntries(entries) as Fields }
      })
      const found = realismOf(faulty, profile).violations.map((violation) => violation.check)
      assert.ok(found.includes(check), `found ${found.join(', ') || 'nothing'}`)
    })
  }
})
