import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { playRecipe } from '../../../generators/player/play-recipe.ts'
import type { Change, MadeEvent, RecipeStep } from '../../../generators/recipe.ts'
import { accountIn, accountInEveryLanguage } from '../../../generators/values/localized-accounts.ts'
import { facts } from '../../../generators/violations/violations.ts'
import { evaluateRule, eventOf, type Fields, type Json, type Rule } from '../../../sigma/index.ts'
import { fc } from '../../fast-check.ts'
import { ruleWith } from '../rules.ts'

function set(field: string, value: Json): Change {
  return { kind: 'set', field, values: [value] }
}

function account(field: string, ...accounts: readonly string[]): Change {
  return { kind: 'account', field, accounts }
}

function solvedFor(rule: Rule, chance = 'step 1'): RecipeStep {
  return { kind: 'solved', rules: [rule.key], goal: { kind: 'fires' }, count: 1, chance }
}

function played(rule: Rule | null, ...steps: readonly RecipeStep[]): readonly MadeEvent[] {
  return playRecipe({ seed: 'test', steps }, () => {
    if (rule === null) throw new Error('no rule')
    return rule
  }).events
}

function only(rule: Rule | null, ...steps: readonly RecipeStep[]): MadeEvent {
  const [event, ...others] = played(rule, ...steps)
  assert.ok(event !== undefined && others.length === 0)
  return event
}

function picked(fields: Fields, ...names: readonly string[]): readonly (Json | undefined)[] {
  return names.map((name) => fields[name])
}

const process: RecipeStep = { kind: 'composed', eventId: 1, rows: [{}], chance: 'step 1' }
const load: RecipeStep = { kind: 'composed', eventId: 7, rows: [{}], chance: 'step 1' }
const audit: RecipeStep = { kind: 'solved', rules: ['x'], goal: { kind: 'fires' }, count: 1, chance: 'step 1' }
const audited = ruleWith('  s:\n    EventID: 4688\n  condition: s')
const subject = ['SubjectUserName', 'SubjectDomainName', 'SubjectUserSid', 'SubjectLogonId'] as const
const parent = ['ParentProcessGuid', 'ParentProcessId', 'ParentImage', 'ParentCommandLine', 'ParentUser'] as const
const noGuid = '00000000-0000-0000-0000-000000000000'
const resource = ['FileVersion', 'Description', 'Product', 'Company', 'OriginalFileName'] as const

describe('an account that a scenario sets', () => {
  it('is a name, a domain and a SID where the event has a field for each', () => {
    const event = only(audited, audit, account('SubjectUserName', accountIn('LOCAL SERVICE', 'English')))
    assert.deepEqual(picked(event.fields, ...subject), ['LOCAL SERVICE', 'NT AUTHORITY', 'S-1-5-19', '0x3e5'])
    assert.deepEqual(event.derived, ['SubjectDomainName', 'SubjectLogonId', 'SubjectUserSid'])
    assert.deepEqual(event.breaches, [])
  })

  it('keeps its language in the domain', () => {
    const { names } = accountInEveryLanguage('SYSTEM')
    const events = played(audited, audit, account('SubjectUserName', ...names))
    const written = events.map(({ fields }) => `${fields.SubjectDomainName}\\${fields.SubjectUserName}`)
    assert.deepEqual(written, names)
    for (const { fields, breaches } of events) {
      assert.deepEqual([fields.SubjectUserSid, breaches], ['S-1-5-18', []])
    }
  })

  it('says its domain, whatever the scenario took over before, and no more than that', () => {
    const told: RecipeStep = {
      kind: 'verbatim',
      events: [
        eventOf({
          EventID: 4720,
          Channel: 'Security',
          SubjectUserName: 'a',
          SubjectDomainName: 'B',
          SubjectUserSid: 'S',
        }),
      ],
    }
    const { fields } = only(null, told, account('SubjectUserName', 'NT AUTHORITY\\SYSTEM'))
    assert.deepEqual(picked(fields, ...subject), ['SYSTEM', 'NT AUTHORITY', 'S', undefined])
  })

  it('is whole in a field of Sysmon', () => {
    const { fields } = only(null, process, account('User', 'NT AUTHORITY\\SYSTEM'))
    assert.deepEqual(picked(fields, 'User', 'LogonId', 'IntegrityLevel'), ['NT AUTHORITY\\SYSTEM', '0x3e7', 'System'])
  })

  it('gives way to a later one, and its domain with it', () => {
    const event = only(audited, audit, account('SubjectUserName', 'NT AUTHORITY\\SYSTEM'), set('SubjectUserName', 'u0'))
    assert.notEqual(event.fields.SubjectDomainName, 'NT AUTHORITY')
    assert.match(String(event.fields.SubjectUserSid), /^S-1-5-21-/)
    assert.deepEqual(event.breaches, [])
  })

  it('is refused in a field that holds none', () => {
    assert.throws(
      () => only(audited, { ...process }, account('ProcessId', 'NT AUTHORITY\\SYSTEM')),
      /^RecipeError: ProcessId is a number, it holds no account|ProcessId is a number, it holds no account/,
    )
  })
})

