import assert from 'node:assert/strict'
import { test } from 'node:test'
import { featureText, scenarioTexts } from '../../../authoring/index.ts'
import { composedDraft, draftedSteps, verbatimDraft } from '../../../authoring/suggest/draft.ts'
import type { Suggestion } from '../../../measures/index.ts'
import { type Event, eventOf, type Fields } from '../../../sigma/index.ts'
import { fc } from '../../fast-check.ts'
import { ruleOf } from '../../generators/rules.ts'
import { aRule } from '../../measures/rule-factory.ts'
import { runProject } from '../../steps/run-feature.ts'

const rule = aRule('selection:\n    EventID: 3\ncondition: selection')

/** Pieces that mean something to Gherkin, to a table, to a doc string, to JSON, to an outline or to a terminal. */
const pieces = [
  ...['|', '\\', '\\n', '\\|', '"', "'", '"""', '```', '\\"\\"\\"', '\n', '\r\n', '\t', ' ', '\u00a0', '\u0085'],
  ...['#', '@tag', '<Image>', '<value>', '<', '>', '{int}', '$&', '%', 'Then the rule fires', 'Scenario:', 'é', '𝒳'],
  ...['\u0000', '\u001b[31m', '\u202e', '\u2028', '\ud800', '0', 'true', '""', "''", 'C:\\Windows\\', '\\\\srv\\share'],
]
const hostileText = fc.array(fc.constantFrom(...pieces), { maxLength: 5 }).map((texts) => texts.join(''))
/** Fields have no blanks in their names. */
const hostileName = hostileText
  .map((name) => name.replaceAll(' ', ''))
  .filter((name) => !['EventID', 'Channel', '__proto__', 'Event', 'System'].includes(name))

function suggestionOf(fields: Fields, isMade: boolean, words: string, value: string | null): Suggestion {
  const draft = isMade ? composedDraft(3, fields, ['Image']) : null
  return {
    rule: rule.key,
    title: { words, value },
    ...draftedSteps(draft ?? verbatimDraft(eventOf(fields))),
    expected: { kind: 'fires' },
    covers: [],
    kills: null,
    breaches: [],
  }
}

const origin: Fields = { EventID: 3, Channel: 'Microsoft-Windows-Sysmon/Operational' }

/** The events that the real suite makes of printed suggestions, by the field asked for. */
async function eventsOf(suggestions: readonly Suggestion[]): Promise<readonly Fields[]> {
  const texts = scenarioTexts(suggestions).map(({ text }) => text)
  const results = await runProject({
    files: { 'features/trial.feature': featureText(rule, [rule], texts), 'rules/sample.yml': rule.source.text },
  })
  const failed = results
    .filter(({ status }) => status !== 'PASSED')
    .map(({ name, messages }) => `${name}: ${messages[0]}`)
  assert.deepEqual(failed, [])
  return results.flatMap(({ observations }) =>
    observations.flatMap(({ events }) => events.events.map(({ fields }): Fields => JSON.parse(JSON.stringify(fields)))),
  )
}

function shown(values: readonly unknown[]): readonly string[] {
  return values.map((value) => JSON.stringify(value)).sort()
}

test('any text comes back from a printed event as it was', async () => {
  const values = [...pieces, ...fc.sample(hostileText, { numRuns: 150, seed: 7 })]
  for (const isMade of [true, false]) {
    const alone = values.map((value, index) =>
      suggestionOf({ ...origin, Image: value }, isMade, `Case ${index}`, value),
    )
    const alike = values.map((value) => suggestionOf({ ...origin, Image: value }, isMade, 'Alike', value))
    const rows = values.filter((value) => !/<(?:Image|value)>/.test(value))
    const outline = rows.map((value) => suggestionOf({ ...origin, Image: value }, isMade, 'In one outline', value))
    const events = await eventsOf([...alone, ...alike, ...outline])
    assert.deepEqual(shown(events.map(({ Image }) => Image)), shown([...values, ...values, ...rows]))
    const texts = scenarioTexts(outline).filter(({ text }) => text.includes('Scenario Outline'))
    assert.ok(texts.some(({ scenarios }) => scenarios > 50))
  }
})

