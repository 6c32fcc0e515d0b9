import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sysmonEvents } from '../../../catalogue/index.ts'
import { playRecipe, playStep } from '../../../generators/player/play-recipe.ts'
import type { Change, MadeEvent, RecipeStep } from '../../../generators/recipe.ts'
import { eventOf, fieldsFor, type Json, judge, type Rule } from '../../../sigma/index.ts'
import { ruleOf, ruleWith } from '../rules.ts'

const session = ruleWith(
  '  selection:\n    DestinationPort: [5985, 5986]\n    Initiated: true\n    SourceIsIpv6: false\n' +
    '  filter_main_service:\n    User|contains: NETWORK SERVICE\n  condition: selection and not filter_main_service',
  'network_connection',
  'Session',
)
const clashing = ruleWith(
  "  selection:\n    Image|endswith: '\\a.exe'\n  other:\n    Image|endswith: '\\b.exe'\n  condition: selection and other",
  'process_creation',
  'Clash',
)
const audited = ruleWith('  s:\n    EventID: 4688\n  condition: s', 'process_creation', 'Audited')
const cleared = ruleOf(
  'title: Cleared\nlogsource: {product: windows, service: system}\ndetection:\n  s:\n    EventID: 104\n  condition: s\n',
  'rules/cleared.yml',
)
const few = ruleOf(
  'title: Few\nlogsource: {product: other}\ndetection:\n  s:\n    A: b\n  condition: s\n',
  'rules/few.yml',
)
const rules = new Map([session, clashing, audited, cleared, few].map((rule) => [rule.key, rule]))
const context = {
  seed: 'test',
  rules: (key: string): Rule => {
    const rule = rules.get(key)
    if (rule === undefined) throw new Error(`no rule ${key}`)
    return rule
  },
}

const solved: RecipeStep = { kind: 'solved', rules: [session.key], goal: { kind: 'fires' }, count: 1, chance: 'step 1' }
const process: RecipeStep = { kind: 'composed', eventId: 1, rows: [{}], chance: 'step 1' }

function play(...steps: readonly RecipeStep[]): readonly MadeEvent[] {
  return playRecipe({ seed: 'test', steps }, context.rules).events
}

function only(...steps: readonly RecipeStep[]): MadeEvent {
  const [event, ...others] = play(...steps)
  assert.ok(event !== undefined && others.length === 0)
  return event
}

function set(field: string, ...values: readonly Json[]): Change {
  return { kind: 'set', field, values }
}

function valuesOf(field: string, events: readonly MadeEvent[]): readonly Json[] {
  return events.map((event) => event.fields[field] ?? null)
}