describe('what follows a value that a scenario sets', () => {
  const unknown = [noGuid, 0, '-', '-', '-']
  const cases: readonly (readonly [string, RecipeStep, Change, readonly string[], readonly Json[]])[] = [
    ['a parent that is not known', process, set('ParentImage', '-'), parent, unknown],
    ['a GUID of no parent', process, set('ParentProcessGuid', noGuid), parent, unknown],
    ['a file without a resource', load, set('FileVersion', '-'), resource, ['-', '-', '-', '-', '-']],
    ['an old file without a resource', load, set('FileVersion', '?'), resource, ['?', '?', '?', '?', '?']],
  ]
  for (const [what, made, change, names, wanted] of cases) {
    it(`is all of it: ${what}`, () => {
      const event = only(null, made, change)
      assert.deepEqual(picked(event.fields, ...names), wanted)
      assert.deepEqual(
        event.derived,
        names.filter((name) => name !== (change as Change & { kind: 'set' }).field).toSorted(),
      )
    })
  }

  it('is a parent again, once one is named', () => {
    const event = only(null, process, set('ParentImage', '-'), set('ParentImage', 'C:\\Windows\\System32\\cmd.exe'))
    assert.notEqual(event.fields.ParentProcessGuid, noGuid)
    assert.match(String(event.fields.ParentCommandLine), /cmd/)
    assert.deepEqual(event.breaches, [])
  })

  it('is a resource again, once one of its fields is told', () => {
    const event = only(null, process, set('FileVersion', '-'), set('FileVersion', '1.0'), set('Company', 'Contoso'))
    assert.ok(!resource.some((name) => event.fields[name] === '-'), JSON.stringify(event.fields))
    assert.deepEqual(event.breaches, [])
  })

  it('is not what the scenario has set as well', () => {
    const event = only(null, process, set('ParentCommandLine', 'a b'), set('ParentImage', '-'))
    assert.equal(event.fields.ParentCommandLine, 'a b')
    assert.deepEqual(
      event.breaches.map(({ fact }) => fact),
      ['unknown-parent'],
    )
  })
})

/** A rule that reads User and whatever else is listed, each with a value that its field can hold. */
const readings = {
  IntegrityLevel: ['High', 'System', 'Medium'],
  LogonId: ['0x3e7', '0x3e5', '0x51d2a'],
  LogonGuid: ['*00000000'],
  ParentUser: ['NT AUTHORITY\\SYSTEM', '*'],
  ParentCommandLine: ['*e*'],
  ParentImage: ['*\\cmd.exe', '*\\services.exe'],
  ParentProcessGuid: ['*'],
  Company: ['Microsoft*', '-'],
  OriginalFileName: ['Cmd.Exe', '*'],
  CommandLine: ['*c*'],
} as const
const readable = Object.keys(readings) as (keyof typeof readings)[]

const stated: readonly (readonly [string, readonly Json[]])[] = [
  ['User', ['CONTOSO\\u0', 'NT AUTHORITY\\SYSTEM', 'AUTORITE NT\\Système', 'NT AUTHORITY\\LOCAL SERVICE', '-']],
  ['ParentUser', ['CONTOSO\\u0', 'AUTORITE NT\\Système', 'NT AUTHORITY\\SYSTEM']],
  ['LogonId', ['0x3e7', '0x3e4', '0x77777']],
  ['IntegrityLevel', ['Low', 'System', 'High']],
  ['ParentImage', ['-', 'C:\\Windows\\explorer.exe']],
  ['ParentProcessGuid', [noGuid]],
  ['FileVersion', ['-', '?', '1.2.3']],
  ['OriginalFileName', ['a.exe', '?']],
]

