import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { solve } from '../../../generators/index.ts'
import { type Rule, readRules, sourceOf } from '../../../sigma/index.ts'

function ruleOn(category: string, path: string): Rule {
  const text = `title: R
logsource: {product: windows, category: ${category}}
detection:
  sel:
    TargetObject|startswith: '${path}'
  condition: sel
`
  const [rule] = readRules(sourceOf('rules/r.yml', text)).rules
  assert.ok(rule)
  return rule
}

const run = '\\Software\\Contoso\\Run\\'

describe('a rule about the registry', () => {
  for (const category of ['registry_event', 'registry_add', 'registry_delete', 'registry_set']) {
    for (const root of [
      'HKEY_LOCAL_MACHINE',
      'HKEY_CURRENT_USER',
      'HKCU',
      'HKCC',
      'HKEY_USERS',
      '\\Registry\\Machin',
    ]) {
      it(`of ${category} that begins with ${root} is dead, by Sysmon and by the Security log`, () => {
        const answer = solve([ruleOn(category, root + run)], { kind: 'fires' }, { count: 1, chance: 'x', seed: 's' })
        assert.ok(answer.kind === 'impossible' && answer.world === 'source', JSON.stringify(answer))
        assert.match(answer.reason, /^no event of the catalogue|never matches/)
      })
    }
    for (const root of ['HKLM', 'HKU\\S-1-5-21-1-2-3-1001', '\\REGISTRY\\A\\{x}']) {
      it(`of ${category} that begins with ${root} fires on an event that nothing speaks against`, () => {
        const answer = solve([ruleOn(category, root + run)], { kind: 'fires' }, { count: 1, chance: 'x', seed: 's' })
        assert.ok(answer.kind === 'witness', JSON.stringify(answer))
        assert.deepEqual(answer.events[0]?.breaches, [])
      })
    }
    it(`of ${category} in the kernel's names is no proof of anything: Sysmon has written some`, () => {
      const rule = ruleOn(category, `\\REGISTRY\\MACHINE${run}`)
      const answer = solve([rule], { kind: 'fires' }, { count: 1, chance: 'x', seed: 's' })
      assert.ok(answer.kind === 'witness', JSON.stringify(answer))
      assert.deepEqual(
        answer.events[0]?.breaches.map(({ fact }) => fact),
        ['registry-root'],
      )
    })
  }
})