describe('a solved event', () => {
  it('states nothing and knows whom it was solved for', () => {
    const event = only(solved)
    assert.deepEqual([event.eventId, event.solvedFor, event.stated, event.breaches], [3, [session.key], [], []])
  })

  it('holds in its own field what the scenario sets under either of its names, and its absence', () => {
    const audit: RecipeStep = { ...solved, rules: [audited.key] }
    const tool = 'C:\\Tools\\tool.exe'
    for (const field of ['Image', 'NewProcessName']) {
      const event = only(audit, set(field, tool))
      assert.deepEqual([Object.hasOwn(event.fields, 'Image'), event.fields.NewProcessName], [false, tool])
      assert.equal(fieldsFor(audited.logsource, event).Image, tool)
      assert.deepEqual(event.stated, ['Image', 'NewProcessName'])
      assert.deepEqual(event.breaches, [])
      const gone = only(audit, { kind: 'remove', field })
      assert.equal(Object.hasOwn(gone.fields, 'NewProcessName'), false)
      assert.equal(Object.hasOwn(fieldsFor(audited.logsource, gone), 'Image'), false)
    }
    const both = only(audit, set('Image', tool), set('NewProcessName', 'C:\\other.exe'))
    assert.deepEqual([Object.hasOwn(both.fields, 'Image'), both.fields.NewProcessName], [false, 'C:\\other.exe'])
  })

  it('holds in its own fields what its category puts together of several', () => {
    const audit: RecipeStep = { ...solved, rules: [audited.key] }
    const event = only(audit, set('User', 'CONTOSO\\nina'))
    assert.deepEqual([event.fields.TargetDomainName, event.fields.TargetUserName], ['CONTOSO', 'nina'])
    assert.equal(fieldsFor(audited.logsource, event).User, 'CONTOSO\\nina')
    assert.deepEqual(event.breaches, [])
    assert.deepEqual(event.stated, ['TargetDomainName', 'TargetUserName', 'User'])
    const apart = only(audit, set('TargetUserName', 'nina'))
    assert.deepEqual(apart.stated, ['TargetUserName'])
    const whole = only(audit, set('TargetUserName', 'nina'), set('TargetDomainName', 'CONTOSO'))
    assert.deepEqual(whole.stated, event.stated)
    const level = only(audit, set('IntegrityLevel', 'S-1-16-16384'))
    assert.equal(level.fields.MandatoryLabel, 'S-1-16-16384')
  })

  it('can be edited under the name that its category has, which states nothing', () => {
    const audit: RecipeStep = { ...solved, rules: [audited.key] }
    const shouted: Change = { kind: 'letter-case', field: 'Image', letterCase: 'upper' }
    const before = only(audit)
    const event = only(audit, shouted)
    assert.equal(event.fields.NewProcessName, String(before.fields.NewProcessName).toUpperCase())
    assert.equal(Object.hasOwn(event.fields, 'Image'), false)
    assert.deepEqual(event.stated, [])
    const named = only(audit, set('NewProcessName', 'C:\\Tools\\tool.exe'), shouted)
    assert.deepEqual([named.fields.NewProcessName, named.stated], ['C:\\TOOLS\\TOOL.EXE', ['Image', 'NewProcessName']])
    const account = only(audit, set('User', 'CONTOSO\\nina'), {
      kind: 'replace',
      field: 'User',
      found: '\\nina',
      replacement: '\\otto',
    })
    assert.deepEqual([account.fields.TargetDomainName, account.fields.TargetUserName], ['CONTOSO', 'otto'])
  })

  it('is like the others in what its category reads', () => {
    const audit: RecipeStep = { ...solved, rules: [audited.key], alike: [{ group: 'Image', field: 'Image' }] }
    const pass: RecipeStep = { kind: 'pass', duration: 1_000 }
    const images = play({ ...audit, count: 4 }, pass, { ...audit, chance: 'step 2' }).map(
      (event) => fieldsFor(audited.logsource, event).Image,
    )
    assert.equal(images.length, 5)
    assert.equal(new Set(images).size, 1)
    assert.match(String(images[0]), /\.exe$/i)
  })

  it('comes from where it came, whatever a field of its own that is called like that is set to', () => {
    const clearing: RecipeStep = { ...solved, rules: [cleared.key] }
    const event = only(clearing, set('Channel', 'Contoso-Tools/Log'))
    assert.deepEqual([event.origin.channel, event.fields.Channel], ['System', 'Contoso-Tools/Log'])
    assert.deepEqual([event.breaches, event.stated], [[], ['Channel']])
    assert.equal(judge(cleared, event).verdict.kind, 'fires')
    const gone = only(clearing, { kind: 'remove', field: 'Channel' })
    assert.deepEqual([gone.origin.channel, Object.hasOwn(gone.fields, 'Channel')], ['System', false])
    const moved = only(clearing, set('Provider_Name', 'Contoso'))
    assert.deepEqual(moved.origin, { channel: 'System', provider: 'Contoso', eventId: '104' })
  })

  it('comes from elsewhere where a part of its origin is set', () => {
    const event = only(solved, set('Channel', 'Contoso-Tools/Log'))
    assert.deepEqual([event.origin.channel, event.fields.Channel], ['Contoso-Tools/Log', 'Contoso-Tools/Log'])
    assert.equal(judge(session, event).verdict.kind, 'wrong-log-source')
    const gone = only(solved, { kind: 'remove', field: 'Channel' })
    assert.deepEqual([gone.origin.channel, Object.hasOwn(gone.fields, 'Channel')], [null, false])
    const whole: RecipeStep = {
      kind: 'verbatim',
      events: [
        { origin: { channel: 'System', provider: null, eventId: '7036' }, fields: { EventID: 7036, Channel: 'x' } },
      ],
    }
    const told = only(whole, set('Channel', 'y'))
    assert.deepEqual([told.origin.channel, told.fields.Channel], ['System', 'y'])
  })

  it('states what the scenario sets and what a fact derives from it', () => {
    const event = only(solved, set('DestinationIp', '10.0.0.1'))
    assert.deepEqual(event.stated, ['DestinationIp', 'DestinationIsIpv6', 'SourceIsIpv6'])
    assert.deepEqual(event.derived, ['DestinationIsIpv6', 'SourceIsIpv6'])
  })
})

