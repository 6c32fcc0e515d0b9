import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Goal, Witness } from '../../../generators/solver/goal.ts'
import { solve } from '../../../generators/solver/solve.ts'
import { violationsOf } from '../../../generators/violations/violations.ts'
import { type Event, evaluateRule, eventOf, firesVia, judge, type Rule } from '../../../sigma/index.ts'
import { logSourceFits } from '../../../sigma/log-source.ts'
import { fc } from '../../fast-check.ts'
import { ruleOf, ruleWith } from '../rules.ts'

const fires: Goal = { kind: 'fires' }

function solved(rules: readonly Rule[], goal: Goal = fires, count = 1, chance = 'a'): readonly Witness[] {
  const answer = solve(rules, goal, { count, chance, seed: 'test' })
  if (answer.kind !== 'witness') throw new Error(JSON.stringify(answer))
  return answer.events
}

/** Fires, fits, and breaks nothing. */
function assertRealistic(rule: Rule, event: Event, eventId: number): void {
  assert.equal(judge(rule, event).verdict.kind, 'fires')
  assert.deepEqual(violationsOf(event.fields, eventId), [])
}

const detections: readonly (readonly [string, string])[] = [
  ['a suffix', "  s:\n    Image|endswith: '\\updater.exe'\n  condition: s"],
  ['a prefix and a suffix', "  s:\n    Image|startswith: 'C:\\Users\\'\n    Image|endswith: '\\a.exe'\n  condition: s"],
  ['fragments', "  s:\n    CommandLine|contains|all: [' -enc ', 'http', '%TEMP%']\n  condition: s"],
  ['wildcards', "  s:\n    CommandLine: 'cmd*/c ?cho*done'\n  condition: s"],
  ['dashes', "  s:\n    CommandLine|contains|windash: ' -decode '\n  condition: s"],
  ['an expression', "  s:\n    CommandLine|re: '^[a-z]{3,5}\\.exe\\s+(?:-x|--y)=\\d+$'\n  condition: s"],
  ['base64', "  s:\n    CommandLine|base64offset|contains: 'http://'\n  condition: s"],
  ['a hash', "  s:\n    Hashes|contains: 'IMPHASH=0123456789abcdef0123456789abcdef'\n  condition: s"],
  [
    'two spellings of a program',
    "  s:\n    - Image|endswith: '\\reg.exe'\n    - OriginalFileName: reg.exe\n  condition: s",
  ],
  [
    'a filter on the whole',
    "  s:\n    Image|endswith: '\\cmd.exe'\n  f:\n    User|contains: '\\'\n    CommandLine|contains: '/c'\n  condition: s and not f",
  ],
  [
    'a list of filters',
    "  s:\n    Image: '*'\n  f_a:\n    Image|startswith: 'C:\\Windows\\'\n  f_b:\n    Image|startswith: 'C:\\Program Files'\n  condition: s and not 1 of f_*",
  ],
  ['only filters', "  f:\n    Image|contains: '\\'\n  condition: not f"],
  [
    'a parent that is another user',
    "  s:\n    Image|endswith: '\\notepad.exe'\n  f:\n    User|fieldref: ParentUser\n  condition: s and not f",
  ],
  ['its own parent', '  s:\n    Image|fieldref: ParentImage\n  condition: s'],
  ['a keyword', '  k:\n    - mimikatz\n  condition: k'],
  ['all of several keywords', "  k:\n    '|all':\n      - alpha\n      - beta\n  condition: k"],
  ['a service account', '  s:\n    User|contains: AUTHORI\n    IntegrityLevel: System\n  condition: s'],
  ['a number', '  s:\n    TerminalSessionId|gt: 100\n  condition: s'],
]

const connections: readonly (readonly [string, string])[] = [
  ['a network', "  s:\n    DestinationIp|cidr: '10.20.0.0/16'\n  condition: s"],
  ['an IPv6 network', "  s:\n    DestinationIp|cidr: 'fe80::/10'\n  condition: s"],
  [
    'a network without its half',
    "  s:\n    DestinationIp|cidr: '10.0.0.0/8'\n  f:\n    DestinationIp|cidr: '10.0.0.0/9'\n  condition: s and not f",
  ],
  ['a flag', '  s:\n    SourceIsIpv6: true\n  condition: s'],
  ['a text that is a flag', "  s:\n    SourceIsIpv6: 'true'\n    Initiated: 'false'\n  condition: s"],
  ['the start of an address', "  s:\n    DestinationIp|startswith: '172.'\n  condition: s"],
  ['part of a port', "  s:\n    DestinationPort|endswith: '4443'\n  condition: s"],
  ['no port of a list', '  s:\n    Initiated: true\n  f:\n    DestinationPort: [80, 443]\n  condition: s and not f'],
  ['a host name', "  s:\n    DestinationHostname|endswith: '.ngrok.io'\n  condition: s"],
  [
    'no private network',
    "  s:\n    Initiated: true\n  f:\n    DestinationIp|cidr: ['10.0.0.0/8', '192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '2001:db8::/32']\n  condition: s and not f",
  ],
]

