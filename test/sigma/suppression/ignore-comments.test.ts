import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { buildRuleSet, positionOf, readRules, sourceOf, suppress } from '../../../sigma/index.ts'

/** What is told and what is suppressed of one file, each as `CODE line`. */
function toldOf(
  text: string,
  isWhole = true,
): { readonly told: readonly string[]; readonly suppressed: readonly string[] } {
  const source = sourceOf('rules/a.yml', text)
  const { problems } = buildRuleSet([readRules(source)])
  const found = suppress({ problems, sources: new Map([[source.path, source]]), ignores: [], isWhole })
  const shown = (problem: (typeof problems)[number]) => `${problem.code} ${positionOf(source, problem.span.start).line}`
  return { told: found.problems.map(shown), suppressed: found.suppressed.map(({ problem }) => shown(problem)) }
}

function messagesOf(text: string): readonly string[] {
  const source = sourceOf('rules/a.yml', text)
  const { problems } = buildRuleSet([readRules(source)])
  const told = suppress({ problems, sources: new Map([[source.path, source]]), ignores: [], isWhole: true }).problems
  return told.map(({ message, hint, span }) => `${source.text.slice(span.start, span.end)} | ${message} | ${hint}`)
}

/** Line 1 to 16: warnings W-DATE in 2 and 3, W-TAG in 5 and 6, W-UNUSED in 13, W-ESCAPED-WILDCARD in 12. */
const rule = `title: Printer At Night
date: 2024/02/02
modified: 2024/03/03
tags:
    - T1059
    - T1060
logsource:
    product: windows
detection:
    selection:
        Image:
            - 'C:\\*'
    spare:
        Image: x
    condition: selection
`

const all = ['W-DATE 2', 'W-DATE 3', 'W-TAG 5', 'W-TAG 6', 'W-ESCAPED-WILDCARD 12', 'W-UNUSED 13']

/** The rule with lines put before a line, or a text put at its end; lines count from 1. */
function withLine(at: number, line: string): string {
  return rule
    .split('\n')
    .toSpliced(at - 1, 0, line)
    .join('\n')
}

function withEnd(at: number, text: string): string {
  return rule
    .split('\n')
    .map((line, index) => (index === at - 1 ? `${line} ${text}` : line))
    .join('\n')
}

test('the rule of this test has these warnings', () => {
  assert.deepEqual(toldOf(rule), { told: all, suppressed: [] })
})

describe('what a comment covers', () => {
  /** Each leaves nothing of itself to be told: it ignores something. */
  const cases: readonly (readonly [name: string, text: string, suppressed: readonly string[]])[] = [
    ['above the first key', `# sigmaproof-ignore W-DATE: old\n${rule}`, ['W-DATE 3', 'W-DATE 4']],
    ['above the document marker', `# sigmaproof-ignore W-DATE: old\n---\n${rule}`, ['W-DATE 4', 'W-DATE 5']],
    ['on the document marker', `--- # sigmaproof-ignore W-DATE: old\n${rule}`, ['W-DATE 3', 'W-DATE 4']],
    ['indented above the first key', `   # sigmaproof-ignore W-DATE: old\n${rule}`, ['W-DATE 3', 'W-DATE 4']],
    ['not indented, within', withLine(9, '# sigmaproof-ignore W-DATE: old'), ['W-DATE 2', 'W-DATE 3']],
    ['not indented, at the end', `${rule}# sigmaproof-ignore W-TAG: ours`, ['W-TAG 5', 'W-TAG 6']],
    ['not indented, after a list', withLine(7, '# sigmaproof-ignore W-UNUSED: later'), ['W-UNUSED 14']],
    ['at the end of a line', withEnd(3, '# sigmaproof-ignore W-DATE: old'), ['W-DATE 3']],
    ['at the end of an item', withEnd(6, '# sigmaproof-ignore W-TAG: ours'), ['W-TAG 6']],
    ['at the end of a key, all below it', withEnd(4, '# sigmaproof-ignore W-TAG: ours'), ['W-TAG 5', 'W-TAG 6']],
    ['at the end of a key far above', withEnd(9, '# sigmaproof-ignore W-UNUSED: later'), ['W-UNUSED 13']],
    ['alone above an item, that item', withLine(5, '    # sigmaproof-ignore W-TAG: ours'), ['W-TAG 6']],
    [
      'alone above a key, all in it',
      withLine(10, '    # sigmaproof-ignore W-ESCAPED-WILDCARD: meant'),
      ['W-ESCAPED-WILDCARD 13'],
    ],
    [
      'indented less than what is below',
      withLine(12, '  # sigmaproof-ignore W-ESCAPED-WILDCARD: meant'),
      ['W-ESCAPED-WILDCARD 13'],
    ],
    ['indented by a tab', withLine(12, '\t# sigmaproof-ignore W-ESCAPED-WILDCARD: meant'), ['W-ESCAPED-WILDCARD 13']],
    [
      'with a blank line between',
      withLine(12, '            # sigmaproof-ignore W-ESCAPED-WILDCARD: meant\n'),
      ['W-ESCAPED-WILDCARD 14'],
    ],
    [
      'with a comment between',
      withLine(12, '            # sigmaproof-ignore W-ESCAPED-WILDCARD: meant\n            # see #5'),
      ['W-ESCAPED-WILDCARD 14'],
    ],
    [
      'several codes',
      `# sigmaproof-ignore W-DATE, W-TAG,W-UNUSED: all: of them\n${rule}`,
      ['W-DATE 3', 'W-DATE 4', 'W-TAG 6', 'W-TAG 7', 'W-UNUSED 14'],
    ],
    ['without a blank after the mark', withEnd(2, '#sigmaproof-ignore W-DATE:old'), ['W-DATE 2']],
    [
      'two comments of one place',
      withLine(13, '    # sigmaproof-ignore W-UNUSED: later\n    # sigmaproof-ignore W-UNUSED: too'),
      ['W-UNUSED 15'],
    ],
    [
      'CRLF and a byte order mark',
      `\uFEFF${withEnd(3, '# sigmaproof-ignore W-DATE: old').replaceAll('\n', '\r\n')}`,
      ['W-DATE 3'],
    ],
  ]
  for (const [name, text, expected] of cases) {
    test(name, () => {
      const { told, suppressed } = toldOf(text)
      assert.deepEqual(suppressed, expected)
      assert.equal(told.length, all.length - expected.length)
      assert.ok(!told.some((each) => each.startsWith('W-IGNORE')), told.join(', '))
    })
  }
})

