import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { windowsEventOf, windowsEvents } from '../../../catalogue/index.ts'
import { violationsOf } from '../../../generators/violations/violations.ts'

import { type Fields, fieldsFor } from '../../../sigma/index.ts'

import { fc } from '../../fast-check.ts'
import { madeEvent, wholeEvent } from '../made-event.ts'

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
          assert.deepEqual(violationsOf(madeEvent(eventId, {}, seed, key), eventId), [])
        }),
        { numRuns: 200 },
      )
    })
  }

  for (const eventId of [1, 3, 7, 10, 11, 13, 22]) {
    it(`breaks nothing a thousand times on one host: event ${eventId}`, () => {
      const made = Array.from({ length: 1_000 }, (_, index) => madeEvent(eventId, {}, 'thousand', String(index)))
      for (const fields of made) assert.deepEqual(violationsOf(fields, eventId), [])
      assert.ok(new Set(made.map((fields) => JSON.stringify(fields))).size === 1_000)
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
        assert.deepEqual(violationsOf(fields, 3), [])
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
      assert.deepEqual(violationsOf(madeEvent(1, given), 1), [], JSON.stringify(given))
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

  for (const { id: eventId, fields } of windowsEvents) {
    it(`keeps the facts around any one value: event ${eventId}`, () => {
      const other = madeEvent(eventId, {}, 'another host', 'another event')
      for (const { name } of fields) {
        const given = { [name]: other[name] ?? null }
        const made = madeEvent(eventId, given)
        assert.deepEqual(made[name], other[name])
        assert.deepEqual(violationsOf(made, eventId), [], JSON.stringify(given))
      }
    })
  }

  it('is of an old release where a value is given as empty', () => {
    for (const [eventId, name] of [
      [1, 'ParentImage'],
      [3, 'DestinationHostname'],
      [7, 'Signature'],
      [22, 'QueryResults'],
    ] as const) {
      const made = madeEvent(eventId, { [name]: '' })
      assert.deepEqual(violationsOf(made, eventId), [], name)
      assert.ok(!Object.values(made).includes('-'), name)
    }
    assert.ok(!Object.hasOwn(madeEvent(1, { ParentImage: '' }), 'ParentUser'))
  })

  const wholes: readonly (readonly [string, number, Fields, Fields])[] = [
    [
      'a parent that is not known',
      1,
      { ParentImage: '-' },
      {
        ParentProcessGuid: '00000000-0000-0000-0000-000000000000',
        ParentProcessId: 0,
        ParentCommandLine: '-',
        ParentUser: '-',
      },
    ],
    [
      'a file without a resource',
      7,
      { ImageLoaded: 'C:\\a.dll', Company: '-' },
      { FileVersion: '-', Description: '-', Product: '-', OriginalFileName: '-' },
    ],
    [
      'a file of which an old release knows nothing',
      7,
      { ImageLoaded: 'C:\\a.dll', OriginalFileName: '?' },
      { FileVersion: '?', Description: '?', Product: '?', Company: '?', RuleName: '' },
    ],
    [
      'who asked, by the name',
      4688,
      { SubjectUserName: 'Système' },
      { SubjectDomainName: 'AUTORITE NT', SubjectUserSid: 'S-1-5-18', SubjectLogonId: '0x3e7' },
    ],
    [
      'who is meant, by the whole name',
      4688,
      { TargetDomainName: 'NT AUTHORITY', TargetUserName: 'SYSTEM' },
      { TargetUserSid: 'S-1-5-18', TargetLogonId: '0x3e7' },
    ],
    [
      'who logged on, by the SID',
      4624,
      { TargetUserSid: 'S-1-5-20' },
      { TargetUserName: 'NETWORK SERVICE', TargetDomainName: 'NT AUTHORITY', TargetLogonId: '0x3e4' },
    ],
  ]
  for (const [what, eventId, given, wanted] of wholes) {
    it(`tells all of it: ${what}`, () => {
      const made = madeEvent(eventId, given)
      const told = Object.fromEntries(Object.keys(wanted).map((name) => [name, made[name]]))
      assert.deepEqual([told, violationsOf(made, eventId)], [wanted, []])
    })
  }

  it('takes what a category calls a field for the field itself', () => {
    const made = madeEvent(4688, { Image: 'C:\\Tools\\a.exe', ParentImage: 'C:\\Tools\\b.exe' })
    assert.deepEqual([made.NewProcessName, made.ParentProcessName], ['C:\\Tools\\a.exe', 'C:\\Tools\\b.exe'])
    for (const name of ['Image', 'ParentImage', 'LogonId']) assert.equal(Object.hasOwn(made, name), false, name)
    assert.equal(madeEvent(4688, { LogonId: '0x3e7' }).SubjectLogonId, '0x3e7')
  })

  const apart: readonly (readonly [eventId: number, given: Fields, own: Fields])[] = [
    [4688, { User: 'CONTOSO\\nina' }, { TargetDomainName: 'CONTOSO', TargetUserName: 'nina' }],
    [4688, { IntegrityLevel: 'S-1-16-16384' }, { MandatoryLabel: 'S-1-16-16384' }],
    [4688, { ParentProcessId: '0x10' }, { ProcessId: '0x10' }],
    [
      4657,
      { TargetObject: 'HKLM\\SOFTWARE\\Contoso\\x', Details: '1' },
      { ObjectName: '\\REGISTRY\\MACHINE\\SOFTWARE\\Contoso', ObjectValueName: 'x', NewValue: '1' },
    ],
    [
      4657,
      { TargetObject: 'HKU\\S-1-5-18\\x', Image: 'C:\\a.exe' },
      { ObjectName: '\\REGISTRY\\USER\\S-1-5-18', ObjectValueName: 'x', ProcessName: 'C:\\a.exe' },
    ],
    [4657, { TargetObject: 'HKLM\\' }, { ObjectName: '\\REGISTRY\\MACHINE', ObjectValueName: '' }],
  ]
  for (const [eventId, given, own] of apart) {
    it(`takes apart what a category puts together, and reads the same again: ${JSON.stringify(given)}`, () => {
      const event = wholeEvent(eventId, given)
      for (const [name, value] of Object.entries(own)) assert.equal(event.fields[name], value, name)
      assert.deepEqual(violationsOf(event.fields, eventId), [])
      const [category = null] = windowsEventOf(eventId)?.categories ?? []
      const read = fieldsFor({ category }, event)
      for (const [name, value] of Object.entries(given)) {
        // Of a key alone rules read no last backslash.
        assert.equal(read[name], value === 'HKLM\\' ? 'HKLM' : value, name)
      }
    })
  }

  it('tells of a log that was cleared, in the log of the system', () => {
    const made = wholeEvent(104)
    assert.deepEqual(made.origin, { channel: 'System', provider: 'Microsoft-Windows-Eventlog', eventId: '104' })
    assert.deepEqual(wholeEvent(104, { Channel: 'Contoso-Tools/Log' }).origin, made.origin)
    assert.equal(wholeEvent(104, { Channel: 'Contoso-Tools/Log' }).fields.Channel, 'Contoso-Tools/Log')
    assert.equal(Object.hasOwn(made.fields, 'Channel'), true)
  })

  it('tells what became of a value of the registry, and what it was before', () => {
    const told = (OperationType: string) => {
      const { OldValue, OldValueType, NewValue, NewValueType } = madeEvent(4657, { OperationType })
      return [OldValue === '-', OldValueType === '-', NewValue === '-', NewValueType === '-']
    }
    assert.deepEqual(told('%%1904'), [true, true, false, false])
    assert.deepEqual(told('%%1905'), [false, false, false, false])
    assert.deepEqual(told('%%1906'), [false, false, true, true])
  })

  it('writes a command line in the ways that Windows does', () => {
    const lines = Array.from({ length: 400 }, (_, index) =>
      String(madeEvent(1, {}, 'rates', String(index)).CommandLine),
    )
    const share = (shape: RegExp) => lines.filter((line) => shape.test(line)).length / lines.length
    assert.ok(Math.abs(share(/ $/) - 631 / 4973) < 0.06, `${share(/ $/)} end in a blank`)
    const twoBlanks = /^(?:"[^"]*"|\S+) {2}/
    assert.ok(Math.abs(share(twoBlanks) - 1114 / 4973) < 0.06, `${share(twoBlanks)} have two blanks`)
    assert.ok(share(/^\\\?\?\\/) > 0 && share(/^"/) > 0 && share(/^[A-Z]:/) > 0)
  })

  it('is written in the name of an administrator only where the configuration changed', () => {
    assert.match(String(madeEvent(16).Security_UserID), /^S-1-5-21-\d+-\d+-\d+-\d+$/)
    for (const eventId of [1, 4, 255]) assert.equal(madeEvent(eventId).Security_UserID, 'S-1-5-18')
    assert.deepEqual([madeEvent(255).Level, madeEvent(4).Level], [2, 4])
  })
})
