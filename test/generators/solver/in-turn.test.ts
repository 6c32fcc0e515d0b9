import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Goal, Witness } from '../../../generators/solver/goal.ts'
import { inTurn } from '../../../generators/solver/in-turn.ts'
import { solve } from '../../../generators/solver/solve.ts'
import { familyOf } from '../../../generators/values/address.ts'
import type { Fields, Rule } from '../../../sigma/index.ts'
import { judge } from '../../../sigma/index.ts'
import { ruleWith } from '../rules.ts'

const fires: Goal = { kind: 'fires' }

function solved(rule: Rule, count: number): readonly Witness[] {
  const answer = solve([rule], fires, { count, chance: 'turn', seed: 'test' })
  assert.equal(answer.kind, 'witness')
  return answer.kind === 'witness' ? answer.events : []
}

function fieldsOf(detection: string, category: string, count = 12): readonly Fields[] {
  return solved(ruleWith(`  s:\n    ${detection}\n  condition: s`, category), count).map(({ fields }) => fields)
}

describe('events of one answer', () => {
  for (const category of ['process_creation', 'network_connection', 'file_event']) {
    it(`happen one after the other: ${category}`, () => {
      const rule = ruleWith("  s:\n    User: '*'\n  condition: s", category)
      const events = inTurn(solved(rule, 20), [rule], fires, 'test')
      const times = events.map(({ fields }) => String(fields.TimeCreated_SystemTime))
      assert.equal(new Set(times).size, 20)
      assert.deepEqual(times, times.toSorted())
      const records = events.map(({ fields }) => Number(fields.EventRecordID))
      assert.deepEqual(
        records,
        records.map((_, index) => (records[0] ?? 0) + index),
      )
      for (const event of events) {
        assert.deepEqual(event.breaches, [])
        assert.equal(judge(rule, event).verdict.kind, 'fires')
      }
      assert.deepEqual(inTurn(solved(rule, 20), [rule], fires, 'test'), events)
    })
  }

  it('stay where the goal hangs on their time', () => {
    const rule = ruleWith("  s:\n    UtcTime|startswith: '2025-03-03 09:14:27'\n  condition: s", 'process_termination')
    const events = solved(rule, 4)
    assert.deepEqual(inTurn(events, [rule], fires, 'test').slice(1), events.slice(1))
  })

  it('have numbers from all of an interval', () => {
    const ports = fieldsOf('SourcePort|gte: 1000\n    SourcePort|lte: 2000', 'network_connection')
    const values = ports.map(({ SourcePort }) => Number(SourcePort))
    assert.ok(new Set(values).size > 6 && values.every((value) => value >= 1000 && value <= 2000), values.join())
    const ids = fieldsOf('ProcessId|gt: 5000', 'process_termination').map(({ ProcessId }) => Number(ProcessId))
    assert.ok(new Set(ids).size > 6 && ids.every((id) => id > 5000 && id % 4 === 0), ids.join())
  })

  it('have addresses from all of a network', () => {
    for (const [network, family] of [
      ['10.20.0.0/16', 'ipv4'],
      ['fe80::/10', 'ipv6'],
      ['fc00::/7', 'ipv6'],
    ] as const) {
      const fields = fieldsOf(`DestinationIp|cidr: '${network}'`, 'network_connection')
      const addresses = fields.map(({ DestinationIp }) => String(DestinationIp))
      assert.ok(new Set(addresses).size > 9, addresses.join())
      for (const address of addresses) {
        assert.equal(familyOf(address), family)
        assert.doesNotMatch(address, /255\.255$|ffff:ffff$/)
      }
    }
    const own = fieldsOf("DestinationIp|cidr: '127.0.0.0/8'", 'network_connection').map(
      ({ DestinationIp }) => DestinationIp,
    )
    assert.ok(own.includes('127.0.0.1') && !own.includes('127.255.255.255'), own.join())
  })
})
