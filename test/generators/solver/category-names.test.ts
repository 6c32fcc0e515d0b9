import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type EventShape, renderEvent } from '../../../generators/shapes/render-event.ts'
import type { Goal, Witness } from '../../../generators/solver/goal.ts'
import { solve } from '../../../generators/solver/solve.ts'
import { reaches } from '../../../generators/solver/witness/confirm.ts'
import { violationsOf } from '../../../generators/violations/violations.ts'
import { ask } from '../../../proofs/index.ts'
import { type Fields, fieldsFor, flattenEvent, judge, type Rule } from '../../../sigma/index.ts'
import { ruleOf, ruleWith } from '../rules.ts'
import { readXml } from '../shapes/read-xml.ts'

const fires: Goal = { kind: 'fires' }

function answerTo(rule: Rule, goal: Goal) {
  return solve([rule], goal, { count: 3, chance: 'a', seed: 'test' })
}

/** Events of the answer, each of which fires the rule, again when read from every shape. */
function firing(rule: Rule): readonly Witness[] {
  const answer = answerTo(rule, fires)
  assert.ok(answer.kind === 'witness', JSON.stringify(answer))
  assert.ok(answer.events.length > 0)
  for (const event of answer.events) {
    assert.equal(judge(rule, event).verdict.kind, 'fires')
    for (const shape of ['evtx', 'flat', 'xml'] as const) {
      assert.equal(judge(rule, readFrom(event, shape)).verdict.kind, 'fires', shape)
    }
  }
  return answer.events
}

function readFrom(event: Witness, shape: EventShape) {
  const rendered = renderEvent(event, shape)
  return flattenEvent(shape === 'xml' ? readXml(String(rendered)) : rendered)
}

// Security 4688 feeds process_creation too; its NewProcessName is read as Image, its SubjectLogonId as LogonId.
const nullFilter = ruleWith(
  "  s:\n    ParentImage|endswith: '\\conhost.exe'\n  f:\n    Image: null\n  condition: s and not f",
)

describe('a field that a category knows under another name', () => {
  it('is there when the event has its own', () => {
    const goal: Goal = { kind: 'suppressed', filters: ['f'] }
    const answer = answerTo(nullFilter, goal)
    assert.ok(answer.kind === 'impossible' && answer.world === 'source')
    for (const event of answer.events) {
      assert.ok(reaches([nullFilter], goal, flattenEvent(renderEvent(event, 'evtx'))))
      assert.notDeepEqual(event.breaches, [])
    }
  })

  it('lets a claim be proved that no event refutes', () => {
    const answer = ask(
      { kind: 'refute', rule: nullFilter, claim: { kind: 'does-not-need', part: 'f' } },
      { seed: 'test' },
    )
    assert.deepEqual([answer.kind, answer.kind === 'impossible' && answer.world], ['impossible', 'source'])
  })

  const audited: readonly (readonly [what: string, detection: string])[] = [
    ['a program', "    Image|endswith: '\\a.exe'"],
    ['a program and its parent', "    Image|endswith: '\\a.exe'\n    ParentImage|endswith: '\\b.exe'"],
    ['one field under two names', "    Image|startswith: 'D:\\'\n    NewProcessName|endswith: '\\a.exe'"],
    ['a logon', "    LogonId: '0x3e7'"],
    ['another logon', "    LogonId: '0x1234'\n    Image|endswith: '\\whoami.exe'"],
    ['a field compared with itself', '    Image|fieldref: NewProcessName'],
  ]
  for (const [what, detection] of audited) {
    it(`is read from the event's own, which has no other: ${what}`, () => {
      const rule = ruleWith(`  s:\n    EventID: 4688\n${detection}\n  condition: s`)
      for (const event of firing(rule)) {
        const { fields } = event
        assert.deepEqual(violationsOf(fields, 4688), [])
        for (const name of ['Image', 'ParentImage', 'LogonId', 'IntegrityLevel', 'User', 'ParentProcessId']) {
          assert.equal(Object.hasOwn(fields, name), false, name)
        }
        const read = fieldsFor(rule.logsource, event)
        assert.deepEqual(
          [read.Image, read.ParentImage, read.LogonId],
          [fields.NewProcessName, fields.ParentProcessName, fields.SubjectLogonId],
        )
        const again = flattenEvent(renderEvent(event, 'evtx'))
        assert.deepEqual([again.origin, { ...again.fields }], [event.origin, { ...fields }])
      }
    })
  }

  it('clashes with itself in the words of the rule', () => {
    const rule = ruleWith(
      "  s:\n    EventID: 4688\n    Image|endswith: '\\a.exe'\n    NewProcessName|endswith: '\\b.exe'\n  condition: s",
    )
    const answer = answerTo(rule, fires)
    assert.ok(answer.kind === 'impossible' && answer.world === 'source')
    assert.match(answer.reason, /^Image endswith '\\a\.exe' clashes with NewProcessName endswith '\\b\.exe'/)
  })

  it('is needed no less for having two: a filter on it that other events meet', () => {
    const rule = ruleWith("  s:\n    EventID: 4688\n  f:\n    Image|endswith: '\\a.exe'\n  condition: s and not f")
    const answer = ask({ kind: 'refute', rule, claim: { kind: 'does-not-need', part: 'f' } }, { seed: 'test' })
    assert.ok(answer.kind === 'possible')
    assert.equal(fieldsFor(rule.logsource, answer.event).Image, answer.event.fields.NewProcessName)
    assert.equal(Object.hasOwn(answer.event.fields, 'Image'), false)
  })
})

