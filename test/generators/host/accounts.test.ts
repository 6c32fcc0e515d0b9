import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hostOf } from '../../../generators/host/machine/profile.ts'
import { solve } from '../../../generators/solver/solve.ts'
import { violationsOf } from '../../../generators/violations/violations.ts'
import type { Fields, Json } from '../../../sigma/index.ts'
import { madeEvent } from '../made-event.ts'
import { ruleWith } from '../rules.ts'

const { people } = hostOf('test')

function made(values: Fields, key = 'event'): Fields {
  return madeEvent(1, values, 'test', key)
}

describe('who acts in an event', () => {
  it('has one logon for what is elevated and another for what is not', () => {
    const levels = new Map<Json | undefined, Set<Json | undefined>>()
    for (const { user } of people) {
      for (const level of ['Low', 'Medium', 'High', 'AppContainer']) {
        const fields = made({ User: user, IntegrityLevel: level })
        assert.equal(fields.IntegrityLevel, level)
        levels.set(fields.LogonId, (levels.get(fields.LogonId) ?? new Set()).add(level))
      }
    }
    assert.equal(levels.size, 2 * people.length)
    for (const seen of levels.values()) assert.ok(!seen.has('High') || seen.size === 1, [...seen].join())
  })

  it('has the level of the logon that is given', () => {
    for (const { user } of people) {
      const high = made({ User: user, IntegrityLevel: 'High' })
      assert.ok(typeof high.LogonId === 'string')
      const again = made({ LogonId: high.LogonId })
      assert.deepEqual([again.User, again.IntegrityLevel], [user, 'High'])
    }
  })

  it('is a stranger under a logon of their own', () => {
    const known = new Set(people.map(({ logonId }) => logonId))
    const [bob, eve] = ['CONTOSO\\bob', 'CONTOSO\\eve'].map((user) => made({ User: user }).LogonId)
    assert.ok(bob !== eve && typeof bob === 'string' && !known.has(bob))
    assert.equal(made({ User: 'CONTOSO\\bob' }, 'another').LogonId, bob)
  })

  it('is whoever the folder belongs to that the program lies in', () => {
    for (const { user, name } of people) {
      assert.equal(made({ Image: `C:\\Users\\${name}\\AppData\\Local\\Temp\\a.exe` }).User, user)
      assert.equal(made({ Image: `C:\\Users\\${name}\\AppData\\Local\\Temp\\svchost.exe` }).User, user)
    }
  })

  it('is named in the language of whoever is given', () => {
    const parent = made({ User: 'AUTORITE NT\\Système', Image: 'C:\\Windows\\System32\\svchost.exe' })
    assert.equal(parent.ParentUser, 'AUTORITE NT\\Système')
    const target = madeEvent(10, {
      SourceUser: 'NT-AUTORITÄT\\SYSTEM',
      TargetImage: 'C:\\Windows\\System32\\lsass.exe',
    })
    assert.equal(target.TargetUser, 'NT-AUTORITÄT\\SYSTEM')
    assert.deepEqual(violationsOf(target, 10), [])
    // No Finnish name but one is verified.
    const finnish = made({ User: 'NT-HALLINTA\\Verkkopalvelu', Image: 'C:\\Windows\\System32\\svchost.exe' })
    assert.equal(finnish.ParentUser, 'NT-HALLINTA\\Verkkopalvelu')
  })
})

describe('an event solved for accounts', () => {
  it('is of another service account where one is refused', () => {
    const rule = ruleWith(
      "  s:\n    IntegrityLevel: System\n  f:\n    User|contains: ['AUTHORI', 'AUTORI']\n  condition: s and not f",
    )
    const answer = solve([rule], { kind: 'fires' }, { count: 4, chance: 'accounts', seed: 'test' })
    const breaches = answer.kind === 'witness' ? answer.events.flatMap((event) => event.breaches) : null
    assert.deepEqual(breaches, [])
  })

  const detections: readonly string[] = [
    "User|contains: ['AUTHORI', 'AUTORI']\n    ParentUser|endswith: '\\NETWORK SERVICE'",
    "User|contains: 'AUTHORI'\n    User|endswith: ['\\SYSTEM', '\\Systeme']\n    IntegrityLevel: System",
    'LogonId: 0x3e7',
    "LogonId: 0x3e7\n    User|contains: 'AUTHORI'",
    "IntegrityLevel: ['System', 'High']\n    ParentImage|endswith: '\\services.exe'",
    "Image|contains: '\\AppData\\Local\\Temp\\'",
  ]
  for (const detection of detections) {
    it(`is of one account, one language and one logon: ${detection.split('\n')[0]}`, () => {
      const rule = ruleWith(`  s:\n    ${detection}\n  condition: s`)
      const answer = solve([rule], { kind: 'fires' }, { count: 8, chance: 'accounts', seed: 'test' })
      assert.equal(answer.kind, 'witness')
      for (const { fields, breaches } of answer.kind === 'witness' ? answer.events : []) {
        assert.deepEqual(breaches, [])
        const owner = /^C:\\Users\\([^\\]+)\\/.exec(String(fields.Image))?.[1]
        if (owner !== undefined) assert.equal(fields.User, people.find(({ name }) => name === owner)?.user)
      }
    })
  }
})