describe('facts between addresses', () => {
  it('let an IPv6 destination turn both flags and the other address', () => {
    const event = only(solved, set('DestinationIp', '2001:db8:0:0:0:0:0:25'))
    assert.deepEqual([event.fields.SourceIsIpv6, event.fields.DestinationIsIpv6], [true, true])
    assert.match(String(event.fields.SourceIp), /:/)
    assert.deepEqual(event.breaches, [])
    assert.ok(event.stated.includes('SourceIp'))
  })

  it('are found kept again after a mixed pair', () => {
    const first = only(solved, set('SourceIp', '127.0.0.1'), set('DestinationIp', '0:0:0:0:0:0:0:1'))
    assert.deepEqual(
      first.breaches.map((breach) => breach.fact),
      ['ipv6-same-family'],
    )
    const both = only(
      solved,
      set('SourceIp', '127.0.0.1'),
      set('DestinationIp', '0:0:0:0:0:0:0:1'),
      set('SourceIp', '0:0:0:0:0:0:0:1'),
    )
    assert.deepEqual(both.breaches, [])
  })

  it('follow back what they have turned', () => {
    const event = only(solved, set('DestinationIp', '2001:db8:0:0:0:0:0:25'), set('DestinationIp', '192.0.2.1'))
    assert.deepEqual([event.fields.SourceIsIpv6, event.breaches], [false, []])
    assert.match(String(event.fields.SourceIp), /^10\./)
  })

  it('let a flag turn the addresses', () => {
    const event = only(solved, set('SourceIsIpv6', true))
    assert.match(`${event.fields.SourceIp} ${event.fields.DestinationIp}`, /^[0-9a-f:]+ [0-9a-f:]+$/)
    assert.deepEqual([event.fields.DestinationIsIpv6, event.breaches], [true, []])
  })

  it('give way to what the scenario states', () => {
    const event = only(solved, set('SourceIsIpv6', false), set('SourceIp', '::1'))
    assert.deepEqual([event.fields.SourceIp, event.fields.SourceIsIpv6], ['::1', false])
    assert.ok(event.breaches.some((breach) => breach.fact === 'ipv6-source'))
  })

  it('leave an event alone that its scenario gave whole', () => {
    const given = {
      EventID: 3,
      Channel: 'Microsoft-Windows-Sysmon/Operational',
      SourceIp: '10.0.0.1',
      SourceIsIpv6: false,
    }
    const event = only({ kind: 'verbatim', events: [eventOf(given)] }, set('SourceIp', '::1'))
    assert.equal(event.fields.SourceIsIpv6, false)
    assert.equal(event.eventId, 3)
  })
})

describe('facts between the times and GUIDs of a process', () => {
  it('let ProcessGuid follow UtcTime and LogonGuid follow LogonId', () => {
    const event = only(process, set('UtcTime', '2024-06-01 12:00:00.000'), set('LogonId', '0x33e8d150'))
    assert.deepEqual(event.breaches, [])
    assert.deepEqual(event.derived, ['LogonGuid', 'ProcessGuid'])
  })

  it('let logon, level and language follow User', () => {
    const person = set('User', 'CONTOSO\\bob')
    const service = set('User', 'AUTORITE NT\\Système')
    const system = only(process, person, set('ParentUser', 'NT AUTHORITY\\SYSTEM'), service)
    assert.deepEqual([system.fields.LogonId, system.fields.IntegrityLevel], ['0x3e7', 'System'])
    const parent = only(process, set('Image', 'C:\\Windows\\System32\\svchost.exe'), service)
    assert.deepEqual(parent.breaches, [])
    const bob = only(process, service, person)
    assert.deepEqual(bob.breaches, [])
    assert.ok(bob.fields.LogonId !== '0x3e7' && bob.fields.IntegrityLevel !== 'System')
    const stated = only(process, service, set('LogonId', '0x3e4'))
    assert.deepEqual(
      stated.breaches.map(({ fact }) => fact),
      ['account-logon'],
    )
  })

  it('do not make OriginalFileName follow Image', () => {
    const before = only(process)
    const after = only(process, set('Image', 'C:\\Windows\\System32\\cmd.exe'))
    assert.equal(after.fields.OriginalFileName, before.fields.OriginalFileName)
  })
})

