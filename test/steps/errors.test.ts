import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runProject, runSteps } from './run-feature.ts'

const remote = 'Given the rule "Potential Remote PowerShell Session Initiated"'
const reverse = 'Given the rule "Potential Powershell ReverseShell Connection"'
const fires = 'Then the rule fires'

/** A scenario that cannot be played, and what it says. */
interface Case {
  readonly about: string
  readonly steps: readonly string[]
  /** The steps of a known gap, where the same ones would close it before they go wrong. */
  readonly inGap?: readonly string[]
  readonly says: RegExp
}

const cases: readonly Case[] = [
  {
    about: 'an unknown rule',
    steps: ['Given the rule "Potential Remote PowerShel Session"', 'And a matching event', fires],
    says: /^no rule is called "Potential Remote PowerShel Session"; nearest: .*"Potential Remote PowerShell Session Initiated"/,
  },
  {
    about: 'an id that two rules share',
    steps: ['Given the rule "c539afac-c12a-46ed-b1bd-5a5567c9f045"', 'And a matching event', fires],
    says: /^"c539afac-c12a-46ed-b1bd-5a5567c9f045" names two rules: rules\/legacy\/\S+, rules\/windows\/\S+; use a path or a title/,
  },
  {
    about: 'a rule named after its events',
    steps: [remote, 'And a matching event', reverse, fires],
    says: /^name the rule before its events/,
  },
  { about: 'no rule to match', steps: ['Given a matching event', fires], says: /^no rule is under test/ },
  {
    about: 'no rule to judge',
    steps: ['Given a benign network connection event', fires],
    says: /^no rule is under test/,
  },
  { about: 'no event to judge', steps: [remote, fires], says: /^there is no event to judge/ },
  { about: 'no event to change', steps: [remote, 'When its User is "x"', fires], says: /^there is no event yet/ },
  {
    about: '"the rule" where two are under test',
    steps: [
      'Given these rules:',
      '| Potential Remote PowerShell Session Initiated | T1086 Remote PowerShell Session |',
      'And a matching event',
      fires,
    ],
    says: /^"the rule" may be any of 2 under test: "Potential Remote/,
  },
  {
    about: 'parts of two levels in one list',
    steps: [
      remote,
      'And a matching event',
      'When its Initiated is false',
      'Then the rule is silent because these do not match:',
      '| selection | Initiated |',
    ],
    says: /^selection is a search identifier and Initiated a field: name the ones or the others, not both/,
  },
  {
    about: 'an unknown field',
    steps: [remote, 'And a matching event', 'When its DestinationProt is 5985', fires],
    says: /Sysmon event 3 \(network connection\) has no field DestinationProt; nearest: .*DestinationPort/,
  },
  {
    about: 'a field of another event, with a table',
    steps: [remote, 'And a network connection event with:', '| CommandLine | x |', fires],
    says: /Sysmon event 3 \(network connection\) has no field CommandLine/,
  },
  {
    about: 'a value of the wrong type',
    steps: [remote, 'And a matching event', 'When its DestinationPort is "http"', fires],
    says: /DestinationPort .*number.*"?http"?/,
  },
  {
    about: 'a value of the wrong type in one cell',
    steps: [remote, 'And a matching event', 'When its DestinationPort is each of:', '| 5985 | http |', fires],
    says: /^cell 2: DestinationPort/,
  },
  {
    about: 'a value of the wrong type in one row',
    steps: [remote, 'And these network connection events:', '| DestinationPort |', '| 5985 |', '| http |', fires],
    says: /^row 2: DestinationPort/,
  },
  {
    about: 'a rule that nothing is near to: those there are',
    steps: ['Given the rule "Zzz"', 'And a matching event', fires],
    says: /^no rule is called "Zzz"; there are ("[^"]+", ){4}"[^"]+"$/,
  },
  {
    about: 'a field that nothing is near to: the first ten there are',
    steps: [remote, 'And a matching event', 'When its Zzzzzz is 5985', fires],
    says: /has no field Zzzzzz; there are (\w+, ){9}\w+ and \d+ more$/,
  },
  {
    about: 'a part that nothing is near to',
    steps: [remote, 'And a matching event', 'Then the rule fires via zzz'],
    says: /has no part zzz; there are "selection", "filter_/,
  },
  {
    about: 'a filter that nothing is near to',
    steps: [remote, 'And a matching event', 'Then the rule is suppressed by zzz'],
    says: /has no filter zzz; there are "filter_/,
  },
  {
    about: 'an account that nothing is near to',
    steps: [remote, 'And a matching event', 'When its User is ZZZZ in German', fires],
    says: /ZZZZ"; there are SYSTEM, LOCAL SERVICE, NETWORK SERVICE$/,
  },
  {
    about: 'a language that nothing is near to: ten, each by its name',
    steps: [remote, 'And a matching event', 'When its User is NETWORK SERVICE in Klingonese', fires],
    says: /"Klingonese"; there are ([A-Z][\w ()]+, ){9}[A-Z][\w ()]+ and \d+ more$/,
  },
  {
    about: 'a Sysmon event that nothing is near to',
    steps: [remote, 'And a benign zzz event', fires],
    says: /^no Sysmon event is called "zzz"; there are ("[^"]+", ){9}"[^"]+" and \d+ more$/,
  },
  {
    about: 'a column of the time under another name',
    steps: [
      remote,
      'And these network connection events:',
      '  | _time | DestinationPort |',
      '  | 10 seconds | 5985 |',
      '  | 10 seconds | 5986 |',
      fires,
    ],
    says: /^row 1: _time is no field; the column of when an event happens is called time and says how long after now: 0 seconds/,
  },
  {
    about: 'a column of the time with a capital',
    steps: [
      remote,
      'And these network connection events:',
      '  | Time | DestinationPort |',
      '  | 2026-01-01T00:00:00Z | 5985 |',
      '  | 2026-01-01T00:00:00Z | 5986 |',
      fires,
    ],
    says: /^row 1: Time is no field; the column of when .* is called time /,
  },
  {
    about: 'a column of the time as Elastic calls it',
    steps: [
      remote,
      'And these network connection events:',
      '  | @timestamp | DestinationPort |',
      '  | 1 | 5985 |',
      '  | 1 | 5986 |',
      fires,
    ],
    says: /^row 1: @timestamp is no field; the column of when .* is called time /,
  },
  {
    about: 'a duration in a field of the time',
    steps: [
      remote,
      'And these network connection events:',
      '  | UtcTime | DestinationPort |',
      '  | 10 seconds | 5985 |',
      '  | 10 seconds | 5986 |',
      fires,
    ],
    says: /^row 1: UtcTime is a field, 10 seconds no value of it; the column of when .* is called time /,
  },
  {
    about: 'an unknown part',
    steps: [remote, 'And a matching event', 'Then the rule fires via selektion'],
    says: /^"Potential Remote PowerShell Session Initiated" has no part selektion; nearest: "selection"/,
  },
  {
    about: 'an unknown filter',
    steps: [remote, 'And a matching event', 'Then the rule is suppressed by filter_main_localhots'],
    says: /^"Potential Remote PowerShell Session Initiated" has no filter filter_main_localhots; nearest: "filter_main_localhost"/,
  },
  {
    about: 'a filter that is none',
    steps: [remote, 'And a matching event', 'Then the rule is suppressed by selection'],
    says: /^selection is no filter of "Potential Remote/,
  },
  {
    about: 'a field of filters only, as a part',
    steps: [remote, 'And a matching event', 'Then the rule is silent because SourceIp does not match'],
    says: /has no part SourceIp/,
  },
  {
    about: 'an unknown account',
    steps: [remote, 'And a matching event', 'When its User is NETWORK SERVISE in German', fires],
    says: /NETWORK SERVISE.*nearest:.*NETWORK SERVICE/,
  },
  {
    about: 'an unverified account',
    steps: [remote, 'And a matching event', 'When its User is NETWORK SERVICE in Turkish', fires],
    says: /NETWORK SERVICE in Turkish is assumed, not verified/,
  },
  {
    about: 'an unknown language',
    steps: [remote, 'And a matching event', 'When its User is NETWORK SERVICE in Germann', fires],
    says: /Germann.*nearest:.*German/,
  },
  {
    about: 'an unknown Sysmon event',
    steps: [remote, 'And a benign proces creation event', fires],
    says: /^no Sysmon event is called "proces creation"; nearest: .*"process creation"/,
  },
  {
    about: 'a network with host bits',
    steps: [remote, 'And a matching event', 'When its DestinationIp is inside 10.0.0.1/8', fires],
    says: /10\.0\.0\.1\/8 has host bits set.*10\.0\.0\.0\/8/,
  },
  {
    about: 'nothing outside a network',
    steps: [remote, 'And a matching event', 'When its DestinationIp is just outside 0.0.0.0/0', fires],
    says: /nothing lies outside 0\.0\.0\.0\/0/,
  },
  {
    about: 'a text that is not there',
    steps: [
      reverse,
      'And a matching event',
      'And its CommandLine is "x"',
      'When its CommandLine has "a" instead of ".GetStream("',
      fires,
    ],
    says: /CommandLine does not contain ".GetStream\("/,
  },
  {
    about: 'a text to shorten that is there three times',
    steps: [remote, 'And a matching event', 'And its User is "RRR"', 'When its User falls just short of "R"', fires],
    says: /User contains "R" 3 times/,
  },
  {
    about: 'the letter case of a number',
    steps: [remote, 'And a matching event', 'When its DestinationPort is in upper case', fires],
    says: /DestinationPort is a number.*no letter case/,
  },
  {
    about: 'an empty list',
    steps: [remote, 'And a matching event', 'When its User is each of:', '|  |', fires],
    says: /^the list is empty/,
  },
  {
    about: 'no events at all',
    steps: [remote, 'And 0 matching events', fires],
    says: /^there is no empty set of events/,
  },
  {
    about: 'a match carried by a filter',
    steps: [remote, 'And a matching event via filter_main_localhost', fires],
    says: /"Potential Remote PowerShell Session Initiated" cannot fire via filter_main_localhost: it is a filter/,
  },
  {
    about: 'an event that is not JSON',
    steps: [remote, 'And the event:', '"""', '{', '  "Image": "x",', '  oops', '}', '"""', fires],
    says: /^line 3, column 3: not JSON/,
  },
  {
    about: 'an event nested deeper than any',
    steps: [
      remote,
      'And the event:',
      '"""',
      `{"Image": "C:\\\\[{.exe\\"",`,
      `"Deep": ${'['.repeat(500)}${']'.repeat(500)}}`,
      '"""',
      fires,
    ],
    says: /^line 2, column 508: nested over 500 deep, which no event is/,
  },
  {
    about: 'an event that is no object',
    steps: [remote, 'And the event:', '"""', '[1]', '"""', fires],
    says: /^an event is a JSON object; this is a list/,
  },
  {
    about: 'a row that is not a field and a value',
    steps: [remote, 'And a network connection event with:', '| User | a | b |', fires],
    says: /^a row is a field and its value; this one has 3 cells/,
  },
  {
    about: 'one filter named twice',
    steps: [
      remote,
      'And a matching event',
      'Then the rule is suppressed by:',
      '| filter_optional_avast | filter_optional_avast |',
    ],
    says: /^the list names filter_optional_avast twice/,
  },
  {
    about: 'a scenario without a Then',
    steps: [remote, 'And a matching event'],
    says: /^this scenario judges nothing: it has no Then/,
  },
  {
    about: 'a change after the last Then',
    steps: [remote, 'And a matching event', fires, 'When its User is "CONTOSO\\anna"'],
    inGap: [remote, 'And a matching event', 'And its Initiated is false', fires, 'When its User is "CONTOSO\\anna"'],
    says: /^nothing judges "its User is "CONTOSO\\anna"": a Then has to follow/,
  },
]

for (const { about, steps, inGap = steps, says } of cases) {
  test(`${about} is an error that helps`, async () => {
    const result = await runSteps(steps.join('\n'))
    assert.equal(result.status, 'FAILED')
    assert.match(result.messages.join('\n'), says)
  })

  test(`${about} satisfies no known gap`, async () => {
    const scenario = `Feature: Trial\n\n@known-gap\nScenario: Trial\n${inGap.join('\n')}\n`
    const [result] = await runProject({ files: { 'features/trial.feature': scenario } })
    assert.equal(result?.status, 'FAILED')
    assert.match(result?.messages.join('\n') ?? '', says)
  })
}

test('a line feed from a table cell is refused with the doubled spelling', async () => {
  const result = await runSteps(
    [remote, 'And a matching event', 'When its User is each of:', '| CONTOSO\\nina |', fires].join('\n'),
  )
  assert.equal(result.status, 'FAILED')
  assert.match(result.messages.join('\n'), /cell 1: the value holds a line feed.*CONTOSO\\\\nina/)
})

test('a doc string may hold line feeds', async () => {
  const steps = [
    reverse,
    'And a matching event',
    'When its CommandLine is:',
    '"""',
    'powershell',
    'x',
    '"""',
    'Then the rule is silent because CommandLine does not match',
  ]
  assert.equal((await runSteps(steps.join('\n'))).status, 'PASSED')
})

test('a name with control characters cannot act on a terminal', async () => {
  const result = await runSteps('Given the rule "\u001b[31mred\u202e"\nAnd a matching event\nThen the rule fires')
  assert.match(result.messages.join('\n'), /no rule is called "\\u\{1B\}\[31mred\\u\{202E\}"/)
})

const goodRule = `title: Good
logsource: { product: windows, category: network_connection }
detection:
  selection:
    DestinationPort: 4444
  condition: selection
`
const brokenRule = `title: Broken
id: 11111111-2222-4333-8444-555555555555
logsource: { product: windows, category: network_connection }
detection:
  selection:
    DestinationPort: 4444
  condition: selektion
`

for (const name of ['Broken', '11111111-2222-4333-8444-555555555555']) {
  test(`a rule that cannot be read, called "${name}", shows its problem with a code frame; the others still run`, async () => {
    const feature = `Feature: Two rules

  Scenario: The good one
    Given the rule "Good"
    And a matching event
    When its DestinationPort is 4444
    Then the rule fires

  Scenario: The broken one
    Given the rule "${name}"
    And a matching event
    Then the rule fires
`
    const files = { 'features/two.feature': feature, 'rules/good.yml': goodRule, 'rules/broken.yml': brokenRule }
    const [good, broken] = await runProject({ files })
    assert.deepEqual([good?.status, broken?.status], ['PASSED', 'FAILED'])
    assert.match(
      broken?.messages.join('\n') ?? '',
      /cannot be read:[\s\S]*selektion[\s\S]*rules\/broken\.yml:7:\d+[\s\S]*\^\^\^/,
    )
  })
}