describe('an event solved for a rule', () => {
  for (const [what, detection] of detections) {
    it(`is realistic with ${what}`, () => {
      const rule = ruleWith(detection)
      for (const chance of ['a', 'b', 'c', 'd']) {
        for (const event of solved([rule], fires, 1, chance)) assertRealistic(rule, event, 1)
      }
    })
  }
  for (const [what, detection] of connections) {
    it(`is a realistic connection with ${what}`, () => {
      const rule = ruleWith(detection, 'network_connection')
      for (const chance of ['a', 'b', 'c', 'd']) {
        for (const event of solved([rule], fires, 1, chance)) assertRealistic(rule, event, 3)
      }
    })
  }

  it('is the same for the same seed and chance, and varies with either', () => {
    const rule = ruleWith("  s:\n    Image|endswith: ['\\a.exe', '\\b.exe']\n  condition: s")
    assert.deepEqual(solved([rule]), solved([rule]))
    assert.notDeepEqual(solved([rule], fires, 1, 'b'), solved([rule]))
  })

  it('comes in the number asked for, no two alike', () => {
    const rule = ruleWith("  s:\n    Image|endswith: ['\\a.exe', '\\b.exe']\n  condition: s")
    const events = solved([rule], fires, 50)
    assert.equal(new Set(events.map(({ fields }) => JSON.stringify(fields))).size, 50)
    assert.equal(new Set(events.map(({ fields }) => String(fields.Image).slice(-5))).size, 2)
  })

  it('varies the text around a keyword', () => {
    for (const product of ['linux', 'windows, service: msexchange-management']) {
      const rule = ruleOf(
        `title: X\nlogsource: {product: ${product}}\ndetection:\n  k: ['cat </dev/tcp/']\n  condition: k\n`,
      )
      const events = solved([rule], fires, 20)
      assert.equal(new Set(events.map(({ fields }) => fields.Message)).size, 20)
      for (const event of events) assert.equal(judge(rule, event).verdict.kind, 'fires')
    }
  })

  it('fires every rule at once', () => {
    const one = ruleWith("  s:\n    Image|endswith: '\\powershell.exe'\n  condition: s")
    const other = ruleWith(
      "  s:\n    CommandLine|contains: '-enc'\n  f:\n    ParentImage|endswith: '\\explorer.exe'\n  condition: s and not f",
    )
    const [event] = solved([one, other])
    assert.ok(event !== undefined)
    assertRealistic(one, event, 1)
    assertRealistic(other, event, 1)
  })

  it('is the event that a service rule names by its EventID', () => {
    const rule = ruleOf(
      "title: X\nlogsource:\n  product: windows\n  service: sysmon\ndetection:\n  s:\n    EventID: 3\n    Image|endswith: '\\a.exe'\n  condition: s\n",
    )
    const [event] = solved([rule])
    assert.ok(event !== undefined)
    assertRealistic(rule, event, 3)
  })

  it('fires via the part that is named', () => {
    const rule = ruleWith(
      "  s:\n    - Image|endswith: ['\\reg.exe', '\\reg64.exe']\n    - OriginalFileName: reg.exe\n  condition: s",
    )
    for (const part of ['Image', 'OriginalFileName']) {
      const [event] = solved([rule], { kind: 'fires-via', part })
      assert.ok(event !== undefined && firesVia(rule, judge(rule, event), part), part)
    }
  })

  it('falls one character short of a text, and has no other value beside it', () => {
    const rule = ruleOf(
      "title: X\nlogsource: {product: zeek, service: smb_files}\ndetection:\n  s:\n    name|endswith: ['\\hiberfil', '\\sqldmpr']\n    name|contains: i\n    method: POST\n  condition: s\n",
    )
    for (const [leaf, field, value, edge] of [
      ['s/name|endswith/\\hiberfil', 'name', /hiberfil$/i, 'without-first'],
      ['s/method/POST', 'method', /^POS$/i, 'without-last'],
    ] as const) {
      for (const chance of ['a', 'b', 'c']) {
        const [event] = solved([rule], { kind: 'boundary', leaf, edge }, 1, chance)
        assert.ok(event !== undefined)
        assert.match(String(event.fields[field]), value)
        assert.equal(typeof event.fields[field], 'string')
        assert.notEqual(judge(rule, event).verdict.kind, 'fires')
      }
    }
  })

  it('is marked where only another agent writes it', () => {
    const rule = ruleWith("  s:\n    SourceIp: '::1'\n  condition: s", 'network_connection')
    const answer = solve([rule], fires, { count: 1, chance: 'a', seed: 'test' })
    assert.ok(answer.kind === 'impossible' && answer.world === 'source')
    assert.equal(
      answer.reason,
      "SourceIp equals '::1' never matches; Sysmon writes SourceIp in full, IPv6 as eight groups (address-spelling)",
    )
    const [event] = answer.events
    assert.equal(event?.fields.SourceIp, '::1')
    assert.deepEqual(
      event.breaches.map((breach) => breach.fact),
      ['address-spelling'],
    )
  })

  it('has a process id that Windows gives, however few are left', () => {
    for (const most of [5005, 5009]) {
      const rule = ruleWith(
        `  s:\n    ProcessId|gt: 5000\n    ProcessId|lt: ${most}\n  condition: s`,
        'process_termination',
      )
      for (const chance of ['a', 'b', 'c']) {
        for (const event of solved([rule], fires, 1, chance)) assertRealistic(rule, event, 5)
      }
    }
    const none = ruleWith('  s:\n    ProcessId|gt: 5000\n    ProcessId|lt: 5004\n  condition: s', 'process_termination')
    const answer = solve([none], fires, { count: 1, chance: 'a', seed: 'test' })
    assert.ok(answer.kind === 'impossible' && answer.world === 'source')
    assert.match(answer.reason, /; ProcessId is a multiple of 4 \(schema\)$/)
  })

  it('holds plausible values where no catalogue describes its kind, and nothing speaks against it', () => {
    const rule = ruleOf(
      "title: X\nlogsource: {product: linux, category: process_creation}\ndetection:\n  s:\n    Image|endswith: /base64\n    CommandLine|contains: ' -d'\n    User: root\n  f:\n    ParentImage|startswith: /opt/\n  condition: s and not f\n",
    )
    const answer = solve([rule], fires, { count: 1, chance: 'a', seed: 'test' })
    assert.ok(answer.kind === 'witness')
    const [event] = answer.events
    assert.equal(event?.eventId, null)
    assert.deepEqual(event.breaches, [])
    assert.match(String(event.fields.Image), /^\/(?:usr|opt)\/[\w/]*bin\/base64$/)
    assert.match(String(event.fields.CommandLine), /^(?:\/[\w/]+\/)?base64 -d/)
    assert.equal(event.fields.User, 'root')
    assert.match(String(event.fields.ParentImage ?? '/usr/bin/x'), /^\/usr\/bin\/\w+$/)
  })

  it('chooses the value that Sysmon writes where the rule lists one', () => {
    const rule = ruleWith(
      "  s:\n    IntegrityLevel: ['S-1-16-16384', System]\n    GrandParentImage: null\n  condition: s",
    )
    const [event] = solved([rule])
    assert.ok(event !== undefined)
    assertRealistic(rule, event, 1)
  })
})

