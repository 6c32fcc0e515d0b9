import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { breachesOf } from '../../../generators/sysmon/breaches.ts'
import { windowsEvents } from '../../../generators/windows/catalogue.ts'
import { madeEvent } from '../made-event.ts'

/** Tags that Windows leaves empty. */
const empty = ['Correlation', 'Security']

describe('a filled event', () => {
  for (const { id: eventId } of windowsEvents) {
    it(`has the same bytes for the same seed and key, and others for others: event ${eventId}`, () => {
      fc.assert(
        fc.property(fc.string(), fc.string(), (seed, key) => {
          const bytes = JSON.stringify(madeEvent(eventId, {}, seed, key))
          assert.equal(JSON.stringify(madeEvent(eventId, {}, seed, key)), bytes)
          assert.ok(!Object.entries(JSON.parse(bytes)).some(([name, value]) => value === null && !empty.includes(name)))
          assert.notEqual(JSON.stringify(madeEvent(eventId, {}, seed, `${key}+`)), bytes)
          assert.notEqual(JSON.stringify(madeEvent(eventId, {}, `${seed}+`, key)), bytes)
        }),
      )
    })

    it(`breaks no schema and no fact: event ${eventId}`, () => {
      fc.assert(
        fc.property(fc.string(), fc.string(), (seed, key) => {
          assert.deepEqual(breachesOf(madeEvent(eventId, {}, seed, key), eventId), [])
        }),
        { numRuns: 200 },
      )
    })
  }

  const addresses = fc.oneof(
    fc.ipV4(),
    fc.constantFrom('0:0:0:0:0:0:0:1', 'fe80:0:0:0:1:2:3:4', '2001:db8:0:0:0:0:0:25', '127.0.0.1'),
  )

  it('keeps the facts around what is given', () => {
    const given = fc.record(
      {
        DestinationIp: addresses,
        User: fc.constantFrom('CONTOSO\\anna.keller', 'NT-AUTORITÄT\\Netzwerkdienst'),
        DestinationPort: fc.integer({ min: 0, max: 65_535 }),
        Initiated: fc.boolean(),
        Image: fc.constantFrom('C:\\Tools\\update.exe', 'C:\\Windows\\System32\\cmd.exe', 'System'),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(given, (values) => {
        const fields = madeEvent(3, values)
        assert.deepEqual(breachesOf(fields, 3), [])
        for (const [name, value] of Object.entries(values)) assert.deepEqual(fields[name], value)
      }),
    )
  })

  it('lets GUIDs, times and logons follow what is given', () => {
    for (const given of [
      { UtcTime: '2024-06-01 23:59:59.999' },
      { ProcessGuid: '01234567-F943-69E5-A527-000000000800' },
      { LogonId: '0x33e8d150' },
      { LogonGuid: '01234567-F943-69E5-50D1-E83300000000' },
    ]) {
      assert.deepEqual(breachesOf(madeEvent(1, given), 1), [], JSON.stringify(given))
    }
  })

  it('gives a program the version resource and the command line that are its own', () => {
    const fields = madeEvent(1, { Image: 'C:\\Windows\\System32\\certutil.exe' })
    assert.equal(fields.OriginalFileName, 'CertUtil.exe')
    assert.match(String(fields.CommandLine), /^certutil/)
    assert.equal(fields.ParentImage, 'C:\\Windows\\System32\\cmd.exe')
    const stranger = madeEvent(1, { Image: 'C:\\Tools\\stranger.exe' })
    assert.equal(stranger.OriginalFileName, '-')
  })

  it('gives service accounts the logon that Windows gives them', () => {
    const fields = madeEvent(1, { User: 'AUTORITE NT\\Système' })
    assert.deepEqual([fields.LogonId, fields.IntegrityLevel, fields.TerminalSessionId], ['0x3e7', 'System', 0])
  })

  it('is logged after it happened', () => {
    for (const eventId of [1, 3]) {
      const fields = madeEvent(eventId)
      assert.ok(String(fields.TimeCreated_SystemTime) > String(fields.UtcTime).replace(' ', 'T'))
    }
  })
})
