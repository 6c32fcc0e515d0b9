import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ruleText } from '../report-factory.ts'
import { schemaFaults } from '../schema.ts'

const repository = fileURLToPath(new URL('../../..', import.meta.url))
const cucumber = join(
  dirname(createRequire(import.meta.url).resolve('@cucumber/cucumber/package.json')),
  'bin',
  'cucumber.js',
)
const formatter = pathToFileURL(join(repository, 'reports', 'formatters', 'cucumber-formatter.ts')).href

const base = realpathSync(mkdtempSync(join(tmpdir(), 'sigmaproof-formatter-')))
after(() => rmSync(base, { recursive: true, force: true }))

const feature = `Feature: Night printer login

  Background:
    Given the rule "Night Printer Login"

  Scenario: A printer is reached
    Given a matching event
    When its DestinationPort is 9100
    Then the rule fires

  Scenario Outline: Port <port> is no printer
    Given a matching event
    When its DestinationPort is <port>
    Then the rule is silent because DestinationPort does not match

    Examples:
      | port |
      | 22   |
      | 80   |
`

const gap = `
  @known-gap
  Scenario: The spooler is left alone
    Given a matching event
    When its Image is "C:\\Windows\\System32\\spoolsv.exe"
    Then the rule fires
`

interface Outcome {
  readonly code: number
  readonly output: string
  readonly table: string
  /** The report's text without what may differ between two runs; null when none was written. */
  readonly report: string | null
  readonly page: boolean
}

let projects = 0
/** Files of a project are older than the run. */
const longAgo = new Date(2020, 1, 1)

/** Runs plain cucumber-js over a project of these files. */
async function run(files: Readonly<Record<string, string>>, ...argv: readonly string[]): Promise<Outcome> {
  const root = join(base, `project-${projects++}`)
  const settings = { rules: ['rules'], out: 'out' }
  const configuration = {
    import: [relative(root, join(repository, 'steps', 'index.ts')).replaceAll('\\', '/')],
    format: [
      ['json', 'out/cucumber.json'],
      [formatter, 'out/summary.txt'],
    ],
    formatOptions: { sigmaproof: settings },
    worldParameters: { sigmaproof: settings },
  }
  const all = { 'cucumber.json': JSON.stringify({ default: configuration }), ...files }
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    utimesSync(join(root, path), longAgo, longAgo)
  }
  const { code, output } = await new Promise<{ readonly code: number; readonly output: string }>((resolve) => {
    execFile(process.execPath, [cucumber, ...argv], { cwd: root }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr }),
    )
  })
  const read = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null)
  const report = read('out/report.json')
  if (report !== null) assert.deepEqual(schemaFaults(JSON.parse(report)), [])
  assert.doesNotThrow(() => JSON.parse(read('out/cucumber.json') ?? ''), output)
  return {
    code,
    output,
    table: read('out/summary.txt') ?? '',
    report: report === null ? null : report.slice(0, report.indexOf('\n"run":')),
    page: existsSync(join(root, 'out/html/index.html')),
  }
}

const project = {
  'rules/night.yml': ruleText,
  'features/a.feature': feature,
  'features/b.feature': feature.replace('printer login', 'again'),
}

/** With what another formatter wrote in a run before, which makes no folder foreign. */
const plain = run({ ...project, 'out/cucumber.json': 'of a run before' })

test('a plain run is green and leaves the table, the report and the page', async () => {
  const { code, table, report, page, output } = await plain
  assert.equal(code, 0, output)
  assert.match(table, /Night Printer Login/)
  assert.match(table, /6 scenarios: 6 passed/)
  assert.ok(page)
  assert.match(report ?? '', /"uncovered"/)
})

test('order, workers and retries change nothing outside run', async () => {
  const runs = await Promise.all([
    plain,
    run(project, '--order', 'random:11'),
    run(project, '--parallel', '2'),
    run(project, '--retry', '1'),
  ])
  const [first] = runs
  for (const { code, report, output } of runs) {
    assert.equal(code, 0, output)
    assert.equal(report, first?.report)
  }
})

test('a rule that cannot be read makes the run red, and the others are reported', async () => {
  const broken = ruleText.replace('Night', 'Day').replace('selection and', 'selction and')
  const { code, table, report } = await run({ ...project, 'rules/day.yml': broken })
  assert.equal(code, 1)
  assert.match(table, /cannot be read .*rules\/day\.yml:15/s)
  assert.match(report ?? '', /"rules\/day\.yml"/)
})

test('an open gap leaves the run green, a closed one makes it red; both are listed', async () => {
  const open = await run({ ...project, 'features/a.feature': feature + gap })
  assert.equal(open.code, 0, open.output)
  assert.match(open.table, /known gap +The spooler is left alone/)
  const unfiltered = ruleText.replace("'\\spoolsv.exe'", "'\\other.exe'")
  const closed = await run({ ...project, 'rules/night.yml': unfiltered, 'features/a.feature': feature + gap })
  assert.equal(closed.code, 1)
  assert.match(closed.table, /gap closed +The spooler is left alone/)
})

test('without rules there is no report, the reason is told, and the run is red', async () => {
  const { code, table, report, page } = await run({ 'features/a.feature': feature })
  assert.equal(code, 1)
  assert.match(table, /sigmaproof wrote no report:\n"rules" does not exist/)
  assert.equal(report, null)
  assert.ok(!page)
})

test("in somebody else's folder it writes nothing of its own, says so, and the run is red", async () => {
  const { code, table, report, page } = await run({ ...project, 'out/notes.txt': 'mine' })
  assert.equal(code, 1)
  assert.match(table, /sigmaproof wrote no report:\n"out" holds what sigmaproof did not write, such as "notes\.txt"/)
  assert.equal(report, null)
  assert.ok(!page)
})