describe('an event solved for what its category reads of it', () => {
  interface Sample {
    readonly what: string
    readonly category: string
    readonly eventId: number
    readonly detection: string
    /** Fields of the event's own. */
    readonly own: Fields
  }
  const samples: readonly Sample[] = [
    {
      what: 'an integrity level, which Sysmon writes in words',
      category: 'process_creation',
      eventId: 4688,
      detection: "    IntegrityLevel: 'S-1-16-16384'",
      own: { MandatoryLabel: 'S-1-16-16384' },
    },
    {
      what: 'an integrity level beside a program',
      category: 'process_creation',
      eventId: 4688,
      detection: "    IntegrityLevel: S-1-16-4096\n    Image: 'C:\\Tools\\new.exe'",
      own: { MandatoryLabel: 'S-1-16-4096', NewProcessName: 'C:\\Tools\\new.exe' },
    },
    {
      what: 'an account',
      category: 'process_creation',
      eventId: 4688,
      detection: "    EventID: 4688\n    User: 'CONTOSO\\nina'",
      own: { TargetDomainName: 'CONTOSO', TargetUserName: 'nina' },
    },
    {
      what: 'a service account',
      category: 'process_creation',
      eventId: 4688,
      detection: "    EventID: 4688\n    User|contains: AUTHORI\n    User|endswith: '\\SYSTEM'",
      own: { TargetUserName: 'SYSTEM' },
    },
    {
      what: 'an account and its part',
      category: 'process_creation',
      eventId: 4688,
      detection: "    EventID: 4688\n    User|startswith: 'CONTOSO\\'\n    TargetUserName: otto",
      own: { TargetDomainName: 'CONTOSO', TargetUserName: 'otto' },
    },
    {
      what: 'numbers of the new process and of its parent',
      category: 'process_creation',
      eventId: 4688,
      detection: "    EventID: 4688\n    ProcessId: '0x1f0'\n    ParentProcessId: '0x2c'",
      own: { NewProcessId: '0x1f0', ProcessId: '0x2c' },
    },
    {
      what: 'a value set in the registry',
      category: 'registry_set',
      eventId: 4657,
      detection: "    EventID: 4657\n    TargetObject: 'HKLM\\SOFTWARE\\Contoso\\Run\\tool'\n    Details: 'C:\\a.exe'",
      own: {
        ObjectName: '\\REGISTRY\\MACHINE\\SOFTWARE\\Contoso\\Run',
        ObjectValueName: 'tool',
        NewValue: 'C:\\a.exe',
        OperationType: '%%1905',
      },
    },
    {
      what: 'a value new in the registry',
      category: 'registry_add',
      eventId: 4657,
      detection:
        "    EventID: 4657\n    TargetObject|endswith: '\\Contoso\\tool'\n    Image: 'C:\\Windows\\regedit.exe'",
      own: { ObjectValueName: 'tool', ProcessName: 'C:\\Windows\\regedit.exe', OperationType: '%%1904' },
    },
    {
      what: 'a value gone from the registry',
      category: 'registry_delete',
      eventId: 4657,
      detection: "    EventID: 4657\n    TargetObject: 'HKU\\S-1-5-21-1-2-3-1104\\Contoso\\tool'",
      own: {
        ObjectName: '\\REGISTRY\\USER\\S-1-5-21-1-2-3-1104\\Contoso',
        ObjectValueName: 'tool',
        OperationType: '%%1906',
      },
    },
  ]
  for (const { what, category, eventId, detection, own } of samples) {
    it(`holds it in its own fields: ${what}`, () => {
      const rule = ruleWith(`  s:\n${detection}\n  condition: s`, category)
      for (const event of firing(rule)) {
        assert.equal(event.eventId, eventId)
        assert.deepEqual(event.breaches, [])
        for (const [name, value] of Object.entries(own)) assert.equal(event.fields[name], value, name)
        for (const name of ['User', 'IntegrityLevel', 'TargetObject', 'Details']) {
          assert.equal(Object.hasOwn(event.fields, name), false, name)
        }
      }
    })
  }

  it('holds what a rule of the Security log wants as written', () => {
    const rule = ruleOf(
      "title: X\nlogsource: {product: windows, service: security}\ndetection:\n  s:\n    EventID: 4688\n    ProcessId: '0x10'\n    NewProcessId: '0x20'\n  condition: s\n",
    )
    for (const { fields, breaches } of firing(rule)) {
      assert.deepEqual([fields.ProcessId, fields.NewProcessId, breaches], ['0x10', '0x20', []])
    }
  })

  it('is none where one field is wanted with two values under its two names', () => {
    const rule = ruleWith("  s:\n    EventID: 4688\n    ProcessId: '0x10'\n    NewProcessId: '0x20'\n  condition: s")
    const answer = answerTo(rule, fires)
    assert.ok(answer.kind === 'impossible' && answer.world === 'source')
    assert.match(answer.reason, /ProcessId equals '0x10' clashes with NewProcessId equals '0x20'/)
  })

  it('is none where a rule of no category reads an audit under the names of one', () => {
    for (const detection of [
      "EventID: 4688, Image: 'C:\\a.exe'",
      'EventID: 4657, Details: x',
      'EventID: 4688, User: x',
    ]) {
      const rule = ruleOf(
        `title: X\nlogsource: {product: windows, service: security}\ndetection:\n  s: {${detection}}\n  condition: s\n`,
      )
      const answer = answerTo(rule, fires)
      assert.ok(answer.kind === 'impossible' && answer.world === 'source', detection)
      assert.match(answer.reason, /has no field (?:Image|Details|User) \(manifest\)/)
    }
  })

  it('is none where a rule asks an audited key for a root that the audit has not', () => {
    const rule = ruleWith(
      "  s:\n    EventID: 4657\n    TargetObject|startswith: 'HKCU\\'\n  condition: s",
      'registry_set',
    )
    const answer = answerTo(rule, fires)
    assert.ok(answer.kind === 'impossible' && answer.world === 'source')
    assert.match(answer.reason, /^TargetObject startswith 'HKCU\\' never matches/)
  })

  it('is never proved impossible by a part that clashes with the whole, nor made', () => {
    const rule = ruleWith(
      "  s:\n    EventID: 4688\n    User: 'CONTOSO\\nina'\n    TargetUserName: '-'\n    SubjectUserName: nina\n    SubjectDomainName: CONTOSO\n  condition: s",
    )
    const answer = answerTo(rule, fires)
    assert.notEqual(answer.kind, 'impossible', JSON.stringify(answer))
  })
})

