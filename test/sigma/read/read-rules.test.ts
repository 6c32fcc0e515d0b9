import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { evaluateRule, eventOf, meaningOf, type Rule, readRules, sourceOf } from '../../../sigma/index.ts'
import { fc, manyRuns } from '../../fast-check.ts'
import { detectingRule, leavesIn, readRule, ruleText } from '../rule-text.ts'

const full = `# origin: somewhere
title: A rule
id: c539afac-c12a-46ed-b1bd-5a5567c9f045
name: a_rule
related:
  - id: 5cc90652-4cbd-4241-aa3b-4b462fa5a248
    type: derived
status: test
description: |
  One line.
  Another.
license: DRL-1.1
author: Somebody
references: [https://example.com/a]
date: 2024-01-31
modified: 2024-02-01
tags: [attack.execution, attack.t1059.001]
logsource: {category: network_connection, product: windows, definition: none}
detection:
  selection:
    DestinationPort: [5985, 5986]
  filter:
    Image: 'C:\\a.exe'
  condition: selection and not filter
fields: [Image]
falsepositives: [None known]
level: high
scope: [server]
simulation: {tool: x, steps: [1, 0x10, .5, ~]}
`

describe('a rule', () => {
  test('keeps everything its document says', () => {
    const source = sourceOf('rules\\windows\\a.yml', full)
    const { rules, problems } = readRules(source)
    assert.deepEqual(problems, [])
    const [rule] = rules
    assert.ok(rule)
    const { key, title, id, name, status, level, description, author, license, date, modified } = rule
    assert.deepEqual(
      { key, title, id, name, status, level, description, author, license, date, modified },
      {
        key: 'rules/windows/a.yml',
        title: 'A rule',
        id: 'c539afac-c12a-46ed-b1bd-5a5567c9f045',
        name: 'a_rule',
        status: 'test',
        level: 'high',
        description: 'One line.\nAnother.\n',
        author: 'Somebody',
        license: 'DRL-1.1',
        date: '2024-01-31',
        modified: '2024-02-01',
      },
    )
    assert.deepEqual(
      [rule.references, rule.tags, rule.fields, rule.falsepositives],
      [['https://example.com/a'], ['attack.execution', 'attack.t1059.001'], ['Image'], ['None known']],
    )
    assert.deepEqual(rule.custom, { simulation: { tool: 'x', steps: [1, 16, 0.5, null] } })
    assert.equal(rule.span.end - rule.span.start, full.length)
  })

  for (const version of ['2', '2.1.0', "'2'", '1']) {
    test(`is read when it targets version ${version}`, () => {
      readRule(`${ruleText('s: {A: x}\ncondition: s')}sigma-version: ${version}\n`)
    })
  }
})

describe('a file of several documents', () => {
  const one = ruleText('s: {A: x}\ncondition: s', 'One')
  const two = ruleText('s: {A: y}\ncondition: s', 'Two')

  test('numbers its rules from 1 and gives each its own text', () => {
    const source = sourceOf('rules/a.yml', `---\n${one}---\n# nothing\n---\n${two}...\n`)
    const { rules, problems } = readRules(source)
    assert.deepEqual(problems, [])
    assert.deepEqual(
      rules.map(({ key, title, span }) => [key, title, source.text.slice(span.start, span.end)]),
      [
        ['rules/a.yml#1', 'One', one],
        ['rules/a.yml#2', 'Two', two],
      ],
    )
  })

  test('merges global onto each later rule, until reset', () => {
    const globals = 'action: global\nlevel: low\nauthor: Somebody\nlogsource: {service: security}\n'
    const third = two.replace('Two', 'Three')
    const { rules } = readRules(
      sourceOf('rules/a.yml', [globals, `level: high\n${one}`, 'action: reset\n', third].join('---\n')),
    )
    assert.deepEqual(
      rules.map(({ key, title, level, author, logsource: { service, product } }) => [
        key,
        title,
        level,
        author,
        service,
        product,
      ]),
      [
        ['rules/a.yml#2', 'One', 'low', 'Somebody', 'security', 'windows'],
        ['rules/a.yml#4', 'Three', null, null, null, 'windows'],
      ],
    )
  })

  test('repeats the previous rule with what the document changes', () => {
    const change = 'action: repeat\ntitle: Again\ndetection: {s: {A: z}}\n'
    const { rules } = readRules(sourceOf('rules/a.yml', `${one}---\n${change}`))
    assert.deepEqual(
      rules.map((rule) => [rule.title, leavesIn(rule).map(({ written }) => written)]),
      [
        ['One', ['x']],
        ['Again', ['z']],
      ],
    )
  })

  test('hashes with a rule what it took from other documents', () => {
    const meaningWith = (level: string): string => {
      const { rules } = readRules(sourceOf('rules/a.yml', `action: global\nlevel: ${level}\n---\n${one}`))
      return rules.map(meaningOf).join()
    }
    assert.notEqual(meaningWith('low'), meaningWith('high'))
  })
})

