import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runScenarios, runSteps } from '../run-feature.ts'

const remote = 'Given the rule "Potential Remote PowerShell Session Initiated"'
const legacy = 'Given the rule "PowerShell Network Connections"'

/** The steps of a scenario, and what it says; null where it passes. */
const cases: readonly (readonly [about: string, steps: readonly string[], says: RegExp | null])[] = [
  ['a value that Sysmon never writes', [remote, 'Then the rule can never match SourceIp "::1"'], null],
  ['a part that changes nothing', [legacy, 'Then the rule does not need DestinationIsIpv6'], null],
  [
    'a named rule, without one under test',
    ['Then the rule "PowerShell Network Connections" does not need DestinationIsIpv6'],
    null,
  ],
  [
    'a value that can match',
    [remote, 'Then the rule can never match DestinationIp "127.0.0.1"'],
    /^"Potential Remote [^\n]*": it can: here is an event\nrules\/\S+, by [^\n]+\n\n(?: {2}.*\n)* {2}DestinationIp "127\.0\.0\.1"\n/,
  ],
  [
    'a filter that is needed',
    [remote, 'Then the rule does not need filter_main_localhost'],
    /: it does: this event fires only without filter_main_localhost\n/,
  ],
  [
    'a field of the selection that is needed',
    [remote, 'Then the rule does not need Initiated'],
    /: it does: this event fires only without Initiated\n/,
  ],
  [
    'a value that the rule does not have',
    [remote, 'Then the rule can never match SourceIp "::2"'],
    /^the rule has no value "::2" of SourceIp; nearest: "::1"/,
  ],
  [
    'a value that is near to none that the field has',
    [remote, 'Then the rule can never match DestinationPort "zzz"'],
    /^the rule has no value "zzz" of DestinationPort; there are "5985", "5986"/,
  ],
  [
    'a field that the rule does not read',
    [remote, 'Then the rule can never match SourceIpp "::1"'],
    /^the rule reads no field SourceIpp; nearest: SourceIp/,
  ],
  [
    'a part that the rule does not have',
    [remote, 'Then the rule does not need SourceIsIpv4'],
    /^"Potential Remote PowerShell Session Initiated" has no part SourceIsIpv4; nearest: SourceIsIpv6/,
  ],
  ['no rule', ['Then the rule does not need Initiated'], /^no rule is under test/],
  [
    'a change that only a claim follows',
    [remote, 'And a matching event', 'When its Initiated is false', 'Then the rule can never match SourceIp "::1"'],
    /^nothing judges "its Initiated is false"/,
  ],
]

for (const [about, steps, says] of cases) {
  test(`a claim about ${about}`, async () => {
    const { status, messages } = await runSteps(steps.join('\n'))
    assert.equal(status, says === null ? 'PASSED' : 'FAILED', messages.join('\n'))
    if (says !== null) assert.match(messages.join('\n'), says)
  })
}

test('a claim that does not hold is a known gap; one that holds closes it', async () => {
  const gap = (claim: string) => runScenarios(`@known-gap\nScenario: Trial\n${remote}\n${claim}`)
  const [open] = await gap('Then the rule does not need Initiated')
  assert.equal(open?.status, 'PASSED', open?.messages.join('\n'))
  const [closed] = await gap('Then the rule can never match SourceIp "::1"')
  assert.equal(closed?.status, 'FAILED')
  assert.match(closed.messages.join('\n'), /^gap closed/)
})