describe('a set of events', () => {
  it('multiplies in written order', () => {
    const events = play(solved, set('DestinationPort', 1, 2), set('Image', 'a', 'b'))
    assert.deepEqual(
      events.map(({ fields }) => `${fields.DestinationPort}${fields.Image}`),
      ['1a', '1b', '2a', '2b'],
    )
  })

  it('merges equal events', () => {
    assert.equal(play(solved, set('DestinationPort', 1, 2, 1)).length, 2)
    assert.equal(play(solved, set('DestinationPort', 1, 2), set('DestinationPort', 3)).length, 1)
  })

  it('has at most 10,000 events', () => {
    const ports = Array.from({ length: 120 }, (_, port) => port)
    assert.throws(() => play(solved, set('DestinationPort', ...ports), set('SourcePort', ...ports.slice(0, 100))), {
      name: 'RecipeError',
      message: '12,000 events; the limit is 10,000',
    })
  })

  it('is never empty', () => {
    assert.throws(() => play(solved, set('Image')), { name: 'RecipeError', message: /no empty set of events/ })
    assert.throws(() => play({ kind: 'composed', eventId: 1, rows: [], chance: 'a' }), { name: 'RecipeError' })
  })

  it('is made new by an event step', () => {
    assert.equal(only(solved, process).eventId, 1)
  })
})