describe('what cannot be solved', () => {
  const contradictions = [
    [
      "  s:\n    Image|endswith: '\\a.exe'\n  t:\n    Image|endswith: '\\b.exe'\n  condition: s and t",
      'source',
      "Image endswith '\\a.exe' clashes with Image endswith '\\b.exe'; Image holds one value in an event of Windows (event format)",
    ],
    [
      '  s:\n    Product: a\n  t:\n    Product: b\n  condition: s and t',
      'source',
      "Product equals 'a' clashes with Product equals 'b'; Product holds one value in an event of Windows (event format)",
    ],
    [
      '  s:\n    User: abc\n  t:\n    User|contains: B\n  condition: s and not t',
      'logic',
      "User equals 'abc' never matches without User contains 'B'",
    ],
    [
      '  s:\n    User|contains: abc\n  t:\n    User|contains: b\n  condition: s and not t',
      'logic',
      "User contains 'abc' never matches without User contains 'b'",
    ],
    ['  s:\n    User: a\n  condition: s and not s', 'logic', "User equals 'a' would have to match and not to match"],
    [
      '  s:\n    TerminalSessionId: 1\n  t:\n    TerminalSessionId: 2\n  condition: s and t',
      'source',
      "TerminalSessionId equals '1' clashes with TerminalSessionId equals '2'; TerminalSessionId holds one value in an event of Windows (event format)",
    ],
  ] as const
  for (const [detection, world, reason] of contradictions) {
    it(`is impossible: ${reason}`, () => {
      const answer = solve([ruleWith(detection)], fires, { count: 1, chance: 'a', seed: 'test' })
      assert.deepEqual(
        [answer.kind, answer.kind === 'impossible' && answer.world, answer.kind === 'impossible' && answer.reason],
        ['impossible', world, reason],
      )
      assert.ok(answer.kind === 'impossible' && answer.clash.length > 0)
    })
  }

  const reasons: readonly (readonly [string, string, string])[] = [
    [
      'Sysmon alone, where a rule is written for it',
      '  s:\n    LogonId: null\n  condition: s',
      'LogonId equals null never matches; LogonId is always there and never null (schema)',
    ],
    [
      'a field that no event of the category has',
      '  s:\n    Image: a\n    LogonType: 3\n  condition: s',
      "LogonType equals '3' never matches; Sysmon event 1 (process creation) has no field LogonType (schema)",
    ],
    [
      'a spelling that neither log has',
      "  s:\n    ProcessGuid: '00000000'\n  condition: s",
      "ProcessGuid equals '00000000' never matches; Sysmon has ProcessGuid as a guid (schema)",
    ],
    [
      'Sysmon alone, though another log fails otherwise',
      "  s:\n    CommandLine: null\n  t:\n    CommandLine: 'a'\n  condition: s and t",
      'CommandLine equals null never matches; CommandLine is always there and never null (schema)',
    ],
    [
      'both logs, where a rule reads what only the other has',
      "  s:\n    NewProcessName|endswith: '\\a.exe'\n    LogonType: 3\n  condition: s",
      "Sysmon event 1 (process creation): NewProcessName endswith '\\a.exe' never matches; Sysmon event 1 (process creation) has no field NewProcessName (schema). Security event 4688 (process creation audit): LogonType equals '3' never matches; Security event 4688 (process creation audit) has no field LogonType (manifest)",
    ],
    [
      'the other log alone, where a rule names its event',
      '  s:\n    EventID: 4688\n    LogonId: null\n  condition: s',
      'LogonId equals null never matches; SubjectLogonId is always there and never null (manifest)',
    ],
  ]
  for (const [what, detection, wanted] of reasons) {
    it(`is impossible for the reason of ${what}`, () => {
      const answer = solve([ruleWith(detection)], fires, { count: 1, chance: 'a', seed: 'test' })
      assert.ok(answer.kind === 'impossible' && answer.world === 'source' && answer.isOfCatalogue)
      assert.equal(answer.reason, wanted)
      // What another agent could write is shown, and what speaks against it.
      assert.ok(answer.events.every(({ breaches }) => breaches.length > 0))
    })
  }

  it('is proved for an event id whose fields are known, and open beside one whose are not', () => {
    const solvedFor = (ids: string) => {
      const rule = ruleOf(
        `title: t\nlogsource:\n  product: windows\n  service: security\ndetection:\n  s:\n    EventID: ${ids}\n    SubjectUserNmae: bob\n  condition: s\n`,
      )
      return solve([rule], fires, { count: 1, chance: 'a', seed: 'test' })
    }
    const known = solvedFor('[4624, 4688]')
    assert.ok(known.kind === 'impossible' && known.world === 'source' && known.isOfCatalogue)
    assert.match(known.reason, /has no field SubjectUserNmae \(manifest\)/)
    const open = solvedFor('[4624, 4625]')
    assert.ok(open.kind === 'witness')
    assert.deepEqual([open.events[0]?.fields.EventID, open.events[0]?.eventId], [4625, null])
  })

  it('says why Sysmon writes none where only the other log does', () => {
    const answers = [
      "  s:\n    CommandLine|contains: 'echo %A%'\n  condition: s",
      "  s:\n    NewProcessName|endswith: '\\a.exe'\n  condition: s",
      "  s:\n    CommandLine|contains: 'echo'\n  condition: s",
    ].map((detection) => solve([ruleWith(detection)], fires, { count: 2, chance: 'a', seed: 'test' }))
    const told = answers.map((answer) => answer.kind === 'witness' && [answer.notSysmon, answer.events[0]?.eventId])
    assert.deepEqual(told, [
      ["CommandLine contains 'echo %A%' never matches; Sysmon doubles every % of CommandLine (percent-doubled)", 4688],
      [null, 4688],
      [null, 1],
    ])
  })

  it('is impossible where two expressions share no text', () => {
    const rule = ruleWith("  s:\n    Image|re: '^a+$'\n  t:\n    Image|re: '^b+$'\n  condition: s and t")
    const answer = solve([rule], fires, { count: 1, chance: 'a', seed: 'test' })
    assert.ok(answer.kind === 'impossible' && answer.world === 'source')
  })

  it('is no proof where another event could do it', () => {
    const rule = ruleWith('  s:\n    EventID: 4688\n  condition: s')
    const [event] = solved([rule])
    assert.equal(event?.fields.EventID, 4688)
  })
})