test('any document comes back from a printed event as it was', async () => {
  const json = fc.jsonValue({ maxDepth: 3 })
  const documents = fc.sample(fc.dictionary(hostileName, fc.oneof(hostileText, json), { maxKeys: 4 }), {
    numRuns: 150,
    seed: 11,
  })
  const events = documents.map((document): Fields => JSON.parse(JSON.stringify({ ...origin, ...document })))
  const made = await eventsOf(events.map((fields) => suggestionOf(fields, false, 'Alike', null)))
  const sorted = (fields: Fields) => Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1))
  assert.deepEqual(shown(made.map(sorted)), shown(events.map((fields) => sorted(readExactly(fields)))))
})

/** A whole number with more digits than a JSON number keeps is read as its text. */
function readExactly(fields: Fields): Fields {
  return JSON.parse(JSON.stringify(fields), (_, value) =>
    Number.isInteger(value) && !Number.isSafeInteger(value) && /^-?\d+$/.test(String(value)) ? String(value) : value,
  )
}

test('an event comes back from where it came, whatever its own fields are called', async () => {
  const cleared = { channel: 'System', provider: 'Microsoft-Windows-Eventlog', eventId: '104' }
  const system = ruleOf(
    'title: Cleared\nlogsource: {product: windows, service: system}\ndetection:\n    s:\n        EventID: 104\n    condition: s\n',
    'rules/sample.yml',
  )
  const told = ['Windows PowerShell', 'System', 'a "b" | <c>\n"""'].map(
    (Channel): Event => ({
      origin: cleared,
      fields: { Provider_Name: cleared.provider, EventID: 104, Channel, SubjectUserName: 'nina' },
    }),
  )
  const suggestions = told.map(
    (event, index): Suggestion => ({
      rule: system.key,
      title: { words: `Case ${index}`, value: null },
      ...draftedSteps(verbatimDraft(event)),
      expected: { kind: 'fires' },
      covers: [],
      kills: null,
      breaches: [],
    }),
  )
  const texts = scenarioTexts(suggestions).map(({ text }) => text)
  const results = await runProject({
    files: { 'features/trial.feature': featureText(system, [system], texts), 'rules/sample.yml': system.source.text },
  })
  assert.deepEqual(
    results.filter(({ status }) => status !== 'PASSED').map(({ messages }) => messages[0]),
    [],
  )
  const seen = results.flatMap(({ observations }) => observations.flatMap(({ events }) => events.events))
  assert.deepEqual(
    seen.map(({ origin: from }) => ({ ...from })),
    told.map(({ origin: from }) => from),
  )
  assert.deepEqual(shown(seen.map(({ fields }) => fields.Channel)), shown(told.map(({ fields }) => fields.Channel)))
})

test('texts that differ in one field alone are one outline, other values in cells of their own', () => {
  const rows = ['C:\\a|b.exe', ' blank', 'plain'].map((value) =>
    suggestionOf({ ...origin, Image: value }, true, 'It fires with Image', value.trim()),
  )
  const [outline, ...others] = scenarioTexts(rows)
  assert.equal(others.length, 0)
  assert.equal(outline?.scenarios, 3)
  assert.equal(
    outline?.text,
    [
      '  @unread',
      '  Scenario Outline: It fires with Image <value>',
      '    Given a network connection event with:',
      '      | Image | <Image> |',
      '    Then the rule fires',
      '',
      '    Examples:',
      '      | value        | Image        |',
      '      | C:\\\\a\\|b.exe | C:\\\\a\\|b.exe |',
      '      | blank        | " blank"     |',
      '      | plain        | plain        |',
      '',
    ].join('\n'),
  )
})
