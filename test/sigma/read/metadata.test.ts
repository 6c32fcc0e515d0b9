import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  buildRuleSet,
  evaluateRule,
  eventOf,
  type Problem,
  type Rule,
  readRules,
  sourceOf,
} from '../../../sigma/index.ts'

const body = `logsource: {category: process_creation, product: windows}
detection:
  selection: {Image|endswith: '\\certutil.exe', ProcessId: [80, 443]}
  filter_admin: {User|contains: admin}
  condition: selection and not filter_admin
`

function reading(
  lines: string,
  path = 'rules/own/a_rule.yml',
): { rule: Rule | undefined; problems: readonly Problem[] } {
  const { rules, problems } = readRules(sourceOf(path, `${lines}${body}`))
  return { rule: rules[0], problems }
}

/** A rule read with one line of metadata, which must not be rejected, and what is said of the line. */
function reported(line: string): { rule: Rule; said: readonly string[] } {
  const { rule, problems } = reading(`title: A rule\n${line}\n`)
  assert.ok(rule, problems.map(({ message }) => message).join('; '))
  return { rule, said: problems.map(({ code, message, hint }) => [code, message, hint].join(' | ')) }
}

const levels = 'informational, low, medium, high, critical'

/** What is told of a line, and what becomes of the field. */
const faults: readonly (readonly [line: string, said: string, field: keyof Rule, read: unknown])[] = [
  ['level: High', `'level' must be one of ${levels}, got 'High' | Write high: it is read as that.`, 'level', 'high'],
  ['level: hihg', `'level' must be one of ${levels}, got 'hihg' | Nearest: high.`, 'level', null],
  ['level: 4', `'level' must be one of ${levels}, got 4 | `, 'level', null],
  ['level:', `'level' must be one of ${levels}, got null | `, 'level', null],
  ['id: 4711', "'id' must be text, got 4711 | Put quotes around it.", 'id', '4711'],
  ['id: 0x1F', "'id' must be text, got 0x1F | Put quotes around it.", 'id', '0x1F'],
  ['id: [a]', "'id' must be text, got a list | ", 'id', null],
  ["name: ''", "'name' must be non-empty text of at most 256 characters, got '' | ", 'name', null],
  ['name: 12', "'name' must be non-empty text of at most 256 characters, got 12 | Put quotes around it.", 'name', '12'],
  ['author: [Ann, Ben]', "'author' must be text, got a list | ", 'author', 'Ann, Ben'],
  ['author: {name: Ann}', "'author' must be text, got a map | ", 'author', null],
  ['license: true', "'license' must be text, got true | Put quotes around it.", 'license', 'true'],
  ['date: 2024', "'date' must be a date YYYY-MM-DD, got 2024 | ", 'date', null],
  ['modified: [2024-01-01]', "'modified' must be a date YYYY-MM-DD, got a list | ", 'modified', null],
  [
    'tags: attack.execution',
    "'tags' must be a list of texts, got 'attack.execution' | Put it in a list: [attack.execution].",
    'tags',
    ['attack.execution'],
  ],
  [
    'references: [https://a.example, [https://b.example], 7]',
    "'references' must be a list of texts, item 2 is a list | " +
      'Take the inner dash or brackets away, or put quotes around a text in brackets.' +
      " && 'references' must be a list of texts, item 3 is 7 | Put quotes around it.",
    'references',
    ['https://a.example', '7'],
  ],
  [
    'references: [b, a, b]',
    "'references' must be a list without repetitions, 'b' stands twice | Remove one.",
    'references',
    ['b', 'a'],
  ],
  [
    'falsepositives:\n  - Admins: seldom\n  -',
    "'falsepositives' must be a list of texts, item 1 is a map | " +
      'Put quotes around the item: to YAML, a colon with a blank after it makes a map.' +
      " && 'falsepositives' must be a list of texts, item 2 is null | Remove the item.",
    'falsepositives',
    [],
  ],
  ['fields: {a: b}', "'fields' must be a list of texts, got a map | ", 'fields', []],
  ['scope: server', "'scope' must be a list of texts, got 'server' | Put it in a list: [server].", 'tags', []],
  ['related: x', "'related' must be a list of maps with id and type, got 'x' | ", 'tags', []],
  ['related: [{id: a}]', "'related' must be a list of maps with id and type, item 1 has no type | ", 'tags', []],
  [
    'related: [~, {type: derived}]',
    "'related' must be a list of maps with id and type, item 1 is null | && 'related' must be a list of maps with id and type, item 2 has no id | ",
    'tags',
    [],
  ],
  [
    'related: [{id: a, type: Similar}]',
    "'related' must be of a type among derived, obsolete, merged, renamed, similar, correlation, got 'Similar' | Write similar.",
    'tags',
    [],
  ],
  [
    'related: [{id: a, type: obsoletes}]',
    "'related' must be of type obsolete, got obsoletes | Write 'obsolete': 'obsoletes' is its spelling before Sigma 2.0.",
    'tags',
    [],
  ],
  ['sigma-version: latest', "'sigma-version' must be a version such as 2 or 2.1.0, got 'latest' | ", 'tags', []],
  ['taxonomy: SIGMA', "'taxonomy' must be sigma, got 'SIGMA' | Write sigma.", 'tags', []],
  ['Status: test', "'Status' is not read: the key is written status | Write status.", 'status', null],
  [
    'correlation: see the rule beside it',
    "'correlation' must be a map, got a text; it is kept as a remark on the rule | " +
      'A correlation is a document of its own with a map under this key.',
    'custom',
    { correlation: 'see the rule beside it' },
  ],
]

