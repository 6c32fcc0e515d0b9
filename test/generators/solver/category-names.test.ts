import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { renderEvent } from '../../../generators/shapes/render-event.ts'
import { proveClaim } from '../../../generators/solver/claims.ts'
import { reaches } from '../../../generators/solver/confirm.ts'
import type { Goal } from '../../../generators/solver/goal.ts'
import { solve } from '../../../generators/solver/solve.ts'
import { breachesOf } from '../../../generators/sysmon/breaches.ts'
import { flattenEvent, type Rule } from '../../../sigma/index.ts'
import { ruleWith } from '../rules.ts'

const fires: Goal = { kind: 'fires' }

function answerTo(rule: Rule, goal: Goal) {
  return solve([rule], goal, { count: 3, chance: 'a', seed: 'test' })
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
    for (const { fields, breaches } of answer.events) {
      assert.ok(reaches([nullFilter], goal, flattenEvent(renderEvent(fields, 'evtx'))))
      assert.notDeepEqual(breaches, [])
    }
  })

  it('lets a claim be proved that no event refutes', () => {
    const answer = proveClaim(nullFilter, { kind: 'does-not-need', part: 'f' }, 'test')
    assert.deepEqual([answer.kind, answer.kind === 'proved' && answer.world], ['proved', 'source'])
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
    it(`holds the same value under both: ${what}`, () => {
      const rule = ruleWith(`  s:\n    EventID: 4688\n${detection}\n  condition: s`)
      const answer = answerTo(rule, fires)
      assert.ok(answer.kind === 'witness', JSON.stringify(answer))
      for (const { fields } of answer.events) {
        assert.deepEqual(breachesOf(fields, 4688), [])
        assert.deepEqual(
          [fields.Image, fields.ParentImage, fields.LogonId],
          [fields.NewProcessName, fields.ParentProcessName, fields.SubjectLogonId],
        )
        assert.deepEqual({ ...flattenEvent(renderEvent(fields, 'evtx')) }, { ...fields })
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
    const answer = proveClaim(rule, { kind: 'does-not-need', part: 'f' }, 'test')
    assert.ok(answer.kind === 'refuted')
    assert.equal(answer.event.fields.Image, answer.event.fields.NewProcessName)
  })
})
