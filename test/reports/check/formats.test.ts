import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  type CheckReport,
  formatCheckGithub,
  formatCheckJson,
  formatCheckSarif,
  formatCheckText,
} from '../../../reports/index.ts'
import type { CheckFormat } from '../../../sources/output-formats/index.ts'
import { aCheckReport, aProblem, aSuppressedProblem, hostile } from './check-report-factory.ts'

const hostileReport = aCheckReport(aProblem({ message: hostile, hint: hostile, rule: hostile, path: `${hostile}.yml` }))

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there.
const acting = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]|[\u{E0000}-\u{E007F}]/u

const formats: Readonly<Record<Exclude<CheckFormat, 'text'>, (report: CheckReport) => string>> = {
  json: formatCheckJson,
  sarif: formatCheckSarif,
  github: formatCheckGithub,
}
for (const [name, format] of Object.entries(formats)) {
  test(`${name} lets nothing hostile act on a terminal`, () => {
    assert.doesNotMatch(format(hostileReport), acting)
  })
}

describe('text', () => {
  const plain = { columns: 80, colour: false, verbose: false }

  test('ends in the counts, with a row for each code that was raised', () => {
    assert.equal(
      formatCheckText(aCheckReport(aProblem({ hint: 'Do that.' })), plain),
      `a message [E-REGEX]
rules/a.yml:3:5 (A rule)

    3 | a line
      | ^

Do that.

2 rules read and 1 rejected in 1 file: 1 error, 0 warnings.
  1  E-REGEX  bad expression
`,
    )
  })
})

describe('text, many problems', () => {
  const many = Array.from({ length: 5 }, (_, index) => [
    aProblem({ line: index + 1, message: `error ${index}`, hint: 'Mend it.' }),
    aProblem({ code: 'W-ID', severity: 'warning', line: index + 1, message: `warning ${index}`, hint: 'Change it.' }),
  ]).flat()
  const report: CheckReport = {
    ...aCheckReport(...many),
    codes: aCheckReport().codes.map((code) => ({ ...code, count: 5 })),
    baseline: { path: 'old.json', gone: [{ rule: 'rules/b.yml', name: null, code: 'W-TAG', at: 'tags', text: 'x' }] },
    counts: { ...aCheckReport(...many).counts, suppressed: { comment: 2, configuration: 0, baseline: 7 } },
  }
  const lines = (verbose: boolean) => formatCheckText(report, { columns: 80, colour: false, verbose })

  test('every error is told, three with their lines; three warnings, and how many more there are', () => {
    const text = lines(false)
    assert.deepEqual(text.match(/error \d/g), ['error 0', 'error 1', 'error 2', 'error 3', 'error 4'])
    assert.deepEqual(text.match(/warning \d/g), ['warning 0', 'warning 1', 'warning 2'])
    assert.equal(text.match(/3 \| a line/g)?.length, 3)
    assert.match(text, /^2 more of E-REGEX:$/m)
    assert.match(text, /^W-ID, 5 warnings: bad id\n {2}To do: Change it\.$/m)
    assert.match(text, /^ {2}and 2 more; --verbose tells all$/m)
    assert.ok(text.indexOf('error 4') < text.indexOf('warning 0'))
  })

  test('--verbose tells all of both, with their lines', () => {
    const text = lines(true)
    assert.equal(text.match(/warning \d/g)?.length, 5)
    assert.equal(text.match(/3 \| a line/g)?.length, 10)
    assert.doesNotMatch(text, /\d more/)
  })

  test('counts what is not told, and names what a baseline has too much', () => {
    assert.match(lines(false), /\nNot told: 2 by comments in the rules, 7 by the baseline\.\n/)
    assert.match(
      lines(false),
      /^1 entry of old\.json matches no problem any more.*\n.*\n\n {2}rules\/b\.yml W-TAG at tags$/m,
    )
  })

  test('no line is wider than the terminal but for paths, and nothing hostile acts on it', () => {
    const wide = { ...hostileReport, codes: report.codes }
    assert.doesNotMatch(formatCheckText(wide, { columns: 80, colour: false, verbose: true }), acting)
    const text = formatCheckText(
      aCheckReport(
        aProblem({ message: 'many words '.repeat(30), hint: 'more words '.repeat(30), rule: 'words '.repeat(30) }),
      ),
      { columns: 80, colour: false, verbose: false },
    )
    for (const line of text.split('\n')) assert.ok(line.length <= 80, line)
  })
})

describe('a note', () => {
  const noted = aCheckReport(aProblem({ severity: 'note', code: 'W-ID' }))

  test('is counted beside errors and warnings, where there is one', () => {
    const counts = { ...noted.counts, errors: 0, warnings: 0, notes: 2 }
    assert.match(
      formatCheckText({ ...noted, counts }, { columns: 80, colour: false, verbose: false }),
      /: no problem, 2 notes\.\n/,
    )
    assert.match(
      formatCheckText({ ...noted, counts: { ...counts, warnings: 1 } }, { columns: 80, colour: false, verbose: false }),
      /: 0 errors, 1 warning, 2 notes\.\n/,
    )
  })

  test('is a notice to GitHub and a note to SARIF', () => {
    assert.match(formatCheckGithub(noted), /^::notice file=/)
    assert.equal(JSON.parse(formatCheckSarif(noted)).runs[0].results[0].level, 'note')
    assert.equal(JSON.parse(formatCheckJson(noted)).problems[0].severity, 'note')
  })
})

