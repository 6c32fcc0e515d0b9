import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { MutationOperator } from '../../../measures/index.ts'
import { correlationOperatorNames } from '../../../measures/mutation/correlation-operators/correlation-operators.ts'
import { operatorNames } from '../../../measures/mutation/operators/operators.ts'
import { firingShapes } from '../../../measures/mutation/reading/firing-shapes.ts'
import { withReplacement } from '../../../measures/mutation/text/with-replacement.ts'
import { type Rule, readRules, sourceOf } from '../../../sigma/index.ts'
import { fc } from '../../fast-check.ts'
import { mutantsIn } from './mutants-in.ts'

interface Case {
  readonly operator: MutationOperator
  /** The lines below `detection`, indented by two. */
  readonly detection: string
  /** What stands there instead, for every mutant of the operator in order. */
  readonly mutants: readonly string[]
}

const cases: readonly Case[] = [
  {
    operator: 'drop-value',
    detection: 's:\n    Image:\n      - a\n      - b # why\n      - c\n  condition: s',
    mutants: [
      's:\n    Image:\n      - b # why\n      - c\n  condition: s',
      's:\n    Image:\n      - a\n      - c\n  condition: s',
      's:\n    Image:\n      - a\n      - b # why\n  condition: s',
    ],
  },
  {
    operator: 'drop-value',
    detection: 's:\n    Image: [a, b]\n  condition: s',
    mutants: ['s:\n    Image: [b]\n  condition: s', 's:\n    Image: [a]\n  condition: s'],
  },
  {
    operator: 'drop-value',
    detection: 's:\n    - Image: a\n      User: b\n    - Company: c\n  condition: s',
    mutants: ['s:\n    - Company: c\n  condition: s', 's:\n    - Image: a\n      User: b\n  condition: s'],
  },
  {
    operator: 'drop-value',
    detection: 's:\n    - word\n    - other\n  condition: s',
    mutants: ['s:\n    - other\n  condition: s', 's:\n    - word\n  condition: s'],
  },
  { operator: 'drop-value', detection: 's:\n    Image: a\n  condition: s', mutants: [] },
  {
    operator: 'drop-value',
    detection: "s:\n    Image|contains|all:\n      - a\n      - b\n    'User|all|contains': [c, d, e]\n  condition: s",
    mutants: [
      "s:\n    Image|contains:\n      - b\n    'User|all|contains': [c, d, e]\n  condition: s",
      "s:\n    Image|contains:\n      - a\n    'User|all|contains': [c, d, e]\n  condition: s",
      "s:\n    Image|contains|all:\n      - a\n      - b\n    'User|all|contains': [d, e]\n  condition: s",
      "s:\n    Image|contains|all:\n      - a\n      - b\n    'User|all|contains': [c, e]\n  condition: s",
      "s:\n    Image|contains|all:\n      - a\n      - b\n    'User|all|contains': [c, d]\n  condition: s",
    ],
  },
  {
    operator: 'drop-value',
    detection: "s:\n    'User|all|contains': [c, d]\n  condition: s",
    mutants: ["s:\n    'User|contains': [d]\n  condition: s", "s:\n    'User|contains': [c]\n  condition: s"],
  },
  {
    operator: 'drop-value',
    detection: "s:\n    '|all':\n      - a\n      - b\n  condition: s",
    mutants: ["s:\n    '':\n      - b\n  condition: s", "s:\n    '':\n      - a\n  condition: s"],
  },
  {
    operator: 'drop-field',
    detection: 's:\n    Image: a\n    User:\n      - b\n      - c\n  condition: s',
    mutants: ['s:\n    User:\n      - b\n      - c\n  condition: s', 's:\n    Image: a\n  condition: s'],
  },
  {
    operator: 'drop-field',
    detection: 's:\n    - Image: a\n      User: b\n    - word\n  condition: s',
    mutants: ['s:\n    - User: b\n    - word\n  condition: s', 's:\n    - Image: a\n    - word\n  condition: s'],
  },
  {
    operator: 'drop-detection',
    detection: 's: {A: a}\n  t: {B: b}\n  condition: s and not t',
    mutants: ['s: {A: a}\n  t: {B: b}\n  condition: not t', 's: {A: a}\n  t: {B: b}\n  condition: s'],
  },
  {
    operator: 'drop-detection',
    detection: 's_1: {A: a}\n  s_2: {B: b}\n  condition: 1 of s_*',
    mutants: ['s_2: {B: b}\n  condition: 1 of s_*', 's_1: {A: a}\n  condition: 1 of s_*'],
  },
  {
    operator: 'drop-detection',
    detection: 's: {A: a}\n  t: {B: b}\n  condition:\n    - s\n    - t',
    mutants: ['s: {A: a}\n  t: {B: b}\n  condition:\n    - t', 's: {A: a}\n  t: {B: b}\n  condition:\n    - s'],
  },
  {
    operator: 'swap-and-or',
    detection: 's: {A: a}\n  t: {B: b}\n  u: {C: c}\n  condition: s and (t or u)',
    mutants: [
      's: {A: a}\n  t: {B: b}\n  u: {C: c}\n  condition: s or (t or u)',
      's: {A: a}\n  t: {B: b}\n  u: {C: c}\n  condition: s and (t and u)',
    ],
  },
  {
    operator: 'swap-one-and-all',
    detection: 's_1: {A: a}\n  s_2: {B: b}\n  condition: 1 of s_* and all of them',
    mutants: [
      's_1: {A: a}\n  s_2: {B: b}\n  condition: all of s_* and all of them',
      's_1: {A: a}\n  s_2: {B: b}\n  condition: 1 of s_* and 1 of them',
    ],
  },
  { operator: 'swap-one-and-all', detection: 's_1: {A: a}\n  condition: 1 of s_*', mutants: [] },
  {
    operator: 'drop-not',
    detection: 's: {A: a}\n  t: {B: b}\n  condition: s and not (t)',
    mutants: ['s: {A: a}\n  t: {B: b}\n  condition: s and (t)'],
  },
  {
    operator: 'drop-not',
    detection: 's:\n    A|neq: a\n  condition: s',
    mutants: ['s:\n    A: a\n  condition: s'],
  },
  {
    operator: 'insert-not',
    detection: 's: {A: a}\n  t: {B: b}\n  condition: s and not t',
    mutants: [
      's: {A: a}\n  t: {B: b}\n  condition: not (s and not t)',
      's: {A: a}\n  t: {B: b}\n  condition: not s and not t',
    ],
  },
  {
    operator: 'insert-not',
    detection: 's: {A: a}\n  t: {B: b}\n  condition: (s or t)',
    mutants: [
      's: {A: a}\n  t: {B: b}\n  condition: not (s or t)',
      's: {A: a}\n  t: {B: b}\n  condition: (not s or t)',
      's: {A: a}\n  t: {B: b}\n  condition: (s or not t)',
    ],
  },
  {
    operator: 'drop-all',
    detection: 's:\n    A|contains|all:\n      - a\n      - b\n  condition: s',
    mutants: ['s:\n    A|contains:\n      - a\n      - b\n  condition: s'],
  },
  {
    operator: 'swap-anchor',
    detection: "s:\n    'A|endswith': a\n  condition: s",
    mutants: [
      "s:\n    'A|contains': a\n  condition: s",
      "s:\n    'A|startswith': a\n  condition: s",
      "s:\n    'A': a\n  condition: s",
    ],
  },
  {
    operator: 'swap-anchor',
    detection: 's:\n    A: 5985\n  condition: s',
    mutants: ['contains', 'startswith', 'endswith'].map((anchor) => `s:\n    A|${anchor}: 5985\n  condition: s`),
  },
  { operator: 'swap-anchor', detection: 's:\n    A|re: a\n    B|gt: 4\n    C: null\n  condition: s', mutants: [] },
  {
    operator: 'drop-cased',
    detection: 's:\n    A|contains|cased: a\n  condition: s',
    mutants: ['s:\n    A|contains: a\n  condition: s'],
  },
  {
    operator: 'shorten-value',
    detection: "s:\n    A: 'it''s'\n  condition: s",
    mutants: ["s:\n    A: 't''s'\n  condition: s", "s:\n    A: 'it'''\n  condition: s"],
  },
  {
    operator: 'shorten-value',
    detection: 's:\n    A: "tab\\t!"\n  condition: s',
    mutants: ['s:\n    A: "ab\\t!"\n  condition: s', 's:\n    A: "tab\\t"\n  condition: s'],
  },
  {
    operator: 'shorten-value',
    detection: "s:\n    A: '\\\\*𝒳*'\n  condition: s",
    mutants: ["s:\n    A: '*𝒳*'\n  condition: s"],
  },
  { operator: 'shorten-value', detection: "s:\n    A: 'x'\n    B: 15\n    C: true\n  condition: s", mutants: [] },
  {
    operator: 'resize-network',
    detection: 's:\n    A|cidr: 172.16.0.0/12\n  condition: s',
    mutants: ['s:\n    A|cidr: 172.0.0.0/11\n  condition: s', 's:\n    A|cidr: 172.16.0.0/13\n  condition: s'],
  },
  {
    operator: 'resize-network',
    detection: "s:\n    A|cidr: '::1/128'\n    B|cidr: 0.0.0.0/0\n    C|cidr: 2001:db8::/32\n  condition: s",
    mutants: [
      "s:\n    A|cidr: '::/127'\n    B|cidr: 0.0.0.0/0\n    C|cidr: 2001:db8::/32\n  condition: s",
      "s:\n    A|cidr: '::1/128'\n    B|cidr: 0.0.0.0/1\n    C|cidr: 2001:db8::/32\n  condition: s",
      "s:\n    A|cidr: '::1/128'\n    B|cidr: 0.0.0.0/0\n    C|cidr: '2001:db8::/31'\n  condition: s",
      "s:\n    A|cidr: '::1/128'\n    B|cidr: 0.0.0.0/0\n    C|cidr: '2001:db8::/33'\n  condition: s",
    ],
  },
  {
    operator: 'resize-network',
    detection: "s:\n    A|cidr: 'a:b::c:d:0:0/96'\n  condition: s",
    mutants: ["s:\n    A|cidr: 'a:b::c:c:0:0/95'\n  condition: s", "s:\n    A|cidr: 'a:b::c:d:0:0/97'\n  condition: s"],
  },
  {
    operator: 'move-bound',
    detection: 's:\n    A|gte: 10\n  condition: s',
    mutants: ['s:\n    A|gte: 9\n  condition: s', 's:\n    A|gte: 11\n  condition: s'],
  },
  {
    operator: 'drop-regex-anchor',
    detection: "s:\n    A|re: '(?i)^a\\$|b$'\n  condition: s",
    mutants: ["s:\n    A|re: '(?i)a\\$|b$'\n  condition: s", "s:\n    A|re: '(?i)^a\\$|b'\n  condition: s"],
  },
  { operator: 'drop-regex-anchor', detection: "s:\n    A|re: 'a\\$'\n  condition: s", mutants: [] },
  {
    operator: 'drop-wildcard',
    detection: "s:\n    A: '*a\\*b?c'\n  condition: s",
    mutants: ["s:\n    A: 'a\\*b?c'\n  condition: s", "s:\n    A: '*a\\*bc'\n  condition: s"],
  },
  {
    operator: 'insert-wildcard',
    detection: "s:\n    A|startswith: ['C:\\a\\', b]\n    B|base64: [b, c]\n    C|contains: [c, d]\n  condition: s",
    mutants: [
      "s:\n    A|startswith: ['*C:\\a\\', b]\n    B|base64: [b, c]\n    C|contains: [c, d]\n  condition: s",
      "s:\n    A|startswith: ['C:\\a\\', '*b']\n    B|base64: [b, c]\n    C|contains: [c, d]\n  condition: s",
    ],
  },
  {
    operator: 'insert-wildcard',
    detection: "s:\n    A|endswith: ['C:\\a\\', b]\n    B: ['?', c]\n  condition: s",
    mutants: [
      "s:\n    A|endswith: ['C:\\a\\\\*', b]\n    B: ['?', c]\n  condition: s",
      "s:\n    A|endswith: ['C:\\a\\', 'b*']\n    B: ['?', c]\n  condition: s",
      "s:\n    A|endswith: ['C:\\a\\', b]\n    B: ['*?', c]\n  condition: s",
      "s:\n    A|endswith: ['C:\\a\\', b]\n    B: ['?*', c]\n  condition: s",
      "s:\n    A|endswith: ['C:\\a\\', b]\n    B: ['?', '*c']\n  condition: s",
      "s:\n    A|endswith: ['C:\\a\\', b]\n    B: ['?', 'c*']\n  condition: s",
    ],
  },
  {
    operator: 'blur-value',
    detection: "s:\n    A: 'ab cd'\n    B|contains: '\\x*'\n    C: 'true'\n  condition: s",
    mutants: [
      "s:\n    A: '?b cd'\n    B|contains: '\\x*'\n    C: 'true'\n  condition: s",
      "s:\n    A: 'ab?cd'\n    B|contains: '\\x*'\n    C: 'true'\n  condition: s",
      "s:\n    A: 'ab*cd'\n    B|contains: '\\x*'\n    C: 'true'\n  condition: s",
      "s:\n    A: 'ab* cd'\n    B|contains: '\\x*'\n    C: 'true'\n  condition: s",
      "s:\n    A: 'ab cd'\n    B|contains: '?x*'\n    C: 'true'\n  condition: s",
      "s:\n    A: 'ab cd'\n    B|contains: '\\x?*'\n    C: 'true'\n  condition: s",
    ],
  },
  {
    operator: 'blur-value',
    detection: "s:\n    A|endswith: '\\ab\\c'\n  condition: s",
    mutants: [
      "s:\n    A|endswith: '?ab\\c'\n  condition: s",
      "s:\n    A|endswith: '\\ab?c'\n  condition: s",
      "s:\n    A|endswith: '\\a*c'\n  condition: s",
      "s:\n    A|endswith: '\\ab*\\c'\n  condition: s",
    ],
  },
  {
    operator: 'cut-value',
    detection: "s:\n    A: 'abcdef'\n    B: ab\n    C: 'a*b'\n    D: 'abc\\\\*'\n  condition: s",
    mutants: [
      "s:\n    A: 'abef'\n    B: ab\n    C: 'a*b'\n    D: 'abc\\\\*'\n  condition: s",
      "s:\n    A: 'abcdef'\n    B: ab\n    C: 'a*b'\n    D: 'a\\\\*'\n  condition: s",
    ],
  },
  {
    operator: 'join-values',
    detection:
      "s:\n    A|contains|all:\n      - a # why\n      - 'b\\'\n      - c\n    B|contains: [a, b]\n  condition: s",
    mutants: ["s:\n    A|contains:\n      'a*b\\\\*c'\n    B|contains: [a, b]\n  condition: s"],
  },
  {
    operator: 'join-values',
    detection: "s:\n    'A|all|contains': ['x y', 1z]\n  condition: s",
    mutants: ["s:\n    'A|contains': 'x y*1z'\n  condition: s"],
  },
  {
    operator: 'value-to-regex',
    detection:
      "s:\n    A|endswith:\n      - '\\a.b'\n      - c*\n    B: x\n    C: 'x.(y)'\n    D|windash: '-e.x'\n  condition: s",
    mutants: [
      "s:\n    A|re:\n      - '(?i)\\\\a.b$'\n      - '(?is)c.*$'\n    B: x\n    C: 'x.(y)'\n    D|windash: '-e.x'\n  condition: s",
      "s:\n    A|endswith:\n      - '\\a.b'\n      - c*\n    B: x\n    C|re: '(?i)^x.\\(y\\)$'\n    D|windash: '-e.x'\n  condition: s",
    ],
  },
  {
    operator: 'value-to-regex',
    detection: "s:\n    A|contains|all|cased: ['a.b', 'c']\n  condition: s",
    mutants: ["s:\n    A|re|all: ['a.b', 'c']\n  condition: s"],
  },
  {
    operator: 'add-cased',
    detection: "s:\n    A|contains: [x, '1']\n    B: '1.2'\n    C|cased: c\n    D|re: d\n  condition: s",
    mutants: ["s:\n    A|contains|cased: [x, '1']\n    B: '1.2'\n    C|cased: c\n    D|re: d\n  condition: s"],
  },
]