describe('the meaning of a rule', () => {
  const text = ruleText("s: {A|expand: '%servers%'}\ncondition: s")
  const meaning = (values: Readonly<Record<string, readonly string[]>>): string => meaningOf(readRule(text, values))

  test('holds the values of the placeholders it uses, and of no other', () => {
    assert.notEqual(meaning({ servers: ['a'] }), meaning({ servers: ['b'] }))
    assert.equal(meaning({ servers: ['a'] }), meaning({ servers: ['a'], admins: ['b'] }))
  })

  test('is not where its file lies', () => {
    const [here, there] = ['a.yml', 'b/c.yml'].map((path) => readRules(sourceOf(path, full)).rules.map(meaningOf))
    assert.deepEqual(here, there)
  })
})

describe('line ends and a byte order mark', () => {
  const facts = (rule: Rule): unknown => {
    const { source: _, ...rest } = rule
    return { ...rest, verdicts: evaluateRule(rule, eventOf({ A: 'x', B: 'one\ntwo\n' })) }
  }
  const text = ruleText(`s:
  A: x
  B: |
    one
    two
  C: 'folded

    text'
condition: >-
  s
  or not s`)

  for (const [name, spelling] of [
    ['CRLF', text.replaceAll('\n', '\r\n')],
    ['CR', text.replaceAll('\n', '\r')],
    ['BOM', `\uFEFF${text}`],
    ['BOM and CRLF', `\uFEFF${text.replaceAll('\n', '\r\n')}`],
  ] as const) {
    test(`${name} changes no id, span, hash or answer`, () => {
      assert.deepEqual(facts(readRule(spelling)), facts(readRule(text)))
    })
  }
})

describe('roles', () => {
  const rule = detectingRule(`sel: {A: x}
not_a_filter: {B: x}
filter_both: {C: x}
excluded: {D: x}
deep: {E: x}
unused: {F: x}
condition: sel and not excluded and (not not_a_filter or not_a_filter) and not (filter_both and not filter_both) and not not not deep`)

  test('follow from every use in the condition, not from names', () => {
    assert.deepEqual(Object.fromEntries(rule.identifiers.map(({ name, role }) => [name, role])), {
      sel: 'selection',
      not_a_filter: 'selection',
      filter_both: 'selection',
      excluded: 'filter',
      deep: 'filter',
      unused: 'unused',
    })
  })
})

describe('reading', () => {
  const piece = fc.constantFrom(
    ...[
      'title: A\n',
      'logsource: {product: windows}\n',
      'detection:\n',
      '  sel:\n',
      '    A|contains: x\n',
      '  condition: ',
    ],
    ...[
      'sel',
      'not ',
      '1 of ',
      '(',
      ')',
      '|',
      '|re',
      '|base64offset',
      '|windash',
      '|expand',
      "'",
      '"',
      '\\',
      '\\q',
      '*',
    ],
    ...[
      '&a ',
      '*a',
      '<<: ',
      '!!int ',
      '!x ',
      '- ',
      '? ',
      ': ',
      '[',
      ']',
      '{',
      '}',
      '# ',
      '\n',
      '\r\n',
      '\t',
      '  ',
      '---\n',
    ],
    ...[
      '...\n',
      '|\n',
      '>-\n',
      'null',
      '.inf',
      '0x1F',
      'action: repeat\n',
      '__proto__: ',
      'constructor',
      '\0',
      '\uD800',
      '😀',
    ],
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  )
  const edited = fc
    .tuple(fc.nat(full.length), fc.nat(20), fc.array(piece, { maxLength: 3 }))
    .map(([at, length, pieces]) => full.slice(0, at) + pieces.join('') + full.slice(at + length))

  test('never throws, and every problem stands in the text', () => {
    fc.assert(
      fc.property(fc.oneof(text, edited), (each) => {
        const source = sourceOf('rules/a.yml', each)
        for (const { span } of readRules(source, { placeholders: { x: ['a', 5] } }).problems) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= source.text.length)
        }
      }),
      { numRuns: manyRuns(2000) },
    )
  })

  test('stops at aliases that would expand without end', () => {
    const layers = Array.from({ length: 20 }, (_, index) => `x${index}: &x${index} [${`*x${index - 1}, `.repeat(9)}]`)
    const bomb = ['x: &x-1 [lol]', ...layers].join('\n').replaceAll('x-1', 'y')
    const { problems } = readRules(sourceOf('rules/a.yml', bomb))
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['E-YAML'],
    )
  })

  test('stops at aliases that nest without end', () => {
    const brackets = ['['.repeat(60), ']'.repeat(60)] as const
    const layers = [
      'a0: &a0 x',
      ...Array.from({ length: 50 }, (_, index) => `a${index + 1}: &a${index + 1} ${brackets.join(`*a${index}`)}`),
    ]
    assert.match(readRules(sourceOf('rules/a.yml', layers.join('\n'))).problems[0]?.message ?? '', /nested deeper/)
  })

  test('keeps prototype keys as keys', () => {
    const rule = detectingRule(
      '__proto__: {constructor: x, toString: y}\nhasOwnProperty: {__proto__: z}\ncondition: 1 of *',
    )
    assert.deepEqual(
      leavesIn(rule).map(({ field, written }) => [field, written]),
      [
        ['constructor', 'x'],
        ['toString', 'y'],
        ['__proto__', 'z'],
      ],
    )
    assert.equal(evaluateRule(rule, eventOf({})).condition.matched, false)
    assert.equal(evaluateRule(rule, eventOf(JSON.parse('{"__proto__": "z"}'))).condition.matched, true)
  })
})
