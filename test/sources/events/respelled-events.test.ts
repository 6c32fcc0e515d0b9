import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { firesOn, type JsonObject, type Rule } from '../../../sigma/index.ts'
import { loadRules, openEvents } from '../../../sources/index.ts'
import { blocksOf, respellings } from './spellings.ts'

const { SIGMAPROOF_RULES: rulesFolder, SIGMAPROOF_EVENTS: eventsFolder } = process.env
const files = ['sysmon-deepbluecli.ndjson', 'sysmon-evtx-to-mitre-attack.ndjson']
const folders = ['rules', 'rules-emerging-threats', 'rules-threat-hunting', 'rules-compliance']
const skip = rulesFolder === undefined || eventsFolder === undefined ? 'SIGMAPROOF_RULES or SIGMAPROOF_EVENTS' : false

describe('recorded events in the spelling of each exporter', { skip }, () => {
  const rules = skip === false ? windowsRules() : []
  const events = skip === false ? files.flatMap(recorded) : []
  const wanted = events.map((json) => matchesOf(json, rules))

  test('are there, and so are the rules', () => {
    assert.ok(rules.length > 2_000 && events.length > 190, `${rules.length} rules, ${events.length} events`)
    assert.ok(wanted.flat().length > 100, `${wanted.flat().length} matches`)
  })
  for (const [name, respelled] of Object.entries(respellings)) {
    test(`${name} matches what the original matches`, () => {
      for (const [at, json] of events.entries()) {
        assert.deepEqual(matchesOf(respelled(blocksOf(json)), rules), wanted[at])
      }
    })
  }
})

function windowsRules(): readonly Rule[] {
  const loaded = loadRules(String(rulesFolder), folders, {})
  return loaded.rules.filter(({ logsource }) => logsource.product === 'windows')
}

function recorded(file: string): readonly JsonObject[] {
  const lines = readFileSync(join(String(eventsFolder), file), 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line): JsonObject => JSON.parse(line))
}

function matchesOf(json: JsonObject, rules: readonly Rule[]): readonly string[] {
  const opened = openEvents(json)
  assert.equal(opened.length, 1)
  const [event] = opened
  assert.ok(event?.kind === 'event')
  return rules.filter((rule) => firesOn(rule, event.event)).map(({ key }) => key)
}