describe('json', () => {
  test('is the data as it is, without the text for people', () => {
    const [problem] = JSON.parse(formatCheckJson(hostileReport)).problems
    const { frame: _, ...data } = aProblem({ message: hostile, hint: hostile, rule: hostile, path: `${hostile}.yml` })
    assert.deepEqual(problem, data)
  })
})

describe('github', () => {
  test('is one workflow command a problem', () => {
    const lines = formatCheckGithub(
      aCheckReport(
        aProblem({ hint: 'Do that.' }),
        aProblem({ severity: 'warning', code: 'W-ID', endLine: 4, message: '100%' }),
      ),
    )
    assert.equal(
      lines,
      '::error file=rules/a.yml,line=3,endLine=3,col=5,endColumn=8,title=E-REGEX::a message. Do that.\n' +
        '::warning file=rules/a.yml,line=3,endLine=4,title=W-ID::100%25\n',
    )
  })

  test('errors come first, then the first warning of each code', () => {
    const warning = (code: 'W-ID' | 'W-TAG', line: number) => aProblem({ code, severity: 'warning', line })
    const report = aCheckReport(warning('W-ID', 1), warning('W-ID', 2), warning('W-TAG', 3), aProblem({ line: 4 }))
    assert.deepEqual(
      [...formatCheckGithub(report).matchAll(/,line=(\d)/g)].map(([, line]) => line),
      ['4', '1', '3', '2'],
    )
  })

  test('a path or message can add no command, property or line', () => {
    const text = formatCheckGithub(hostileReport)
    assert.equal(text.split('\n').length, 2)
    const [, properties = '', said = ''] = /^::error (.*?)::(.*)\n$/.exec(text) ?? []
    assert.deepEqual(
      properties.split(',').map((each) => each.split('=')[0]),
      ['file', 'line', 'endLine', 'col', 'endColumn', 'title'],
    )
    assert.ok(!properties.includes(':'))
    assert.ok(said.includes('%250A'))
  })
})

describe('sarif', () => {
  const log = (report: CheckReport) => JSON.parse(formatCheckSarif(report))

  test('has a rule for each code and a result with its region and fingerprint for each problem', () => {
    const { version, $schema, runs } = log(
      aCheckReport(aProblem({ hint: 'Do that.' }), aProblem({ code: 'W-ID', severity: 'warning' })),
    )
    assert.equal(version, '2.1.0')
    assert.match($schema, /sarif-2\.1\.0\.json$/)
    const [run] = runs
    assert.equal(run.columnKind, 'utf16CodeUnits')
    assert.equal(run.tool.driver.semanticVersion, '1.2.3')
    assert.deepEqual(run.tool.driver.rules[0], {
      id: 'E-REGEX',
      shortDescription: { text: 'bad expression' },
      help: { text: 'write it well' },
      defaultConfiguration: { level: 'error' },
    })
    assert.deepEqual(run.results[0], {
      ruleId: 'E-REGEX',
      level: 'error',
      message: { text: 'a message. Do that.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'rules/a.yml' },
            region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
          },
        },
      ],
      partialFingerprints: { 'sigmaproofProblem/v1': '0123' },
      properties: { title: 'A rule' },
      ruleIndex: 0,
      suppressions: [],
    })
    assert.deepEqual([run.results[1].level, run.results[1].ruleIndex], ['warning', 1])
  })

  test('what is suppressed is a result with who says so and why', () => {
    const report = {
      ...aCheckReport(),
      suppressed: [
        aSuppressedProblem({ by: 'comment', reason: 'as meant', path: 'rules/a.yml', line: 4 }),
        aSuppressedProblem({ by: 'configuration', reason: '[see](http://evil)', path: 'sigmaproof.yml', line: 2 }),
        aSuppressedProblem({ by: 'baseline', reason: 'stands in old.json', path: null, line: null }),
      ],
    }
    const at = (uri: string, startLine: number) => ({
      physicalLocation: { artifactLocation: { uri }, region: { startLine } },
    })
    assert.deepEqual(
      log(report).runs[0].results.map(({ suppressions }: { suppressions: unknown }) => suppressions),
      [
        [{ kind: 'inSource', justification: 'as meant', location: at('rules/a.yml', 4) }],
        [{ kind: 'external', justification: '[see] (http://evil)', location: at('sigmaproof.yml', 2) }],
        [{ kind: 'external', justification: 'stands in old.json' }],
      ],
    )
  })

  test('a path is a relative URI, a message holds no link', () => {
    const [result] = log(hostileReport).runs[0].results
    assert.doesNotMatch(result.message.text, /\]\(/)
    assert.match(result.locations[0].physicalLocation.artifactLocation.uri, /^[A-Za-z0-9%._~()!*'/-]+$/)
    const [windows] = log(aCheckReport(aProblem({ path: '../a b/ü#1.yml' }))).runs[0].results
    assert.equal(windows.locations[0].physicalLocation.artifactLocation.uri, '../a%20b/%C3%BC%231.yml')
  })
})
