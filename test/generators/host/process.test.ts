import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { allSessions, hostOf } from '../../../generators/host/machine/profile.ts'
import { processOf, processWithGuid } from '../../../generators/host/processes/process.ts'
import { programs } from '../../../generators/host/programs/installed/programs.ts'
import { madeEvent } from '../made-event.ts'

const host = hostOf('test')
const now = Date.UTC(2025, 2, 3, 9) / 1000

describe('a process of the host', () => {
  const all = programs.flatMap((program) => allSessions(host).map((session) => processOf(host, program, session, now)))

  it('is the same each time it is asked for, and no other', () => {
    assert.equal(new Set(all.map((each) => each.guid)).size, all.length)
    for (const each of all.slice(0, 20)) {
      assert.deepEqual(processOf(host, each.program, each.session, now), each)
      assert.deepEqual(processWithGuid(host, each.guid), each)
    }
  })

  it('started before the event, and after its session', () => {
    for (const { started, session } of all) {
      assert.ok(started < now)
      assert.ok(started >= (session.terminal === 0 ? host.bootSeconds : session.logonSeconds))
    }
    const [program] = programs
    const [session] = allSessions(host)
    assert.ok(program !== undefined && session !== undefined)
    assert.ok(processOf(host, program, session, 1_000_000_000).started < 1_000_000_000)
  })

  it('never has the number of Sysmon itself', () => {
    assert.ok(all.every(({ id }) => id % 4 === 0 && id !== host.sysmonProcessId))
  })

  it('is told of alike by its children, its doings and its own creation', () => {
    const child = madeEvent(1, { Image: 'C:\\Windows\\System32\\ping.exe' })
    const creation = madeEvent(1, { ProcessGuid: child.ParentProcessGuid ?? '' })
    assert.deepEqual(
      [creation.Image, creation.ProcessId, creation.User],
      [child.ParentImage, child.ParentProcessId, child.ParentUser],
    )
    assert.equal(child.ParentCommandLine, String(creation.CommandLine).replaceAll('%%', '%'))
    const doing = madeEvent(11, { Image: String(creation.Image), User: String(creation.User) })
    assert.deepEqual([doing.ProcessGuid, doing.ProcessId], [creation.ProcessGuid, creation.ProcessId])
  })

  it('is not known by a GUID of another host', () => {
    assert.equal(processWithGuid(host, '01234567-F943-69E5-A527-000000000800'), null)
  })
})