test('every operator has a case', () => {
  const beside = ['drop-source', 'add-source', 'lengthen-value', 'add-value', 'add-filter']
  const all = [...new Set([...cases.map(({ operator }) => operator), ...beside])]
  assert.deepEqual(all.sort(), [...operatorNames].sort(), 'beside these: source-operators and example-operators')
})

test('every operator is told of in the docs', () => {
  const told = readFileSync('docs/mutants.md', 'utf8')
  for (const name of [...operatorNames, ...correlationOperatorNames]) assert.ok(told.includes(`\`${name}\``), name)
})

for (const { operator, detection, mutants } of cases) {
  test(`${operator}: ${JSON.stringify(detection)}`, () => {
    const rule = ruleWith(detection)
    const made = [...mutantsIn(rule)].filter(({ mutant }) => mutant.operator === operator)
    for (const { reading } of made) assert.equal(reading.kind, 'changed')
    assert.deepEqual(
      made.map(({ mutant }) => detectionIn(withReplacement(rule.source.text, mutant.replacement))),
      mutants,
    )
  })
}

test('mutants differ from the rule in their span alone, have names of their own, and mean something else', () => {
  const detections = fc.constantFrom(...cases.map(({ detection }) => detection))
  const ends = fc.constantFrom('', '\n', '\nlevel: low\n', '\n# the end')
  fc.assert(
    fc.property(detections, ends, fc.constantFrom('', '\uFEFF', '# 𝒳 first\n'), (detection, end, start) => {
      const rule = ruleWith(detection, end, start)
      const { text } = rule.source
      const made = [...mutantsIn(rule)]
      assert.equal(new Set(made.map(({ mutant }) => mutant.id)).size, made.length)
      for (const { mutant } of made) {
        const { span, text: replacement } = mutant.replacement
        const changed = withReplacement(text, mutant.replacement)
        assert.notEqual(changed, text)
        assert.equal(text.slice(span.start, span.end), mutant.original)
        assert.equal(changed.slice(0, span.start), text.slice(0, span.start))
        assert.equal(changed.slice(span.start + replacement.length), text.slice(span.end))
      }
    }),
  )
})

