import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { solve } from '../../../generators/solver/solve.ts'
import { violationsOf } from '../../../generators/violations/violations.ts'
import { type Event, type Fields, judge, type Rule } from '../../../sigma/index.ts'
import { ruleOf } from '../rules.ts'

const folder = 'rules/windows'
const paths = {
  session: `${folder}/network_connection/net_connection_win_susp_remote_powershell_session.yml`,
  connection: `${folder}/network_connection/net_connection_win_powershell_network_connection.yml`,
  shell: `${folder}/process_creation/proc_creation_win_powershell_reverse_shell_connection.yml`,
  oldSession: 'rules/legacy/windows/network_connection/sysmon_remote_powershell_session.yml',
  oldConnection: 'rules/legacy/windows/network_connection/sysmon_powershell_network_connection.yml',
}

function ruleAt(path: string): Rule {
  return ruleOf(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'), path)
}

function solved(rule: Rule, count: number): readonly Event[] {
  const answer = solve([rule], { kind: 'fires' }, { count, chance: 'seeds', seed: 'test' })
  assert.ok(answer.kind === 'witness' && answer.events.length === count)
  return answer.events
}

function events(rule: Rule, count: number): readonly Fields[] {
  return solved(rule, count).map(({ fields }) => fields)
}

describe('the rules of this repository', () => {
  for (const [name, path] of Object.entries(paths)) {
    it(`have realistic events that fire them: ${name}`, () => {
      const rule = ruleAt(path)
      for (const event of solved(rule, 20)) {
        assert.equal(judge(rule, event).verdict.kind, 'fires')
        assert.deepEqual(violationsOf(event.fields, name === 'shell' ? 1 : 3), [])
      }
    })
  }

  it('are met by an ordinary account on its way to another machine', () => {
    for (const fields of events(ruleAt(paths.session), 20)) {
      assert.match(String(fields.User), /^[A-Z]+\\[a-z]+\.[a-z]+$/)
      assert.match(String(fields.Image), /\\(powershell|powershell_ise|pwsh)\.exe$/)
      assert.match(String(fields.SourceIp), /^10\./)
      assert.doesNotMatch(String(fields.DestinationIp), /^(10|127)\./)
    }
  })

  it('are met over both of their ports', () => {
    const ports = new Set(events(ruleAt(paths.session), 20).map((fields) => fields.DestinationPort))
    assert.deepEqual([...ports].sort(), [5985, 5986])
  })

  it('are met by a program whose version resource fits its path', () => {
    for (const fields of events(ruleAt(paths.shell), 10)) {
      const resource = String(fields.Image).endsWith('pwsh.exe') ? 'pwsh.dll' : 'PowerShell.EXE'
      assert.equal(fields.OriginalFileName, resource)
    }
  })
})
