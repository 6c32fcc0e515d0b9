import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runProject, type ScenarioResult } from '../run-feature.ts'

const rule = 'Potential Remote PowerShell Session Initiated'

async function runGap(steps: readonly string[]): Promise<ScenarioResult> {
  const feature = `Feature: Trial\n\n@known-gap\nScenario: Trial\nGiven the rule "${rule}"\n${steps.join('\n')}\n`
  const [result] = await runProject({ files: { 'features/trial.feature': feature } })
  assert.ok(result)
  return result
}

test('a known gap passes while every event gets the wrong verdict', async () => {
  const steps = ['And a matching event', 'When its User is "CONTOSO\\Network Service Desk"', 'Then the rule fires']
  const result = await runGap(steps)
  assert.equal(result.status, 'PASSED')
  assert.deepEqual(
    result.observations.map(({ held, knownGap }) => ({ held, knownGap })),
    [{ held: false, knownGap: 'open' }],
  )
})

const closed: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['closed', ['And a matching event', 'Then the rule fires'], /^gap closed\n/],
  [
    'closed for some events',
    ['And a matching event', 'When its User is each of:', '| a | b | NETWORK SERVICE |', 'Then the rule fires'],
    /^gap closed for 2 of 3\n/,
  ],
  [
    'closed by another filter',
    [
      'And a matching event',
      'When its User is NETWORK SERVICE in English',
      'Then the rule is suppressed by filter_optional_avast',
    ],
    /^gap closed another way: filter_main_service_users\n/,
  ],
  [
    'closed by another part',
    [
      'And a matching event',
      'When its Initiated is false',
      'Then the rule is silent because DestinationPort does not match',
    ],
    /^gap closed another way: Initiated\n/,
  ],
  [
    'closed another way for some events',
    [
      'And a matching event',
      'When its User is each of:',
      '| a | NETWORK SERVICE |',
      'Then the rule is suppressed by filter_optional_avast',
    ],
    /^gap closed another way for 1 of 2: filter_main_service_users\n/,
  ],
  [
    'closed by number',
    [
      'And a matching event',
      'When its User is each of:',
      '| a | NETWORK SERVICE |',
      'Then the rule fires exactly 1 time',
    ],
    /^gap closed\n/,
  ],
]

for (const [about, steps, says] of closed) {
  test(`a known gap that is ${about} fails and says so`, async () => {
    const result = await runGap(steps)
    assert.equal(result.status, 'FAILED')
    assert.match(result.messages.join('\n'), says)
  })
}

test('a known gap states one verdict', async () => {
  const steps = ['And a matching event', 'When its Initiated is false', 'Then the rule fires', 'And no rule fires']
  const result = await runGap(steps)
  assert.equal(result.status, 'FAILED')
  assert.match(result.messages.join('\n'), /a @known-gap scenario states one verdict/)
})

test('the tag may sit on one Examples block, or on the feature', async () => {
  const outline = `Scenario Outline: <user>
    Given the rule "${rule}"
    And a matching event
    When its User is "<user>"
    Then the rule fires

    Examples: reported
      | user |
      | anna |
`
  const block = `
    @known-gap
    Examples: missed
      | user            |
      | NETWORK SERVICE |
`
  const onBlock = await runProject({ files: { 'features/trial.feature': `Feature: Trial\n\n${outline}${block}` } })
  assert.deepEqual(
    onBlock.map(({ status }) => status),
    ['PASSED', 'PASSED'],
  )
  const onFeature = await runProject({
    files: { 'features/trial.feature': `@known-gap\nFeature: Trial\n\n${outline}` },
  })
  assert.match(onFeature[0]?.messages.join('\n') ?? '', /^gap closed\n/)
})

test('for all rules together, a known gap is closed event by event', async () => {
  const given = ['And a matching event', 'And its Image is "C:\\Windows\\explorer.exe"']
  const incoming = [...given, 'When its Initiated is false', 'Then exactly these rules fire:', `| ${rule} |`]
  assert.equal((await runGap(incoming)).status, 'PASSED')
  const silent = await runGap([...given, 'When its DestinationPort is 80', 'Then no rule fires'])
  assert.match(silent.messages.join('\n'), /^gap closed\n/)
  const some = await runGap([...given, 'When its DestinationPort is each of:', '| 80 | 5985 |', 'Then no rule fires'])
  assert.match(some.messages.join('\n'), /^gap closed for 1 of 2\n/)
})
