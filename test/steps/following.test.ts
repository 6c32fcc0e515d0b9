import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runProject, type ScenarioResult } from './run-feature.ts'

function rule(title: string, logsource: string, ...lines: readonly string[]): string {
  const keys = lines.map((line) => `        ${line}\n`).join('')
  return `title: ${title}\nlogsource: {product: windows, ${logsource}}\ndetection:\n    selection:\n${keys}    condition: selection\n`
}

const logon = rule('Logon', 'service: security', 'EventID: 4624', 'LogonType: 5', 'TargetUserName: "*"')
const elevated = rule('Elevated', 'category: process_creation', 'IntegrityLevel: [High, System]', 'User: "*"')
const foreign = rule('Foreign', 'service: security', 'EventID: 4720', 'SubjectUserName: "*"')

async function ran(title: string, ...steps: readonly string[]): Promise<ScenarioResult> {
  const text = `Feature: Trial\n\n  Scenario: Trial\n    Given the rule "${title}"\n    And a matching event\n    ${steps.join('\n    ')}\n`
  const files = {
    'features/trial.feature': text,
    'rules/logon.yml': logon,
    'rules/elevated.yml': elevated,
    'rules/foreign.yml': foreign,
  }
  const [result] = await runProject({ files })
  if (result === undefined) throw new Error('no scenario ran')
  return result
}

function eventsOf({ status, messages, observations }: ScenarioResult) {
  assert.equal(status, 'PASSED', messages.join('\n'))
  return observations.flatMap(({ events }) => events.events)
}

test('an account of the Security log is a name, a domain and a SID', async () => {
  const [event] = eventsOf(await ran('Logon', 'When its TargetUserName is SYSTEM in German', 'Then the rule fires'))
  const { TargetUserName, TargetDomainName, TargetUserSid } = event?.fields ?? {}
  assert.deepEqual([TargetUserName, TargetDomainName, TargetUserSid], ['SYSTEM', 'NT-AUTORITÄT', 'S-1-5-18'])
  assert.ok(Array.isArray(event?.stated) && event.stated.includes('TargetDomainName'))
  assert.deepEqual(event?.breaches, [])
})

test('an account in every Windows language is one event for each domain and name', async () => {
  const step = 'When its TargetUserName is LOCAL SERVICE in every Windows language'
  const events = eventsOf(await ran('Logon', step, 'Then the rule fires'))
  const accounts = events.map(({ fields }) => `${fields.TargetDomainName}\\${fields.TargetUserName}`)
  assert.ok(accounts.length > 3 && new Set(accounts).size === accounts.length, accounts.join())
  assert.ok(!events.some(({ fields }) => String(fields.TargetUserName).includes('\\')))
})

test('an account of an event that no catalogue describes is written by the name of its field', async () => {
  const [event] = eventsOf(await ran('Foreign', 'When its SubjectUserName is SYSTEM in French', 'Then the rule fires'))
  assert.deepEqual(event?.fields.SubjectUserName, 'Système')
})

test('a user that is stated leaves the level that the rule reads', async () => {
  const names = Array.from({ length: 6 }, (_, index) => `| CONTOSO\\\\u${index} |`)
  const step = ['When its User is each of:', ...names.map((name) => `  ${name}`)]
  const events = eventsOf(await ran('Elevated', ...step, 'Then the rule fires'))
  assert.equal(events.length, names.length)
})