/** What an *always* fact ties to a field of a process creation: the second follows the first, whoever reads it. */
const tied: readonly (readonly [string, string])[] = [
  ['LogonId', 'LogonGuid'],
  ['LogonGuid', 'LogonId'],
]

describe('a step', () => {
  const detection = fc
    .uniqueArray(fc.constantFrom(...readable), { minLength: 1, maxLength: 4 })
    .chain((names) =>
      fc.tuple(...names.map((name) => fc.constantFrom(...readings[name]).map((value) => `    ${name}: '${value}'`))),
    )
    .map((lines) => `  s:\n${lines.join('\n')}\n  condition: s`)
  const change = fc
    .constantFrom(...stated)
    .chain(([field, values]) => fc.constantFrom(...values).map((value) => ({ field, value })))

  it('changes nothing that the rule reads but what it says and what an always fact ties to that', () => {
    let [kept, moved] = [0, 0]
    fc.assert(
      fc.property(
        detection,
        fc.array(change, { minLength: 1, maxLength: 3 }),
        fc.string({ maxLength: 4 }),
        (text, changes, chance) => {
          const rule = ruleWith(text)
          const [before] = played(rule, solvedFor(rule, chance))
          if (before === undefined || before.eventId !== 1 || before.breaches.length > 0) return
          const after = only(rule, solvedFor(rule, chance), ...changes.map(({ field, value }) => set(field, value)))
          const said = new Set(changes.map(({ field }) => field))
          for (const name of readable.filter((each) => text.includes(`    ${each}: `))) {
            if (said.has(name) || tied.some(([from, to]) => to === name && said.has(from))) continue
            kept += 1
            assert.equal(after.fields[name], before.fields[name], `${text}\n${name} after ${JSON.stringify(changes)}`)
          }
          // Where nothing that the rule reads is said, it stays what it was.
          const isSaid = readable.some((name) => text.includes(`    ${name}: `) && after.stated.includes(name))
          if (!isSaid) assert.ok(evaluateRule(rule, after).condition.matched)
          moved += Object.keys(after.fields).some((n) => !said.has(n) && after.fields[n] !== before.fields[n]) ? 1 : 0
        },
      ),
      { numRuns: 300 },
    )
    assert.ok(kept > 100 && moved > 30, `${kept} fields kept, ${moved} events with others moved`)
  })

  it('is held to always facts that are as they are told here', () => {
    const between = facts.filter(({ certainty, events }) => certainty === 'always' && events.includes(1))
    assert.deepEqual(between.map(({ name }) => name).toSorted(), [
      'absent-spelling',
      'guid-seconds',
      'logon-guid',
      'path-slash',
      'percent-doubled',
    ])
  })

  it('leaves the level that a rule reads, and says what the event then breaks', () => {
    const rule = ruleWith('  s:\n    IntegrityLevel: [High, System]\n    LogonId: "0x3e7"\n  condition: s')
    const event = only(rule, solvedFor(rule), set('User', 'CONTOSO\\u0'))
    assert.deepEqual(picked(event.fields, 'IntegrityLevel', 'LogonId'), ['System', '0x3e7'])
    assert.ok(evaluateRule(rule, event).condition.matched)
    assert.deepEqual(event.breaches.map(({ fact }) => fact).toSorted(), ['account-level', 'account-logon'])
  })

  it('leaves what an alias is read by', () => {
    const rule = ruleWith('  s:\n    EventID: 4688\n    LogonId: "0x3e4"\n  condition: s')
    const event = only(rule, solvedFor(rule), account('SubjectUserName', 'NT AUTHORITY\\SYSTEM'))
    assert.deepEqual(picked(event.fields, ...subject), ['SYSTEM', 'NT AUTHORITY', 'S-1-5-18', '0x3e4'])
  })

  it('leaves everything as it is where a rule has a keyword', () => {
    const rule = ruleWith("  keywords:\n    - 'cmd'\n  condition: keywords")
    const [before] = played(rule, solvedFor(rule))
    const event = only(rule, solvedFor(rule), set('User', 'AUTORITE NT\\Système'))
    assert.deepEqual(event.fields, { ...before?.fields, User: 'AUTORITE NT\\Système' })
  })
})
