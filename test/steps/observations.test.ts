import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runProject, runScenarios, runSteps } from './run-feature.ts'

const given = ['Given the rule "Potential Remote PowerShell Session Initiated"', 'And a matching event']
const scenario = ['  Scenario: Any session', ...given, 'When its DestinationPort is 5985', 'Then the rule fires'].join(
  '\n',
)

test('each pair of assertion and rule leaves one observation, its events told apart by what is stated', async () => {
  const steps = [
    ...given,
    'When its SourceIp is "192.0.2.9"',
    'Then the rule fires',
    'And the rule "T1086 Remote PowerShell Session" fires',
  ]
  const { observations } = await runSteps(steps.join('\n'))
  assert.deepEqual(
    observations.map(({ rule, expected, held, knownGap }) => ({
      rule: rule.split('/').at(-1),
      kind: expected.kind,
      held,
      knownGap,
    })),
    [
      { rule: 'net_connection_win_susp_remote_powershell_session.yml', kind: 'fires', held: true, knownGap: null },
      { rule: 'sysmon_remote_powershell_session.yml', kind: 'fires', held: true, knownGap: null },
    ],
  )
  const [own, other] = observations.map(({ events }) => events.events[0]?.stated)
  assert.ok(Array.isArray(own) && own.includes('SourceIp') && own.includes('SourceIsIpv6'))
  assert.ok(!own.includes('DestinationPort'))
  assert.equal(other, 'every')
})

test('an event made without looking at a rule is stated throughout', async () => {
  const { observations } = await runSteps(
    [
      ...given.slice(0, 1),
      'And a benign network connection event',
      'When its DestinationPort is 80',
      'Then the rule is silent because DestinationPort does not match',
    ].join('\n'),
  )
  assert.equal(observations[0]?.events.events[0]?.stated, 'every')
})

test('an outline row is known by its own line, a step by its own', async () => {
  const body = `  Scenario Outline: Port <port>
    Given the rule "Potential Remote PowerShell Session Initiated"
    And a matching event
    When its DestinationPort is <port>
    Then the rule fires

    Examples:
      | port |
      | 5985 |
      | 5986 |`
  const results = await runScenarios(body)
  assert.deepEqual(
    results
      .map(({ observations }) => observations[0]?.scenario)
      .map((place) => [place?.uri, place?.name, place?.line, place?.stepLine]),
    [
      ['features/trial.feature', 'Port 5985', 11, 7],
      ['features/trial.feature', 'Port 5986', 12, 7],
    ],
  )
})

test('rows differ by chance, and moving a scenario changes none of its events', async () => {
  const [first] = await runScenarios(scenario)
  const results = await runScenarios(`${scenario.replace('Any session', 'Another')}\n\n\n${scenario}`)
  const events = (result: typeof first): unknown => result?.observations[0]?.events
  assert.deepEqual(events(results[1]), events(first))
  assert.notDeepEqual(events(results[0]), events(first))
})

test('another seed makes other events, another feature too', async () => {
  const [first] = await runScenarios(scenario)
  const [seeded] = await runScenarios(scenario, { seed: 'another' })
  const [moved] = await runProject({ files: { 'features/other.feature': `Feature: Trial\n\n${scenario}` } })
  const fields = (result: typeof first): unknown => result?.observations[0]?.events.events[0]?.fields
  assert.notDeepEqual(fields(seeded), fields(first))
  assert.notDeepEqual(fields(moved), fields(first))
})

test('the recipe holds what made the current events and no more', async () => {
  const { observations } = await runSteps(
    [
      ...given,
      'And its User is "x"',
      'And a benign network connection event',
      'When its DestinationPort is 1',
      'Then the rule is silent',
    ].join('\n'),
  )
  assert.deepEqual(
    observations[0]?.recipe.steps.map(({ kind }) => kind),
    ['composed', 'set'],
  )
})

test('a vacuous silence is a warning, and an error in strict mode', async () => {
  const steps = [given[0], 'And a benign process creation event', 'Then the rule is silent'].join('\n')
  const lax = await runSteps(steps)
  assert.equal(lax.status, 'PASSED')
  assert.match(lax.logs.join('\n'), /^vacuous: /)
  const strict = await runSteps(steps, { strict: true })
  assert.equal(strict.status, 'FAILED')
  assert.match(strict.messages.join('\n'), /^vacuous: .*strict/)
})

test('a silence that names what does not match is never vacuous', async () => {
  const steps = [
    ...given,
    'When its DestinationPort is 1',
    'And its Initiated is false',
    'Then the rule is silent because these do not match:',
    '| DestinationPort | Initiated |',
  ]
  assert.deepEqual((await runSteps(steps.join('\n'), { strict: true })).status, 'PASSED')
})

test('a circular verdict is a warning, and an error in strict mode', async () => {
  const steps = [...given, 'Then the rule fires'].join('\n')
  assert.match((await runSteps(steps)).logs.join('\n'), /^circular: /)
  assert.match((await runSteps(steps, { strict: true })).messages.join('\n'), /^circular: /)
  const stated = [...given, 'When its Initiated is true', 'Then the rule fires'].join('\n')
  assert.deepEqual((await runSteps(stated, { strict: true })).status, 'PASSED')
})

test('an event that breaks a fact is judged as written and listed, and is an error in strict mode', async () => {
  const steps = [
    ...given,
    'And its SourceIsIpv6 is false',
    'When its SourceIp is "::1"',
    'And its DestinationIp is "::1"',
    'Then the rule is suppressed by filter_main_localhost',
  ].join('\n')
  const lax = await runSteps(steps)
  assert.equal(lax.status, 'PASSED')
  assert.match(lax.logs.join('\n'), /^unrealistic: /m)
  assert.ok((lax.observations[0]?.events.events[0]?.breaches.length ?? 0) > 0)
  assert.match((await runSteps(steps, { strict: true })).messages.join('\n'), /^unrealistic: .*strict/)
})

test('a scenario that passes through a mixed pair of addresses is not unrealistic', async () => {
  const steps = [
    ...given,
    'When its SourceIp is "2001:db8:0:0:0:0:0:1"',
    'And its DestinationIp is "2001:db8:0:0:0:0:0:2"',
    'Then the rule is silent because SourceIsIpv6 does not match',
  ]
  assert.equal((await runSteps(steps.join('\n'), { strict: true })).status, 'PASSED')
})

test('a set of over 200 made events is carried as recipe and hash', async () => {
  const { observations, messages } = await runSteps(
    [given[0], 'And 201 matching events', 'When its User is "CONTOSO\\anna"', 'Then the rule fires'].join('\n'),
  )
  assert.deepEqual(messages, [])
  assert.equal(observations[0]?.events.kind, 'replay')
})
