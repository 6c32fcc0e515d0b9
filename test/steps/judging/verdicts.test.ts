import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runSteps } from '../run-feature.ts'

const remote = ['Given the rule "Potential Remote PowerShell Session Initiated"', 'And a matching event']
const title = '"Potential Remote PowerShell Session Initiated"'
const reverse = ['Given the rule "Potential Powershell ReverseShell Connection"', 'And a matching event']
const anna = 'And its User is "CONTOSO\\anna.keller"'
// What only PowerShell does, other rules look at too.
const explorer = 'And its Image is "C:\\Windows\\explorer.exe"'

/** A failed assertion: the steps, and the beginning of its message. */
const failures: readonly (readonly [string, readonly string[], RegExp])[] = [
  [
    'should fire, is suppressed',
    [...remote, anna, 'And its SourceIp is "127.0.0.1"', 'And its DestinationIp is "127.0.0.1"', 'Then the rule fires'],
    /is silent, should fire: filter_main_localhost suppresses it \(SourceIp "127\.0\.0\.1", DestinationIp "127\.0\.0\.1"\)/,
  ],
  [
    'should fire, misses',
    [...remote, anna, 'And its Initiated is false', 'Then the rule fires'],
    /is silent, should fire: Initiated does not match \(Initiated false\)/,
  ],
  [
    'should fire, misses by an integer that no number holds',
    [
      ...remote.slice(0, 1),
      'And the event:',
      '"""',
      '{"EventID": 3, "Initiated": "true", "DestinationPort": 9232379236109516801}',
      '"""',
      'Then the rule fires',
    ],
    /is silent, should fire: .*DestinationPort "?9232379236109516801\b/,
  ],
  [
    'should fire, is of another log source',
    [...remote.slice(0, 1), 'And a benign process creation event', 'Then the rule fires'],
    /is silent, should fire: its log source is /,
  ],
  [
    'should fire via one branch, both match',
    [
      ...reverse,
      'And its Image is "C:\\pwsh.exe"',
      'And its OriginalFileName is "pwsh.dll"',
      'Then the rule fires via Image',
    ],
    /fires, but not via Image: (?=.*OriginalFileName).* match(?:es)? too/,
  ],
  [
    'should be silent, fires',
    [...remote, anna, 'And its DestinationPort is 5985', 'Then the rule is silent'],
    /fires, should be silent: via selection \(DestinationPort 5985, /,
  ],
  [
    'should be silent for one part, is for two',
    [
      ...remote,
      'And its User is NETWORK SERVICE in English',
      'And its Initiated is false',
      'Then the rule is silent because Initiated does not match',
    ],
    /is silent because of Initiated and filter_main_service_users, not Initiated alone/,
  ],
  [
    'should be silent for two parts, is for one',
    [
      ...remote,
      'And its Initiated is false',
      'Then the rule is silent because these do not match:',
      '| Initiated | DestinationPort |',
    ],
    /is silent because of Initiated, not Initiated and DestinationPort: DestinationPort does match/,
  ],
  [
    'should be silent for a part, is suppressed',
    [
      ...remote,
      'And its User is NETWORK SERVICE in English',
      'Then the rule is silent because Initiated does not match',
    ],
    /is suppressed by filter_main_service_users, not silent because Initiated does not match/,
  ],
  [
    'should be silent by its log source',
    [...remote, 'And its Initiated is false', 'Then the rule is silent because of its log source'],
    /^the event is of the rule's log source; .* is silent because Initiated does not match/,
  ],
  [
    'should be suppressed by one filter, is by two',
    [
      ...remote,
      'And its User is NETWORK SERVICE in English',
      'And its Image is "C:\\Program Files\\Avast Software\\Avast\\AvastSvc.exe"',
      'Then the rule is suppressed by filter_main_service_users',
    ],
    /is suppressed by filter_optional_avast as well \(Image "C:\\Program Files\\Avast/,
  ],
  [
    'should be suppressed by one filter, is by another',
    [
      ...remote,
      'And its User is NETWORK SERVICE in English',
      'And its DestinationIp is "192.0.2.1"',
      'Then the rule is suppressed by filter_main_localhost',
    ],
    /is suppressed by filter_main_service_users, not by filter_main_localhost: filter_main_localhost does not match/,
  ],
  [
    'should be suppressed, fires',
    [...remote, anna, 'And its DestinationIp is "192.0.2.1"', 'Then the rule is suppressed by filter_main_localhost'],
    /fires, should be suppressed by filter_main_localhost: filter_main_localhost does not match \(/,
  ],
  [
    'should be suppressed, misses',
    [...remote, 'And its Initiated is false', 'Then the rule is suppressed by filter_main_localhost'],
    /is silent because Initiated does not match, should be suppressed by filter_main_localhost/,
  ],
  [
    'should fire once, fires twice',
    [...remote, 'And its User is each of:', '| a | b | NETWORK SERVICE |', 'Then the rule fires exactly 1 time'],
    /fires 2 times, should 1: events 1, 2/,
  ],
]

for (const [about, steps, says] of failures) {
  test(`the message of a rule that ${about}`, async () => {
    const { status, messages, observations } = await runSteps(steps.join('\n'))
    const message = messages.join('\n')
    assert.equal(status, 'FAILED')
    assert.match(message, says)
    assert.match(message, /^rules\/windows\/.*\.yml, by \S/m, 'it names the rule and its author')
    assert.match(message, /✓|✗/, 'it shows the evidence')
    assert.equal(observations[0]?.held, false)
  })
}

test('a set shows five events and how many more there are', async () => {
  const users = Array.from({ length: 9 }, (_, index) => `u${index}`)
  const steps = [...remote, `And its User is each of:\n| ${users.join(' | ')} |`, 'Then the rule is silent']
  const message = (await runSteps(steps.join('\n'))).messages.join('\n')
  assert.match(message, /^9 of 9 events$/m)
  assert.equal(message.match(/^event \d fires$/gm)?.length, 5)
  assert.match(message, /^\.\.\. and 4 more events$/m)
})

/** What holds, for each Then. */
const holding: readonly (readonly string[])[] = [
  [...remote, anna, 'Then the rule fires'],
  [...remote, anna, `Then the rule ${title} fires`],
  [...remote, 'And its User is each of:', '| a | b | NETWORK SERVICE |', 'Then the rule fires exactly 2 times'],
  [...remote, 'When its Initiated is false', 'Then the rule is silent'],
  [
    ...remote,
    'When its DestinationPort is 1',
    'And its Initiated is false',
    'Then the rule is silent because these do not match:',
    '| Initiated |',
    '| DestinationPort |',
  ],
  [...remote, explorer, 'When its DestinationPort is 1', 'Then no rule fires'],
  [
    ...remote,
    anna,
    explorer,
    'When its DestinationPort is 5985',
    'Then exactly these rules fire:',
    `| ${title} | 'T1086 Remote PowerShell Session' |`,
  ],
  ['Given 7 matching events', 'Then the rule fires'].flatMap((step, index) =>
    index === 0 ? [...remote.slice(0, 1), step, anna] : [step],
  ),
  [...remote, 'When its User is absent', 'Then the rule fires'],
  [...remote, 'When its User is null', 'Then the rule fires'],
  [...remote, 'When its User is empty', 'Then the rule fires'],
  [...remote, 'When its Initiated is null', 'Then the rule is silent because Initiated does not match'],
  [
    'Given these rules:',
    '| T1086 Remote PowerShell Session | Potential Remote PowerShell Session Initiated |',
    'And a matching event',
    'When its DestinationPort is 5986',
    `Then the rule ${title} fires`,
    'And the rule "T1086 Remote PowerShell Session" fires',
  ],
]

for (const steps of holding) {
  test(`holds: ${steps.slice(1).join(', ')}`, async () => {
    const { status, messages } = await runSteps(steps.join('\n'))
    assert.deepEqual({ status, messages }, { status: 'PASSED', messages: [] })
  })
}

test('of all rules, the one that fires as well and the one that does not are told', async () => {
  const steps = [
    ...remote,
    anna,
    'When its DestinationPort is 5985',
    'Then exactly these rules fire:',
    `| ${title} | 'PowerShell Network Connections' |`,
  ]
  const [first] = (
    await runSteps([...steps.slice(0, 3), 'And its Image is "C:\\Windows\\explorer.exe"', ...steps.slice(3)].join('\n'))
  ).messages
  assert.match(
    first ?? '',
    /also fires: "T1086 Remote PowerShell Session" by .* \(event 1\); does not fire: "PowerShell Network Connections"/,
  )
  const [, evidence = ''] = (first ?? '').split(/\n\n([\s\S]*)/)
  assert.match(evidence, /^rules\/legacy\/.*sysmon_remote_powershell_session\.yml, by .*\nevent 1 fires/)
  assert.match(evidence, /\nrules\/legacy\/.*sysmon_powershell_network_connection\.yml, by .*\nevent 1 is silent/)
  assert.match(evidence, /"C:\\Windows\\explorer\.exe"/)
  const none = await runSteps([...remote, anna, 'When its DestinationPort is 5985', 'Then no rule fires'].join('\n'))
  assert.match(none.messages.join('\n'), /^\d rules fire: .*"Potential Remote PowerShell Session Initiated"/)
})