describe('an event of a log that is not described', () => {
  const logs: readonly (readonly [service: string, detection: string, channel: string])[] = [
    ['application', 'EventID: 1000, Channel: Security', 'Application'],
    ['security', 'EventID: 1105, Channel: Application', 'Security'],
    ['system', 'EventID: 105, Channel: Application', 'System'],
  ]
  for (const [service, detection, channel] of logs) {
    it(`of ${service} may have a Channel of its own, and is told as such`, () => {
      const rule = ruleOf(
        `title: X\nlogsource: {product: windows, service: ${service}}\ndetection:\n  s: {${detection}}\n  condition: s\n`,
      )
      for (const event of firing(rule)) {
        assert.equal(event.origin.channel, channel)
        assert.deepEqual(
          event.breaches.map(({ fact }) => fact),
          ['own-channel'],
        )
      }
    })
  }
  it('may have an id that another channel of the log has described', () => {
    const rule = ruleOf(
      'title: X\nlogsource: {product: windows, service: powershell}\ndetection:\n  s: {EventID: 4104, Provider_Name: PowerShellCore}\n  condition: s\n',
    )
    assert.equal(firing(rule)[0]?.eventId, null)
  })
})

describe('an event with a field called like a part of its origin', () => {
  const system = (detection: string) =>
    ruleOf(`title: X\nlogsource: {product: windows, service: system}\ndetection:\n${detection}\n`)
  const cleared = system("  s:\n    EventID: 104\n    Channel: ['Windows PowerShell', Security]\n  condition: s")

  it('comes from where its kind does and holds what the rule wants', () => {
    for (const { origin, fields, breaches } of firing(cleared)) {
      assert.deepEqual(origin, { channel: 'System', provider: 'Microsoft-Windows-Eventlog', eventId: '104' })
      assert.match(String(fields.Channel), /^(Windows PowerShell|Security)$/)
      assert.deepEqual(breaches, [])
    }
  })

  it('can hold what another rule excludes, and its own log', () => {
    const others = system('  s:\n    EventID: 104\n  f:\n    Channel: System\n  condition: s and not f')
    for (const { origin, fields } of firing(others)) {
      assert.equal(origin.channel, 'System')
      assert.notEqual(fields.Channel, 'System')
    }
    const own = system('  s:\n    EventID: 104\n    Channel: System\n  condition: s')
    for (const { fields } of firing(own)) assert.equal(fields.Channel, 'System')
  })

  it('is silent by its own field, in the same log', () => {
    const answer = answerTo(cleared, { kind: 'decisive', leaf: 's/EventID/104', matched: true })
    assert.ok(answer.kind === 'witness', JSON.stringify(answer))
    const silent = answerTo(cleared, { kind: 'silent' })
    assert.ok(silent.kind === 'witness')
    for (const event of silent.events) assert.equal(judge(cleared, event).verdict.kind, 'missed')
  })

  it('is told from another only where its kind has the field', () => {
    const connection = ruleWith('  s:\n    Channel: Contoso\n  condition: s', 'network_connection')
    const answer = answerTo(connection, fires)
    assert.ok(answer.kind === 'impossible' && answer.world === 'source')
  })

  it('refutes a claim that no Channel but the own is needed', () => {
    const rule = system('  s:\n    EventID: 104\n  f:\n    Channel: Security\n  condition: s and not f')
    const answer = ask({ kind: 'refute', rule, claim: { kind: 'does-not-need', part: 'f' } }, { seed: 'test' })
    assert.ok(answer.kind === 'possible', JSON.stringify(answer))
    assert.deepEqual([answer.event.origin.channel, answer.event.fields.Channel], ['System', 'Security'])
  })
})
