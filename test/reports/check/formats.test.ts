import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  type CheckReport,
  formatCheckGithub,
  formatCheckJson,
  formatCheckSarif,
  formatCheckText,
} from '../../../reports/index.ts'
import { aCheckReport, aProblem, hostile } from './check-report-factory.ts'

const hostileReport = aCheckReport(aProblem({ message: hostile, hint: hostile, rule: hostile, path: `${hostile}.yml` }))

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there.
const acting = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]|[\u{E0000}-\u{E007F}]/u

const formats: Readonly<Record<string, (report: CheckReport) => string>> = {
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
  test('ends in the counts, with a row for each code that was raised', () => {
    assert.equal(
      formatCheckText(aCheckReport(aProblem({ shown: 'one\n  | ^' }), aProblem({ shown: 'two' }))),
      'one\n  | ^\n\ntwo\n\n2 rules read and 1 rejected in 1 file: 1 error, 1 warning.\n  2  E-REGEX  bad expression\n',
    )
  })
})

describe('a note', () => {
  const noted = aCheckReport(aProblem({ severity: 'note', code: 'W-ID' }))

  test('is counted beside errors and warnings, where there is one', () => {
    const counts = { ...noted.counts, errors: 0, warnings: 0, notes: 2 }
    assert.match(formatCheckText({ ...noted, counts }), /: no problem, 2 notes\.\n/)
    assert.match(
      formatCheckText({ ...noted, counts: { ...counts, warnings: 1 } }),
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
    const { shown: _, ...data } = aProblem({ message: hostile, hint: hostile, rule: hostile, path: `${hostile}.yml` })
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
    })
    assert.deepEqual([run.results[1].level, run.results[1].ruleIndex], ['warning', 1])
  })

  test('a path is a relative URI, a message holds no link', () => {
    const [result] = log(hostileReport).runs[0].results
    assert.doesNotMatch(result.message.text, /\]\(/)
    assert.match(result.locations[0].physicalLocation.artifactLocation.uri, /^[A-Za-z0-9%._~()!*'/-]+$/)
    const [windows] = log(aCheckReport(aProblem({ path: '../a b/ü#1.yml' }))).runs[0].results
    assert.equal(windows.locations[0].physicalLocation.artifactLocation.uri, '../a%20b/%C3%BC%231.yml')
  })
})