describe('in flow maps, lists and texts of several lines', () => {
  const head = 'title: A rule\nlogsource: {product: windows}\n'
  const cases: readonly (readonly [
    name: string,
    text: string,
    suppressed: readonly string[],
    told: readonly string[],
  ])[] = [
    [
      'an item of a list in brackets',
      `${head}tags: [\n  T1, # sigmaproof-ignore W-TAG: ours\n  T2,\n  # sigmaproof-ignore W-TAG: ours\n  T3, T4]\ndetection: {sel: {A: x}, condition: sel}\n`,
      ['W-TAG 4', 'W-TAG 7'],
      ['W-TAG 5', 'W-TAG 7'],
    ],
    [
      'a line in brackets',
      `${head}detection: {sel: {A: x}, a: {B: y}, # sigmaproof-ignore W-UNUSED: later\n b: {C: z}, condition: sel}\n`,
      ['W-UNUSED 3'],
      ['W-UNUSED 4'],
    ],
    [
      'a block text, from its head',
      `${head}detection:\n  sel: {A: x}\n  condition: >  # sigmaproof-ignore W-ALL-OF-THEM: few\n    all\n    of them\n`,
      ['W-ALL-OF-THEM 6'],
      [],
    ],
    [
      'a text in quotes, from its last line',
      `${head}detection:\n  sel: {A: x}\n  condition: "all\n    of them" # sigmaproof-ignore W-ALL-OF-THEM: few\n`,
      ['W-ALL-OF-THEM 5'],
      [],
    ],
    [
      'one of several documents',
      `${head}date: 2024/01/01\ndetection: {sel: {A: x}, condition: sel}\n---\n# sigmaproof-ignore W-DATE: old\n${head}date: 2024/01/01\ndetection: {sel: {A: x}, condition: sel}\n`,
      ['W-DATE 9'],
      ['W-DATE 3'],
    ],
  ]
  for (const [name, text, suppressed, told] of cases)
    test(name, () => assert.deepEqual(toldOf(text), { suppressed, told }))
})

describe('what is no comment', () => {
  const mark = '# sigmaproof-ignore W-DATE: old'
  const cases: readonly (readonly [name: string, line: string])[] = [
    ['a block text', `description: |\n    First.\n    ${mark}\n\n    ${mark}`],
    ['a folded text', `description: >-\n    First.\n    ${mark}`],
    ['a text in single quotes', `description: 'about ${mark}'`],
    ['a text in double quotes', `description: "about\n    ${mark}"`],
    ['a plain text', `description: about#sigmaproof-ignore W-DATE:old`],
    ['a comment about it', `description: x # write ${mark}`],
    ['a value commented out', `description: x\n# - y ${mark}`],
  ]
  for (const [name, line] of cases) {
    test(name, () => {
      const { told, suppressed } = toldOf(`${line}\n${rule}`)
      assert.deepEqual(suppressed, [])
      assert.equal(told.length, all.length)
    })
  }
})