describe('a change', () => {
  const shell = set('CommandLine', 'x.GetStream(y).Write(r) R')
  const changes: readonly (readonly [string, Change, string, readonly Json[]])[] = [
    ['removes', { kind: 'remove', field: 'Image' }, 'Image', [null]],
    ['sets null', set('Image', null), 'Image', [null]],
    ['types a text', set('ProcessId', '44'), 'ProcessId', [44]],
    ['leaves emptiness a text', set('ProcessId', ''), 'ProcessId', ['']],
    [
      'replaces, case ignored',
      { kind: 'replace', field: 'CommandLine', found: '.getstream(', replacement: '|' },
      'CommandLine',
      ['x|y).Write(r) R'],
    ],
    [
      'shortens at either end',
      { kind: 'shorten', field: 'CommandLine', text: '.WRITE(' },
      'CommandLine',
      ['x.GetStream(y)Write(r) R', 'x.GetStream(y).Writer) R'],
    ],
    [
      'raises',
      { kind: 'letter-case', field: 'CommandLine', letterCase: 'upper' },
      'CommandLine',
      ['X.GETSTREAM(Y).WRITE(R) R'],
    ],
    [
      'lowers',
      { kind: 'letter-case', field: 'CommandLine', letterCase: 'lower' },
      'CommandLine',
      ['x.getstream(y).write(r) r'],
    ],
  ]
  for (const [what, change, field, expected] of changes) {
    it(what, () => assert.deepEqual(valuesOf(field, play(process, shell, change)), expected))
  }

  it('puts addresses at the edges of each network', () => {
    const inside = play(solved, {
      kind: 'inside',
      field: 'DestinationIp',
      networks: ['10.0.0.0/30', '::1/128'],
      chance: 'c',
    })
    assert.equal(inside[0]?.fields.DestinationIp, '10.0.0.0')
    assert.ok(valuesOf('DestinationIp', inside).includes('10.0.0.3'))
    assert.equal(inside.at(-1)?.fields.DestinationIp, '0:0:0:0:0:0:0:1')
    assert.ok(inside.every((event) => event.breaches.length === 0))
    const outside = play(solved, { kind: 'outside', field: 'DestinationIp', networks: ['10.0.0.0/8'] })
    assert.deepEqual(valuesOf('DestinationIp', outside), ['9.255.255.255', '11.0.0.0'])
  })

  it('warns of neighbours that lie in another network of the list', () => {
    const step: RecipeStep = { kind: 'outside', field: 'DestinationIp', networks: ['10.0.0.0/9', '10.128.0.0/9'] }
    assert.equal(
      playStep(playRecipe({ seed: 'test', steps: [solved] }, context.rules), step, context).warnings.length,
      2,
    )
  })

  it('makes letters of one case only where they stay one letter', () => {
    const user = set('User', 'A\\straße é')
    const raised = only(process, user, { kind: 'letter-case', field: 'User', letterCase: 'upper' })
    assert.equal(raised.fields.User, 'A\\STRAßE É')
  })

  const faults: readonly (readonly [string, readonly RecipeStep[], string | RegExp])[] = [
    ['without an event', [set('Image', 'x')], 'there is no event yet'],
    [
      'of a field that is none',
      [solved, set('CommandLine', 'x')],
      'Sysmon event 3 (network connection) has no field CommandLine; there are RuleName, UtcTime, ProcessGuid, ProcessId, Image, User, Protocol, Initiated, SourceIsIpv6, SourceIp and 24 more',
    ],
    [
      'of a field misspelt',
      [solved, { kind: 'remove', field: 'DestinationPrt' }],
      /has no field DestinationPrt; nearest: DestinationPort/,
    ],
    [
      'to a text that is no number',
      [solved, set('DestinationPort', 'http')],
      'DestinationPort is a number, got "http"',
    ],
    [
      'that takes the EventID',
      [solved, { kind: 'remove', field: 'EventID' }],
      'EventID cannot be absent from a Sysmon event; give it whole with "the event:"',
    ],
    ['that empties the EventID', [solved, set('EventID', null)], /^EventID cannot be null in a Sysmon event/],
    [
      'of a text that is not there',
      [process, shell, { kind: 'replace', field: 'CommandLine', found: '.Read(', replacement: '' }],
      'CommandLine does not contain ".Read("',
    ],
    [
      'of a text that is there often',
      [process, shell, { kind: 'shorten', field: 'CommandLine', text: 'r' }],
      'CommandLine contains "r" 4 times; say more of it',
    ],
    ['of an empty text', [process, { kind: 'shorten', field: 'Image', text: '' }], /^say which text of Image/],
    [
      'of the case of a number',
      [solved, { kind: 'letter-case', field: 'DestinationPort', letterCase: 'upper' }],
      'DestinationPort is a number, it has no letter case',
    ],
    [
      'of the case of a flag',
      [solved, { kind: 'letter-case', field: 'Initiated', letterCase: 'upper' }],
      'Initiated is true or false, it has no letter case',
    ],
    [
      'of a number to a network',
      [solved, { kind: 'outside', field: 'DestinationPort', networks: ['10.0.0.0/8'] }],
      'DestinationPort is a number, it holds no address',
    ],
    [
      'to no network',
      [solved, { kind: 'inside', field: 'DestinationIp', networks: ['10.0.0.0/8', '10.0.0'], chance: 'c' }],
      'cell 2: "10.0.0" is no network',
    ],
    [
      'to host bits',
      [solved, { kind: 'outside', field: 'DestinationIp', networks: ['10.0.0.1/8'] }],
      '10.0.0.1/8 has host bits set; meant 10.0.0.0/8?',
    ],
  ]
  for (const [what, steps, message] of faults) {
    it(`is refused ${what}`, () => assert.throws(() => play(...steps), { name: 'RecipeError', message }))
  }

  it('can take the EventID of an event that was given whole', () => {
    const given = { EventID: 3, Channel: 'Microsoft-Windows-Sysmon/Operational' }
    assert.equal(
      only({ kind: 'verbatim', events: [eventOf(given)] }, { kind: 'remove', field: 'EventID' }).fields.EventID,
      undefined,
    )
    const event = only({ kind: 'verbatim', events: [eventOf(given)] }, { kind: 'remove', field: 'EventID' })
    assert.deepEqual(event.origin, { channel: given.Channel, provider: null, eventId: null })
  })

  it('can set any field, whatever its name, of an event of an unknown kind', () => {
    const event = only({ kind: 'verbatim', events: [eventOf({ user: 'a' })] }, set('__proto__', 'x'))
    assert.deepEqual(Object.keys(event.fields).sort(), ['__proto__', 'user'])
    assert.equal(event.eventId, null)
  })
})