/** Fragments few enough to meet and to clash. */
const text = fc.stringMatching(/^[ab]{1,2}$/)
const literal = fc.record({
  // Texts without % or /: an event of either log can hold any of them in both fields.
  field: fc.constantFrom('Image', 'CommandLine'),
  how: fc.constantFrom('', '|contains', '|startswith', '|endswith'),
  text,
})

describe('the answer for random small rules', () => {
  const detection = fc
    .record({
      identifiers: fc.array(fc.array(literal, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 4 }),
      negated: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      joins: fc.array(fc.constantFrom('and', 'or'), { minLength: 4, maxLength: 4 }),
    })
    .map(({ identifiers, negated, joins }) => {
      const names = identifiers.map((_, index) => `${negated[index] === true ? 'not ' : ''}s${index}`)
      const bodies = identifiers.map((list, index) => {
        const keys = new Map(list.map(({ field, how, text: value }) => [`${field}${how}`, value]))
        return `  s${index}:\n${[...keys].map(([key, value]) => `    ${key}: ${value}`).join('\n')}`
      })
      const condition = names.reduce((left, right, index) => `${left} ${joins[index - 1]} ${right}`)
      return `${bodies.join('\n')}\n  condition: ${condition}`
    })

  /** Every text of at most three letters, one of them strange to all rules. */
  const letters = ['', ...'abz']
  const texts = [
    ...new Set(letters.flatMap((one) => letters.flatMap((two) => letters.map((three) => one + two + three)))),
  ]
  /** In no event of Windows, but in the world of logic. */
  const lists = texts.flatMap((one, index) =>
    texts.filter((_, other) => (index + other) % 7 === 0).map((two) => [one, two]),
  )

  it('is confirmed by the evaluator, and no brute force refutes it', () => {
    fc.assert(
      fc.property(detection, fc.string(), (text_, chance) => {
        const rule = ruleWith(text_)
        const answer = solve([rule], fires, { count: 2, chance, seed: 'test' })
        if (answer.kind === 'witness') {
          for (const event of answer.events) {
            assert.ok(evaluateRule(rule, event).condition.matched && logSourceFits(rule.logsource, event).fits)
          }
        }
        if (answer.kind === 'impossible') {
          const values = answer.world === 'logic' ? [...texts, ...lists.filter((_, index) => index % 5 === 0)] : texts
          const firing = values.find((Image) =>
            texts.some((CommandLine) => evaluateRule(rule, eventOf({ Image, CommandLine })).condition.matched),
          )
          assert.equal(firing, undefined, text_)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('a null that is wanted', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['of a field alone', 'linux', '    ParentImage: null'],
    ['of a field that is there', 'linux', '    ParentImage: null\n    ParentImage|exists: true'],
    ['beside another value', 'linux', '    ParentImage: null\n    ParentImage|contains: a'],
    ['of a field that Sysmon always has', 'windows', '    ParentImage: null'],
    ['beside another value on Windows', 'windows', '    ParentImage: null\n    ParentImage|contains: a'],
  ]
  for (const [what, product, lines] of cases) {
    it(`is absence or null, and never a list: ${what}`, () => {
      const rule = ruleOf(
        `title: t\nlogsource: {product: ${product}, category: process_creation}\ndetection:\n  s:\n${lines}\n  condition: s\n`,
      )
      const leaf = 's/ParentImage/null'
      for (const goal of [fires, { kind: 'decisive', leaf, matched: true }] as const) {
        const answer = solve([rule], goal, { count: 3, chance: 'a', seed: 'test' })
        for (const event of answer.kind === 'unknown' ? [] : answer.events) {
          assert.equal(event.fields.ParentImage ?? null, null)
          assert.ok(evaluateRule(rule, event).condition.matched)
        }
        // Events with a list fire it, so that nothing is proved by logic.
        assert.ok(answer.kind !== 'impossible' || answer.world === 'source')
        assert.equal(answer.kind === 'witness', !lines.includes('contains'))
      }
    })
  }
})