test('what means the same is no mutant, and of two with one meaning the first stays', () => {
  const rule = ruleWith("s:\n    A|contains: '*a*'\n  unused:\n    - B: b\n    - C: c\n  condition: s")
  const made = [...mutantsIn(rule)].map(({ mutant }) => mutant.id)
  assert.deepEqual(
    made.filter((id) => id.includes('unused') || id.startsWith('drop-wildcard')),
    [],
  )
  assert.deepEqual(
    made.filter((id) => id.startsWith('swap-anchor')),
    [],
  )
})

test('a mutant that cannot be read says why', () => {
  const rule = ruleWith('s:\n    A|contains|all:\n      - a\n      - b\n    A|contains: c\n  condition: s')
  const unreadable = [...mutantsIn(rule)].filter(({ reading }) => reading.kind === 'unreadable')
  assert.deepEqual(
    unreadable.map(({ mutant }) => mutant.operator),
    ['drop-value', 'drop-value', 'drop-all', 'join-values'],
  )
  for (const { reading } of unreadable) {
    assert.match(reading.kind === 'unreadable' ? reading.message : '', /duplicate key 'A\|contains'/)
  }
})

test('a change of text that documents share changes them all', () => {
  const text = [
    'action: global',
    'title: Shared',
    'logsource: { product: windows }',
    'detection:',
    '  s: { A: a, B: b }',
    '  condition: s',
    '---',
    'id: 6f9c3c5e-6f59-4c5d-8a75-8a1f0f3d7c11',
    '---',
    'id: 6f9c3c5e-6f59-4c5d-8a75-8a1f0f3d7c12',
    '',
  ].join('\n')
  const { rules } = readRules(sourceOf('rules/shared.yml', text))
  assert.equal(rules.length, 2)
  const [first] = rules
  assert.ok(first !== undefined)
  const made = [...mutantsIn(first)]
  assert.ok(made.length > 0)
  const shapeOf = firingShapes()
  for (const { reading } of made) {
    assert.ok(reading.kind === 'changed')
    const [one, other] = reading.rules.map(shapeOf)
    assert.equal(one, other)
    assert.notEqual(one, shapeOf(first))
  }
})

function ruleWith(detection: string, end = '\n', start = ''): Rule {
  const text = `${start}title: T\nlogsource: { product: linux }\ndetection:\n  ${detection}${end}`
  const { rules, problems } = readRules(sourceOf('rules/t.yml', text))
  const [rule] = rules
  assert.ok(rule !== undefined, JSON.stringify(problems))
  return rule
}

function detectionIn(text: string): string {
  return text.slice(text.indexOf('detection:\n  ') + 'detection:\n  '.length).trimEnd()
}