describe('an event step that cannot be', () => {
  const via = (part: string): RecipeStep => ({
    kind: 'solved',
    rules: [session.key],
    goal: { kind: 'fires-via', part },
    count: 1,
    chance: 'c',
  })
  const faults: readonly (readonly [string, RecipeStep, string | RegExp])[] = [
    [
      'clashes',
      { kind: 'solved', rules: [clashing.key], goal: { kind: 'fires' }, count: 1, chance: 'c' },
      "nothing can fire \"Clash\": Image endswith '\\a.exe' clashes with Image endswith '\\b.exe'; Image holds one value in an event of Windows (event format)",
    ],
    [
      'is of more different events than were found',
      { kind: 'solved', rules: [few.key], goal: { kind: 'fires' }, count: 3, chance: 'c' },
      'only 1 of 3 different events that fire "Few" was found',
    ],
    ['goes via a filter', via('filter_main_service'), '"Session" cannot fire via filter_main_service: it is a filter'],
    ['goes via nothing', via('selektion'), /^"Session" has no part selektion; nearest: selection/],
    [
      'has a field too many',
      { kind: 'composed', eventId: 3, rows: [{ CommandLine: 'x' }], chance: 'c' },
      /has no field CommandLine/,
    ],
    ['is of no kind', { kind: 'composed', eventId: 99, rows: [{}], chance: 'c' }, 'there is no Sysmon event 99'],
  ]
  for (const [what, step, message] of faults) {
    it(`is refused: it ${what}`, () => assert.throws(() => play(step), { name: 'RecipeError', message }))
  }
})

describe('a composed event', () => {
  it('holds its row, states it, and was made without looking at any rule', () => {
    const row = { Image: 'C:\\Windows\\System32\\cmd.exe', User: 'CONTOSO\\anna.keller' }
    const event = only({ kind: 'composed', eventId: 1, rows: [row], chance: 'c' })
    assert.deepEqual([event.fields.Image, event.fields.User], [row.Image, row.User])
    assert.deepEqual([event.stated, event.solvedFor, event.breaches], [['Image', 'User'], [], []])
    assert.equal(event.fields.OriginalFileName, 'Cmd.Exe')
  })

  for (const { id, name } of sysmonEvents) {
    it(`is realistic, and takes a row: ${name}`, () => {
      const row = { UtcTime: '2025-03-03 10:00:00.000', Computer: 'WS-1.contoso.example' }
      const [event, again] = [1, 2].map(() => only({ kind: 'composed', eventId: id, rows: [row], chance: 'c' }))
      assert.deepEqual(event?.breaches, [])
      assert.deepEqual([event?.fields.UtcTime, event?.fields.Computer], [row.UtcTime, row.Computer])
      assert.equal(JSON.stringify(event), JSON.stringify(again))
    })
  }

  it('is another in each row and the same each time', () => {
    const step: RecipeStep = { kind: 'composed', eventId: 3, rows: [{}, {}], chance: 'c' }
    const [one, other] = play(step)
    assert.notDeepEqual(one, other)
    assert.deepEqual(play(step), [one, other])
  })
})

describe('an edit of a text', () => {
  const edits: readonly Change[] = [
    { kind: 'letter-case', field: 'User', letterCase: 'upper' },
    { kind: 'replace', field: 'User', found: 'x', replacement: 'y' },
    { kind: 'shorten', field: 'User', text: 'x' },
  ]
  const stating: Change = { kind: 'set', field: 'User', values: ['CONTOSO\\xenia'] }
  for (const edit of edits) {
    it(`leaves a stated text stated: ${edit.kind}`, () => {
      const { events } = playRecipe({ seed: 'test', steps: [solved, stating, edit] }, context.rules)
      for (const { stated } of events) assert.ok(stated.includes('User'))
    })
  }
  it('leaves what the solver made solved', () => {
    const upper: Change = { kind: 'letter-case', field: 'User', letterCase: 'upper' }
    const { events } = playRecipe({ seed: 'test', steps: [solved, upper] }, context.rules)
    for (const { stated } of events) assert.ok(!stated.includes('User'))
  })
})
