import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Report } from '../../reports/index.ts'
import { type Outcome, temporaryProject } from './temporary-project.ts'

const rule = `title: Dump
logsource: {category: process_creation, product: windows}
detection:
  selection:
    CommandLine|contains: comsvcs
  condition: selection
`

const start = `Feature: Trial

  Scenario: Trial
    Given the rule "Dump"
`

const halved = String.raw`the cell \\fs1\a\comsvcs.dll is read as \fs1\a\comsvcs.dll, since a table makes one backslash of two; write \\\\fs1\\a\\comsvcs.dll`

const table = String.raw`${start}    And a process creation event with:
      | CommandLine | \\fs1\a\comsvcs.dll |
    Then the rule fires
`

const list = String.raw`${start}    And a matching event
    When its CommandLine is each of:
      | \\fs1\a\comsvcs.dll | "\\fs2\b\comsvcs.dll" |
    Then the rule fires
`

const rows = String.raw`${start}    And these process creation events:
      | User        | CommandLine          |
      | CONTOSO\\jo | é𝄞 \\fs1\comsvcs x\y |
    Then the rule fires
`

const outline = String.raw`Feature: Trial

  Scenario Outline: Trial
    Given the rule "Dump"
    And a matching event
    When its CommandLine is "<command>"
    Then the rule fires

    Examples:
      | command             |
      | \\fs1\a\comsvcs.dll |
      | \\\\fs1\\comsvcs    |
      | \\fs1\a\comsvcs.dll |
`

const quotes = String.raw`${start}    And a matching event
    When its CommandLine is "C:\\w\\comsvcs.dll"
    And its User is:
      """
      CONTOSO\\jo
      """
    And its Image has "D:\\w" instead of "C:"
    Then the rule fires
`

/** A feature, and what is said of each of its steps. */
const features: Readonly<Record<string, readonly [text: string, told: readonly string[]]>> = {
  table: [table, [`5 CommandLine: ${halved}`]],
  windows: [`\uFEFF${table.replaceAll('\n', '\r\n')}`, [`5 CommandLine: ${halved}`]],
  list: [
    list,
    [
      `6 CommandLine: ${halved}`,
      String.raw`6 CommandLine: the cell "\\fs2\b\comsvcs.dll" is read as "\fs2\b\comsvcs.dll", since a table makes one backslash of two; write "\\\\fs2\\b\\comsvcs.dll"`,
    ],
  ],
  rows: [
    rows,
    [
      String.raw`5 CommandLine: the cell é𝄞 \\fs1\comsvcs x\y is read as é𝄞 \fs1\comsvcs x\y, since a table makes one backslash of two; write é𝄞 \\\\fs1\\comsvcs x\\y`,
    ],
  ],
  outline: [outline, [`6 CommandLine: ${halved}`]],
  quotes: [
    quotes,
    [
      String.raw`6 CommandLine: C:\\w\\comsvcs.dll holds two backslashes in a row: quotes and doc strings take them as they stand; write C:\w\comsvcs.dll`,
      String.raw`7 User: CONTOSO\\jo holds two backslashes in a row: quotes and doc strings take them as they stand; write CONTOSO\jo`,
      String.raw`11 Image: D:\\w holds two backslashes in a row: quotes and doc strings take them as they stand; write D:\w`,
    ],
  ],
  right: [table.replace(String.raw`\\fs1\a\c`, String.raw`\\\\fs1\\a\\c`), []],
}

describe('a value whose backslashes are hardly meant so', () => {
  const project = temporaryProject({
    'rules/dump.yml': rule,
    ...Object.fromEntries(Object.entries(features).map(([name, [text]]) => [`features/${name}.feature`, text])),
  })
  let run: Outcome
  let report: Report
  before(async () => {
    run = await project.run('test')
    report = JSON.parse(project.read('out/report.json'))
  })

  for (const [name, [, told]] of Object.entries(features)) {
    test(`is told once, at the line of its step: ${name}`, () => {
      const found = report.findings.flatMap((each) =>
        each.kind === 'misread' && each.path === `features/${name}.feature` ? [`${each.line} ${each.text}`] : [],
      )
      assert.deepEqual(found, told)
    })
  }

  test('is told on the terminal and in the log, and fails nothing', () => {
    assert.equal(run.code, 0, run.stderr)
    assert.match(run.stdout, /^ {2}misread +CommandLine: the cell \\\\fs1\\a\\comsvcs\.dll is read as/m)
    assert.match(project.read('out/messages.ndjson'), /misread \(line 5\): CommandLine: the cell/)
  })

  test('is an error in strict mode', async () => {
    const { code, stderr } = await project.run('test', '--strict', 'features/table.feature')
    assert.equal(code, 1)
    assert.match(stderr, /misread \(line 5\): CommandLine: the cell .* write \\{4}fs1.*\(strict mode\)/)
  })
})
