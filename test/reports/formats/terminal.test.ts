import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { stripVTControlCharacters } from 'node:util'
import { type Finding, formatTerminal, type Report, type RuleReport } from '../../../reports/index.ts'
import { aReport, aRule, aScenario } from '../report-factory.ts'

const place = { path: 'rules/x.yml', start: 0, end: 1, line: 1, column: 1, endLine: 1, endColumn: 2 }
const plain = { columns: 100, colour: false }

test('the table has a row for each rule with its verdicts by cause and its coverage', () => {
  const row = formatTerminal(aReport(), plain)
    .split('\n')
    .find((line) => line.includes('│ Night Printer Login'))
  const cells = row?.split('│').map((cell) => cell.trim())
  assert.deepEqual(cells?.slice(1, 7), ['Night Printer Login', '1', '1 missed', '100 %', '60 %', '50 %'])
})

test('two rules of one title are told apart by their paths, whole', () => {
  const other = { ...aRule(), key: `rules/${'a_long_folder_name/'.repeat(4)}other${'_and_on'.repeat(9)}.yml` }
  const named = aScenario({ line: 30, steps: [{ line: 31, text: `the rule "${other.key}"`, table: [] }] })
  const text = formatTerminal(aReport({ rules: [aRule(), other], scenarios: [...aReport().scenarios, named] }), plain)
  const cells = text.split('\n').map((line) => line.split('│')[1]?.trim() ?? '')
  assert.ok(cells.join('').includes(other.key))
  assert.ok(cells.join('').includes(aRule().key))
  assert.ok(!formatTerminal(aReport(), plain).includes(`│ ${aRule().key.slice(0, 10)}`))
})

test('below it stand author, uncovered points, warnings and gaps, each with file and line', () => {
  const text = formatTerminal(aReport(), { columns: 400, colour: false })
  assert.match(text, /Night Printer Login\n {2}rules\/windows\/night_printer_login\.yml by Ada Example/)
  assert.match(text, /uncovered +selection: DestinationPort '631' .*rules\/windows\/night_printer_login\.yml:11/)
  assert.match(text, /vacuous +A printer .* features\/rules\/night_printer_login\.feature:8/)
  assert.match(text, /unrealistic +A printer .*\(ipv6-spelling\) features\/\S+:4/)
  assert.match(text, /known gap +Night in <city>: Oslo; Bergen features\/\S+:9/)
  assert.match(text, /values 50 % \(4\/8\)/)
})

for (const columns of [80, 100, 120]) {
  test(`no line is wider than ${columns} columns`, () => {
    const wide = Math.max(
      ...formatTerminal(aReport(), { columns, colour: true })
        .split('\n')
        .map((line) => stripVTControlCharacters(line).length),
    )
    assert.ok(wide <= columns, `${wide} columns`)
  })
}

test('colours only when told, and never another text', () => {
  const coloured = formatTerminal(aReport(), { ...plain, colour: true })
  assert.ok(coloured.includes('\u001B['))
  assert.ok(!formatTerminal(aReport(), plain).includes('\u001B'))
  assert.equal(stripVTControlCharacters(coloured), formatTerminal(aReport(), plain))
})

test('hostile titles, names and messages are made visible', () => {
  const evil = 'x\u001B[31m\n::error::y\u202E'
  const rule = aRule({ title: evil, author: evil, key: evil })
  const finding: Finding = {
    kind: 'uncovered',
    path: evil,
    line: 1,
    rule: evil,
    point: evil,
    text: evil,
    unknown: evil,
  }
  const failed: Finding = { kind: 'failed-scenario', path: evil, line: 1, name: evil, status: 'failed' }
  const text = formatTerminal(aReport({ seed: evil, rules: [rule], findings: [finding, failed] }), plain)
  for (const character of ['\u001B', '\u202E']) assert.ok(!text.includes(character))
  assert.ok(!text.split('\n').some((line) => line.startsWith('::error')))
  assert.ok(text.includes('\\u{1B}[31m'))
})

test('a long list of findings is cut and says so', () => {
  const key = aRule().key
  const findings = Array.from(
    { length: 40 },
    (_, index): Finding => ({
      kind: 'uncovered',
      path: key,
      line: index + 1,
      rule: key,
      point: `p${index}`,
      text: `point ${index}`,
      unknown: null,
    }),
  )
  const text = formatTerminal(aReport({ findings }), plain)
  assert.equal(text.match(/ uncovered +point/g)?.length, 12)
  assert.match(text, / uncovered +and 28 more/)
})

