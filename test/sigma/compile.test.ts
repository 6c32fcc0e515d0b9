import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { nodesOf, type Rule, readRules, sourceOf } from '../../sigma/index.ts'
import { detectingRule, leavesIn, readRule, ruleText } from './rule-text.ts'

/** Every node of a rule's searches and condition: its id and the text it covers. */
function nodesIn(rule: Rule): readonly (readonly [id: string, kind: string, text: string])[] {
  const roots = [...rule.identifiers.map(({ predicate }) => predicate), rule.condition]
  return roots
    .flatMap((root) => [...nodesOf(root)])
    .map(({ id, kind, span }) => [id, kind, rule.source.text.slice(span.start, span.end)])
}

function idsIn(rule: Rule): readonly string[] {
  return nodesIn(rule).map(([id]) => id)
}

describe('the tree of a rule', () => {
  test('names its nodes by content and places them', () => {
    const rule = detectingRule(`selection:
  Image|endswith:
    - '\\pwsh.exe'
    - "\\\\powershell.exe" # older
  Initiated: 'true'
  Port: 0x10
filter:
  - User|contains: NETWORK SERVICE
  - Source: ::1
    Destination: ::1
keywords: [evil, 5]
condition: |
  selection and
    not 1 of filter* and keywords`)
    assert.deepEqual(nodesIn(rule), [
      [
        'selection',
        'all',
        rule.source.text.slice(rule.source.text.indexOf('Image|'), rule.source.text.indexOf('\n  filter')),
      ],
      ['selection/Image|endswith', 'key', `Image|endswith:\n      - '\\pwsh.exe'\n      - "\\\\powershell.exe"`],
      ['selection/Image|endswith/\\pwsh.exe', 'leaf', "'\\pwsh.exe'"],
      ['selection/Image|endswith/\\powershell.exe', 'leaf', '"\\\\powershell.exe"'],
      ['selection/Initiated', 'key', "Initiated: 'true'"],
      ['selection/Initiated/true', 'leaf', "'true'"],
      ['selection/Port', 'key', 'Port: 0x10'],
      ['selection/Port/0x10', 'leaf', '0x10'],
      ['filter', 'any', '- User|contains: NETWORK SERVICE\n    - Source: ::1\n      Destination: ::1'],
      ['filter/User|contains', 'key', 'User|contains: NETWORK SERVICE'],
      ['filter/User|contains/NETWORK SERVICE', 'leaf', 'NETWORK SERVICE'],
      ['filter/Source&Destination', 'all', 'Source: ::1\n      Destination: ::1'],
      ['filter/Source&Destination/Source', 'key', 'Source: ::1'],
      ['filter/Source&Destination/Source/::1', 'leaf', '::1'],
      ['filter/Source&Destination/Destination', 'key', 'Destination: ::1'],
      ['filter/Source&Destination/Destination/::1', 'leaf', '::1'],
      ['keywords', 'any', '[evil, 5]'],
      ['keywords/evil', 'leaf', 'evil'],
      ['keywords/5', 'leaf', '5'],
      ['condition', 'all', 'selection and\n      not 1 of filter* and keywords'],
      ['condition/0', 'identifier', 'selection'],
      ['condition/1', 'not', 'not 1 of filter*'],
      ['condition/1/0', 'any', '1 of filter*'],
      ['condition/1/0/0', 'identifier', '1 of filter*'],
      ['condition/2', 'identifier', 'keywords'],
    ])
  })

  test('keeps ids when lists are reordered or entries join', () => {
    const before = idsIn(detectingRule('s: {A: [x, y]}\nt: [{B: 1}, {C: 2, D: 3}]\ncondition: s or t'))
    const after = idsIn(detectingRule('t: [{C: 2, D: 3}, {B: 1}, {E: 4}]\ns: {A: [y, x], F: 5}\ncondition: s or t'))
    assert.deepEqual(
      before.filter((id) => !after.includes(id)),
      [],
    )
  })

  test('tells equal siblings apart in file order', () => {
    const ids = idsIn(detectingRule("s: [{A: x}, {A: y}, x, x]\nt: {B: [5, '5']}\ncondition: s or t"))
    assert.deepEqual(
      ids.filter((id) => /^[st]\//.test(id)),
      ['s/A', 's/A/x', 's/A~2', 's/A~2/y', 's/x', 's/x~2', 't/B', 't/B/5', 't/B/5~2'],
    )
  })

  test('tells a name apart from a longer one that is cut to it', () => {
    const long = 'x'.repeat(80)
    const cut = 'x'.repeat(56) + createHash('sha256').update(long).digest('hex').slice(0, 8)
    const ids = leavesIn(detectingRule(`s: {A: [${cut}, ${long}]}\ncondition: s`)).map(({ id }) => id)
    assert.deepEqual(ids, [`s/A/${cut}`, `s/A/${cut}~2`])
  })

  test('escapes names and cuts long ones', () => {
    const long = `a${'😀'.repeat(40)}`
    const digest = createHash('sha256').update(long).digest('hex').slice(0, 8)
    const ids = idsIn(detectingRule(`'a/b~c': {'x/y': [${long}, '~2']}\ncondition: 1 of *`))
    assert.deepEqual(ids.slice(0, 3), ['a~1b~0c/x~1y', `a~1b~0c/x~1y/a${'😀'.repeat(27)}${digest}`, 'a~1b~0c/x~1y/~02'])
  })

  test('lists conditions as alternatives', () => {
    const rule = detectingRule('s: {A: x}\nt: {B: y}\ncondition: [s, not t]')
    assert.deepEqual(nodesIn(rule).slice(-4), [
      ['condition', 'any', '[s, not t]'],
      ['condition/0', 'identifier', 's'],
      ['condition/1', 'not', 'not t'],
      ['condition/1/0', 'identifier', 't'],
    ])
  })
})

describe('where a value stands', () => {
  const spellings: readonly (readonly [yaml: string, text: string, written: string])[] = [
    ['A: plain value # comment', 'plain value', 'plain value'],
    ["A: 'it''s'", "'it''s'", "it's"],
    ['A: "tab\\t"', '"tab\\t"', 'tab\t'],
    ['A: "on\n    two lines"', '"on\n      two lines"', 'on two lines'],
    ['A: |\n    block | text\n    more', '|\n      block | text\n      more', 'block | text\nmore\n'],
    ['A: >- # folded | or not\n    one\n    two', '>- # folded | or not\n      one\n      two', 'one two'],
    ['A: !!str 5', '5', '5'],
    ['A: &a x', 'x', 'x'],
    ['A: -0x1F', '-0x1F', '-0x1F'],
    ['A: 00000429', '00000429', '00000429'],
    ['A: ~', '~', '~'],
    ['A:', '', ''],
    ["A: ['q']", "'q'", 'q'],
    ["? A\n  : 'x'", "'x'", 'x'],
  ]
  for (const [yaml, text, written] of spellings) {
    test(JSON.stringify(yaml), () => {
      const rule = detectingRule(`s:\n  ${yaml}\ncondition: s`)
      const leaves = leavesIn(rule)
      assert.deepEqual(
        leaves.map(({ span, written: own }) => [rule.source.text.slice(span.start, span.end), own]),
        [[text, written]],
      )
    })
  }

  test('a pair without braces in a list ends with its value', () => {
    const rule = detectingRule("s: [A: x, B: 'y', C]\ncondition: s")
    const [search] = rule.identifiers
    const nodes = [...nodesOf(search?.predicate ?? rule.condition)].map(({ kind, span }) => [
      kind,
      rule.source.text.slice(span.start, span.end),
    ])
    assert.deepEqual(nodes, [
      ['any', "[A: x, B: 'y', C]"],
      ['key', 'A: x'],
      ['leaf', 'x'],
      ['key', "B: 'y'"],
      ['leaf', "'y'"],
      ['leaf', 'C'],
    ])
  })

  test('an empty value stands after its colon', () => {
    const rule = detectingRule('s:\n  A:\n  B: x\ncondition: s')
    assert.equal(rule.source.text.slice(0, leavesIn(rule)[0]?.span.start).split('\n').at(-1), '    A:')
  })

  test('an alias stands where its anchor does, merged entries too', () => {
    const rule = readRule(`common: &common {A: &v x}\n${ruleText('s: {<<: *common, B: *v}\ncondition: s')}`)
    assert.deepEqual(
      leavesIn(rule).map(({ id, span }) => [id, span.start < rule.source.text.indexOf('title')]),
      [
        ['s/B/x', true],
        ['s/A/x', true],
      ],
    )
  })
})

describe('what a value compiles to', () => {
  const tests: readonly (readonly [entry: string, test: unknown])[] = [
    [
      "A|endswith: '\\x.exe'",
      {
        operator: 'text',
        anchor: 'endswith',
        cased: false,
        alternatives: [[{ kind: 'any-run' }, { kind: 'text', text: '\\x.exe' }]],
      },
    ],
    [
      "A|contains|windash: '-a'",
      {
        operator: 'text',
        anchor: 'contains',
        cased: false,
        alternatives: [
          [
            { kind: 'any-run' },
            { kind: 'one-of', characters: '-/–—―' },
            { kind: 'text', text: 'a' },
            { kind: 'any-run' },
          ],
        ],
      },
    ],
    ['A: 010', { operator: 'number', value: 10, spelling: '010' }],
    ['A: 0x1F', { operator: 'number', value: 31, spelling: '0x1F' }],
    ["A|cidr: '10.0.0.0/8'", { operator: 'cidr', network: { family: 'ipv4', bytes: [10, 0, 0, 0], prefix: 8 } }],
    [
      "A|re|s: '(?im)a.b'",
      { operator: 're', alternatives: [{ pattern: 'a.b', ignoreCase: true, multiline: true, dotAll: true }] },
    ],
    ["A|fieldref|startswith: 'b.c'", { operator: 'fieldref', anchor: 'startswith', cased: false, field: 'b.c' }],
    ['A|hour|gte: 18', { operator: 'time', part: 'hour', comparison: 'gte', value: 18 }],
    ['A: []', { operator: 'null' }],
  ]
  for (const [entry, expected] of tests) {
    test(entry, () => {
      const rule = detectingRule(`s:\n  ${entry}\ncondition: s`)
      assert.deepEqual(
        leavesIn(rule).map((leaf) => leaf.test),
        [expected],
      )
    })
  }

  test('hostile values make no more alternatives than the limit', () => {
    const text = ruleText(`s:\n  A|windash|base64: '${'-a '.repeat(30)}'\ncondition: s`)
    const { problems } = readRules(sourceOf('rules/a.yml', text))
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['E-MODIFIER-VALUE'],
    )
  })
})