describe('a fault in the metadata', () => {
  for (const [line, said, field, read] of faults) {
    test(`is told, and keeps the rule: ${line}`, () => {
      const { rule, said: actual } = reported(line)
      const wanted = said.split('&& ').map((each) => `W-META | ${each.replace(/ $/, '')}`)
      assert.deepEqual(
        actual.map((each) => each.replace(/ $/, '')),
        wanted.map((each) => each.replace(/ $/, '')),
      )
      assert.deepEqual(rule[field], read)
    })
  }

  test('says which letters a tag is written in', () => {
    assert.deepEqual(reported('tags: [attack.T1059]').said, [
      "W-TAG | tag 'attack.T1059' is not in the form namespace.name | Write attack.t1059.",
    ])
  })

  const fields = [
    ...['title', 'id', 'name', 'related', 'taxonomy', 'status', 'description', 'license', 'author', 'references'],
    ...['date', 'modified', 'fields', 'falsepositives', 'level', 'tags', 'scope', 'sigma-version', 'simulation'],
  ]
  const values = [
    ...['~', '', 'true', '0', '-1.5', '0x10', '.inf', '2024-01-31', "''", "'*'", 'No', '1_000', '017'],
    ...['[]', '[~]', '[[]]', '[a, a]', '[[a], {b: c}, 1, true]', '{}', '{a: [b]}', '[{id: 1, type: [x]}]'],
    ...['{id: a, type: derived}', `'${'x'.repeat(300)}'`, `[${'y,'.repeat(50)}]`, '!!str 5', '"\\e[31m"'],
  ]
  const events = [
    { EventID: 1, Channel: 'Microsoft-Windows-Sysmon/Operational', Image: 'C:\\certutil.exe', ProcessId: 443 },
    {
      EventID: 1,
      Channel: 'Microsoft-Windows-Sysmon/Operational',
      Image: 'C:\\certutil.exe',
      ProcessId: 443,
      User: 'Admin',
    },
    { Image: 'C:\\certutil.exe', ProcessId: 8080 },
  ]
  const answers = (rule: Rule): readonly boolean[] =>
    events.map((event) => evaluateRule(rule, eventOf(event)).condition.matched)

  for (const field of fields) {
    test(`of whatever type under ${field} leaves the rule what it means`, () => {
      for (const value of values) {
        // Another version of Sigma is no fault of the metadata.
        if (field === 'sigma-version' && /^\D*0*[3-9]|17/.test(value)) continue
        const title = field === 'title' ? '' : 'title: A rule\n'
        const { rule, problems } = reading(`${title}${field}: ${value}\n`)
        assert.ok(rule, `${field}: ${value}: ${problems.map(({ message }) => message)}`)
        assert.deepEqual(answers(rule), [true, false, false])
        assert.equal(rule.condition.id, 'condition')
        assert.notEqual(rule.title, '')
        for (const { code } of problems) assert.match(code, /^W-/)
        for (const each of [rule.id, rule.name, rule.author, rule.date])
          assert.ok(each === null || typeof each === 'string')
        for (const each of [...rule.tags, ...rule.references, ...rule.fields]) assert.equal(typeof each, 'string')
      }
    })
  }

  for (const inside of [
    'logsource: {product: 5}',
    'logsource: {product: [windows]}',
    'detection: {s: {}, condition: s}',
  ]) {
    test(`is not what a fault in ${inside} is`, () => {
      const { rules, problems } = readRules(
        sourceOf('a.yml', `title: A\n${body.replace(/^(logsource|detection).*/m, '')}`),
      )
      assert.deepEqual(rules, [])
      assert.ok(
        problems.some(({ severity }) => severity === 'error'),
        inside,
      )
    })
  }
})

describe('a rule without a title', () => {
  const name = (lines: string, path: string): readonly [string | undefined, string] => {
    const { rule, problems } = reading(lines, path)
    return [rule?.title, problems.map(({ code }) => code).join(' ')]
  }

  test('is called by its id, else by its file', () => {
    assert.deepEqual(name('id: 5f1a4c1e-7a0e-4a7e-9c39-0d9f1b2c3d4e\n', 'r/a.yml'), [
      '5f1a4c1e-7a0e-4a7e-9c39-0d9f1b2c3d4e',
      'W-META',
    ])
    assert.deepEqual(name('', 'rules/win.certutil.YAML'), ['win.certutil', 'W-META'])
    assert.deepEqual(name("title: ''\n", 'a.yml'), ['a', 'W-META'])
  })

  test('of several in a file has its number', () => {
    const { rules } = readRules(sourceOf('r/two.yml', `${body}---\n${body}`))
    assert.deepEqual(
      rules.map(({ title }) => title),
      ['two#1', 'two#2'],
    )
  })

  test('is rejected where nothing else names it', () => {
    assert.deepEqual(name('', ''), [undefined, 'E-TITLE'])
  })

  test('is called by a number as it is written, and by more than 256 characters', () => {
    assert.deepEqual(name('title: 0x1F\n', 'a.yml'), ['0x1F', 'W-META'])
    const long = 'long '.repeat(60).trim()
    assert.deepEqual(name(`title: ${long}\n`, 'a.yml'), [long, 'W-META'])
  })
})

test('a rule with a number for its id is found by it', () => {
  const correlation = `title: C
correlation: {type: event_count, rules: ['4711'], timespan: 5m, condition: {gte: 2}}
`
  const { correlations, problems } = buildRuleSet([
    readRules(sourceOf('a.yml', `title: A\nid: 4711\n${body}`)),
    readRules(sourceOf('c.yml', correlation)),
  ])
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['W-META'],
  )
  assert.deepEqual(correlations[0]?.rules, ['a.yml'])
})