test('what makes a run red comes first and is never cut', () => {
  const { key } = aRule()
  const gap: Finding = { kind: 'closed-gap', path: 'b.feature', line: 2, name: 'Gap', rules: [key], examples: [] }
  const failed = Array.from(
    { length: 40 },
    (_, index): Finding => ({
      kind: 'failed-scenario',
      path: 'a.feature',
      line: index + 1,
      name: `Scenario ${index}`,
      status: 'failed',
    }),
  )
  const text = formatTerminal(aReport({ findings: [...aReport().findings, gap, ...failed] }), plain)
  assert.equal(text.match(/ failed +Scenario \d+ a\.feature:\d+/g)?.length, 40)
  assert.equal(text.match(/ gap closed +Gap b\.feature:2/g)?.length, 1)
  assert.ok(text.indexOf('Scenario 39') < text.indexOf('\nNight Printer Login\n'))
})

test('rules that cannot be read and closed gaps are told even where no rule is left', () => {
  const unreadable: Finding = {
    kind: 'unreadable-rule',
    path: 'rules/a.yml',
    line: 3,
    column: 5,
    code: 'E-YAML',
    message: 'YAML error',
    hint: '',
  }
  const text = formatTerminal(aReport({ rules: [], findings: [unreadable] }), plain)
  assert.match(text, /cannot be read +YAML error \[E-YAML\] rules\/a\.yml:3/)
})

describe('rules that no scenario speaks of', () => {
  const warning = { code: 'W-DATE', severity: 'warning', message: 'a warning', hint: '', place } as const
  const unnamed = (index: number) =>
    aRule({ key: `rules/unnamed_${index}.yml`, title: `Unnamed ${index}`, id: `id-${index}`, problems: [warning] })
  const uncovered = ({ key }: RuleReport): Finding => {
    return { kind: 'uncovered', path: key, line: 1, rule: key, point: 'p', text: 'a point of it', unknown: null }
  }
  const reportWith = (rules: readonly RuleReport[], changes: Partial<Report> = {}): Report =>
    aReport({
      rules: [aRule(), ...rules],
      findings: [...aReport().findings, ...rules.map(uncovered)],
      ...changes,
    })

  test('are one line, by their titles where they are few, with a count of their warnings', () => {
    const few = formatTerminal(reportWith([unnamed(1), unnamed(2)]), { columns: 200, colour: false })
    assert.match(
      few,
      /^2 rules are named by no scenario: "Unnamed 1", "Unnamed 2" \(2 warnings, which sigmaproof check tells\)$/m,
    )
    const many = formatTerminal(reportWith([1, 2, 3, 4, 5].map(unnamed)), plain)
    assert.match(many, /^5 rules are named by no scenario \(5 warnings, which sigmaproof check tells\)$/m)
    for (const text of [few, many]) assert.doesNotMatch(text, /a point of it|a warning|│ Unnamed/)
  })

  const namings: readonly (readonly [string, Partial<Report>])[] = [
    ['its title', { scenarios: [aScenario({ steps: [{ line: 5, text: 'the rule "Unnamed 1"', table: [] }] })] }],
    [
      'its id, after an apostrophe',
      { scenarios: [aScenario({ steps: [{ line: 5, text: `it's the rule 'id-1'`, table: [] }] })] },
    ],
    [
      'its path',
      { scenarios: [aScenario({ steps: [{ line: 5, text: 'the rule "rules/unnamed_1.yml"', table: [] }] })] },
    ],
    [
      'a cell of a table',
      { scenarios: [aScenario({ steps: [{ line: 5, text: 'these rules:', table: [['Unnamed 1']] }] })] },
    ],
    [
      'an observation',
      { observations: aReport().observations.map((each) => ({ ...each, rule: 'rules/unnamed_1.yml' })) },
    ],
  ]
  for (const [how, changes] of namings) {
    test(`one that is named by ${how} is told of in full`, () => {
      const text = formatTerminal(reportWith([unnamed(1)], changes), plain)
      assert.match(text, /│ Unnamed 1/)
      assert.match(text, /uncovered +a point of it/)
      assert.doesNotMatch(text, /"Unnamed 1"/)
    })
  }

  const files = (count: number): Partial<Report> => {
    const paths = Array.from({ length: count }, (_, index) => `rules/bad_${index}.yml`)
    const problem = { ...warning, code: 'E-YAML', severity: 'error' } as const
    return {
      unreadable: paths.map((path) => ({ path, text: 'title: Bad\n', titles: [], problems: [problem] })),
      findings: paths.map((path) => {
        return { kind: 'unreadable-rule', path, line: 3, column: 5, code: 'E-YAML', message: 'no YAML', hint: '' }
      }),
    }
  }

  test('and cannot be read are counted where they are many, told where they are few or named', () => {
    assert.equal(formatTerminal(aReport(files(3)), plain).match(/cannot be read +no YAML/g)?.length, 3)
    const many = formatTerminal(aReport(files(4)), plain)
    assert.doesNotMatch(many, /no YAML/)
    assert.match(many, /^4 files that no scenario names cannot be read \(4 errors\); sigmaproof check tells why$/m)
    const scenarios = [aScenario({ steps: [{ line: 5, text: 'the rule "Bad"', table: [] }] })]
    assert.equal(formatTerminal(aReport({ ...files(4), scenarios }), plain).match(/no YAML/g)?.length, 4)
  })
})
