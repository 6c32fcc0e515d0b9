import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readRules, sourceOf } from '../../sigma/index.ts'
import { ruleText } from './rule-text.ts'

function codes(text: string): readonly string[] {
  return readRules(sourceOf('rules/a.yml', text)).problems.map(({ code, severity }) => `${code} ${severity}`)
}

const note = ['W-NOT-A-RULE warning']
const rule = ruleText('s: {A: x}\ncondition: s')

describe('YAML that is no Sigma rule is one note for its file', () => {
  const others: Readonly<Record<string, string>> = {
    'a workflow': 'name: ci\non: push\njobs: {build: {steps: []}}\n',
    'a map without any key': '{}\n',
    'several documents of Kubernetes': 'kind: A\n---\nkind: B\n---\nkind: C\n',
    'metadata alone': 'title: t\n...\n---\n\n---\n# only a comment\n',
    'an empty file': '',
    'blank lines': '\n\n  \n',
    'comments alone': '# title: x\n# detection:\n',
    'null documents': '---\n---\n~\n',
    'a byte order mark': '\uFEFF',
  }
  for (const [name, text] of Object.entries(others)) {
    test(name, () => assert.deepEqual(codes(text), note))
  }

  test('beside a rule, which is read', () => {
    const { rules, problems } = readRules(sourceOf('a.yml', `${rule}---\nname: x\n---\nname: y\n`))
    assert.deepEqual([rules.map(({ key }) => key), problems.map(({ code }) => code)], [['a.yml#1'], ['W-NOT-A-RULE']])
  })

  test('and says which key may be misspelt', () => {
    const misspelt = rule.replace('logsource', 'log_source').replace('detection:', 'Detection:')
    const [problem] = readRules(sourceOf('a.yml', misspelt)).problems
    assert.equal(problem?.hint, "If 'log_source' is meant to be logsource, write logsource.")
  })
})

describe('no such note', () => {
  test('for a list, which is an error, as is a text', () => {
    assert.deepEqual(codes('- title: a\n'), ['E-DOC error'])
    assert.deepEqual(codes('just words\n'), ['E-DOC error'])
  })

  for (const [key, wanted] of [
    ['detection: {s: {A: x}, condition: s}', 'E-LOGSOURCE error'],
    ['logsource: {product: windows}', 'E-DETECTION-MISSING error'],
    ['correlation: x', 'E-CORR-TYPE error'],
    ['filter: x', 'E-FILTER-EMPTY error'],
    ['action: correlation', 'E-ACTION error'],
  ] as const) {
    test(`for a document with ${key}, which keeps its errors`, () => {
      const found = codes(`title: t\n${key}\n`)
      assert.ok(found.includes(wanted), found.join())
      assert.ok(!found.includes('W-NOT-A-RULE warning'))
    })
  }

  test('for what a collection completes, looked at after it is put together', () => {
    const shared = 'action: global\nlogsource: {product: windows}\ndetection: {s: {A: x}, condition: s}\n'
    const { rules } = readRules(sourceOf('a.yml', `${shared}---\ntitle: One\n---\ntitle: Two\n`))
    assert.deepEqual(
      rules.map(({ title }) => title),
      ['One', 'Two'],
    )
    assert.deepEqual(codes(`${shared}---\naction: reset\n---\ntitle: Three\n`), [
      'W-ACTION warning',
      'W-ACTION warning',
      'W-NOT-A-RULE warning',
    ])
    assert.deepEqual(codes(`title: t\n---\naction: repeat\n${rule}`), ['W-NOT-A-RULE warning', 'W-ACTION warning'])
  })
})

describe('words about documents', () => {
  const hintOf = (text: string): string | undefined => readRules(sourceOf('a.yml', text)).problems[0]?.hint
  const messageOf = (text: string): string | undefined => readRules(sourceOf('a.yml', text)).problems[0]?.message

  test('say what a draft of correlations has become', () => {
    const text = 'action: correlation\ntype: event_count\nrule: [a]\n'
    assert.equal(messageOf(text), "unknown collection action 'correlation' (expected global, reset, repeat)")
    assert.match(hintOf(text) ?? '', /under a key 'correlation:'/)
  })

  test('say which action is meant', () => {
    assert.equal(hintOf('action: GLOBAL\n'), 'Write global.')
    assert.equal(hintOf('action: globla\n'), 'Nearest: global.')
  })

  for (const [logsource, message, hint] of [
    [
      '{product: [windows, linux]}',
      "a rule has one log source: 'product' takes one value, got a list",
      "Write a rule for each value, or leave 'product' out if the other keys say enough.",
    ],
    [
      '[{product: windows}, {product: linux}]',
      'a rule has one log source: logsource takes a map, got a list',
      'Write a rule for each log source; of a single one, take the dash away.',
    ],
    ['{product: 365}', "logsource needs text in 'product', got 365", 'Put quotes around the value.'],
  ] as const) {
    test(`say what to do about logsource: ${logsource}`, () => {
      const text = `title: t\nlogsource: ${logsource}\ndetection: {s: {A: x}, condition: s}\n`
      assert.deepEqual([codes(text), messageOf(text), hintOf(text)], [['E-LOGSOURCE error'], message, hint])
    })
  }

  test('say which key a missing one may be', () => {
    assert.equal(
      hintOf(rule.replace('detection:', 'Detection:')),
      "If 'Detection' is meant to be detection, write detection.",
    )
    assert.equal(
      hintOf(rule.replace('logsource:', 'logsorce:')),
      "If 'logsorce' is meant to be logsource, write logsource.",
    )
  })
})

describe('an unquoted value that begins with what YAML reads as something else', () => {
  const values: Readonly<Record<string, string>> = {
    '*\\foo.exe': "'*\\foo.exe'",
    '*': "'*'",
    '* # all': "'*'",
    '[a, *.exe]': "'*.exe'",
    '{B: *x, C: y}': "'*x'",
    '& calc': "'& calc'",
    '&whoami': "'&whoami'",
    '[&a, b]': "'&a'",
    '!foo': "'!foo'",
    '@echo off': "'@echo off'",
    '%TEMP%\\a': "'%TEMP%\\a'",
    "*it's": "'*it''s'",
  }
  for (const [value, quoted] of Object.entries(values)) {
    for (const place of [`A: ${value}`, `A:\n      - ${value}`]) {
      test(`is to be quoted: ${JSON.stringify(place)}`, () => {
        const text = ruleText(`s:\n  ${place.replace('    ', '')}\ncondition: s`)
        assert.deepEqual(codes(text), ['E-YAML error'])
        assert.ok(hintOf(text)?.startsWith(`Put quotes around the value: ${quoted}.`), hintOf(text))
      })
    }
  }

  test('is not what a fault elsewhere on its line is', () => {
    const plain = 'Look at this line and at the one above it: indentation, quotes, brackets.'
    assert.equal(hintOf(ruleText("s:\n  A: 'it's *x'\ncondition: s")), plain)
    assert.equal(hintOf(ruleText('s:\n  A: [a]b\ncondition: s')), plain)
    assert.match(hintOf(ruleText('s:\n  A: "C:\\Users"\ncondition: s')) ?? '', /put single quotes around the value/)
  })

  test('may stand where an alias has its anchor', () => {
    const text = ruleText('s:\n  A: &a [x, y]\n  B: *a\ncondition: s')
    assert.deepEqual(codes(text), [])
  })

  function hintOf(text: string): string | undefined {
    return readRules(sourceOf('a.yml', text)).problems[0]?.hint
  }
})