describe('a comment that is not right is told, and ignores nothing', () => {
  const cases: readonly (readonly [comment: string, told: string])[] = [
    [
      '# sigmaproof-ignore W-DATE',
      '# sigmaproof-ignore W-DATE | sigmaproof-ignore gives no reason, and so ignores nothing | Write # sigmaproof-ignore W-DATE: why it is right as it stands.',
    ],
    [
      '# sigmaproof-ignore W-DATE:   ',
      '# sigmaproof-ignore W-DATE:    | sigmaproof-ignore gives no reason, and so ignores nothing | Write # sigmaproof-ignore W-DATE: why it is right as it stands.',
    ],
    [
      '# sigmaproof-ignore: old',
      '# sigmaproof-ignore: old | sigmaproof-ignore names no code | Write # sigmaproof-ignore W-UNUSED: why it is right as it stands.',
    ],
    ['# sigmaproof-ignore W-DAET: old', "W-DAET | sigmaproof-ignore: there is no code 'W-DAET' | Nearest: W-DATE"],
    ['# sigmaproof-ignore w-date: old', "w-date | sigmaproof-ignore: there is no code 'w-date' | Nearest: W-DATE"],
    [
      '# sigmaproof-ignore E-REGEX: old',
      'E-REGEX | sigmaproof-ignore: E-REGEX rejects the rule and cannot be ignored | Correct the rule; in an old repository, "check --baseline" leaves aside what is known.',
    ],
    [
      '# sigmaproof-ignore W-IGNORE: old',
      'W-IGNORE | sigmaproof-ignore: W-IGNORE is about what is ignored and cannot be ignored itself | Drop it.',
    ],
    [
      '# sigmaproof-disable W-DATE: old',
      "# sigmaproof-disable W-DATE: old | a comment says 'sigmaproof-disable', which means nothing here | Write sigmaproof-ignore, a code, a colon and a reason.",
    ],
    [
      '# sigmaproof-ignore W-RANGE: old',
      'W-RANGE | sigmaproof-ignore W-RANGE ignores nothing: there is no W-RANGE in this rule | Remove it.',
    ],
  ]
  for (const [comment, expected] of cases) {
    test(comment, () => {
      const [told = ''] = messagesOf(`${comment}\n${rule}`)
      assert.equal(told.slice(0, expected.length), expected)
      assert.deepEqual(toldOf(`${comment}\n${rule}`).suppressed, [])
    })
  }

  test('of several codes, each by itself', () => {
    const { told, suppressed } = toldOf(`# sigmaproof-ignore W-DATE, W-NONE, W-RANGE: old\n${rule}`)
    assert.deepEqual(suppressed, ['W-DATE 3', 'W-DATE 4'])
    assert.deepEqual(
      told.filter((each) => each.startsWith('W-IGNORE')),
      ['W-IGNORE 1', 'W-IGNORE 1'],
    )
  })

  test('says what is covered, and where the problem is', () => {
    const found = messagesOf(withLine(13, '    # sigmaproof-ignore W-ESCAPED-WILDCARD: meant'))
    assert.ok(
      found.includes(
        'W-ESCAPED-WILDCARD | sigmaproof-ignore W-ESCAPED-WILDCARD ignores nothing: there is no W-ESCAPED-WILDCARD in what ' +
          'is below it, lines 14 to 15 | Put it at the end of line 12, where there is one, or remove it.',
      ),
      found.join('\n'),
    )
  })

  test('where nothing is below it', () => {
    assert.deepEqual(toldOf(`${rule}    # sigmaproof-ignore W-DATE: old\n`).told.at(-1), 'W-IGNORE 16')
  })
})

describe('nothing is said to be unused', () => {
  test('in a rule with an error, where not all was looked at', () => {
    const broken = rule.replace('condition: selection', 'condition: selction')
    assert.ok(!toldOf(`# sigmaproof-ignore W-RANGE: old\n${broken}`).told.some((each) => each.startsWith('W-IGNORE')))
  })

  test('where only events would show it', () => {
    assert.deepEqual(toldOf(`# sigmaproof-ignore W-GROUPBY-MISSING: few\n${rule}`).told.length, all.length)
  })

  test('where only other files would show it, and not all were read', () => {
    const text = `# sigmaproof-ignore W-FILTER-REF: elsewhere\n${rule}`
    assert.equal(toldOf(text, false).told.length, all.length)
    assert.equal(toldOf(text, true).told[0], 'W-IGNORE 1')
  })
})
