import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { Ajv } from 'ajv'
import { suggestionFor } from '../../../authoring/index.ts'
import { judgeMutants, suiteOf } from '../../../measures/index.ts'
import { lineDiff } from '../../../reports/formats/mutation/line-diff.ts'
import {
  assembleMutation,
  formatMutationHtml,
  formatMutationTerminal,
  type MutationReport,
  mutationDocument,
} from '../../../reports/index.ts'
import { buildRuleSet, type Rule, readRules, sourceOf } from '../../../sigma/index.ts'
import { anEvent, anObservation } from '../../measures/observation-factory.ts'

const require = createRequire(import.meta.url)
const schema = JSON.parse(
  readFileSync(require.resolve('mutation-testing-report-schema/mutation-testing-report-schema.json'), 'utf8'),
)
const validate = new Ajv({ strict: false }).compile(schema)

const terminal = { columns: 100, colour: false, folder: 'out/mutation' }

const hostile = '</script><script>alert(1)</script><!-- \u001b[31m\u202e'

test('the document keeps to the public schema, with every state, and a scenario for each survivor', () => {
  const document = JSON.parse(JSON.stringify(mutationDocument(aReport('Sample'), '1.2.3')))
  const isValid: boolean = validate(document)
  assert.ok(isValid, JSON.stringify(validate.errors))
  const { mutants, source, language } = document.files['rules/sample.yml']
  assert.equal(language, 'yaml')
  const statuses = new Set(mutants.map(({ status }: { readonly status: string }) => status))
  assert.deepEqual([...statuses].sort(), ['CompileError', 'Ignored', 'Killed', 'NoCoverage', 'Survived'].sort())
  const ids: readonly string[] = mutants.map(({ id }: { readonly id: string }) => id)
  assert.equal(new Set(ids).size, ids.length)
  const { tests, source: feature } = document.testFiles['features/sample.feature']
  assert.equal(feature, featureText)
  assert.deepEqual(tests, [{ id: '1', name: 'Sample', location: { start: { line: 3, column: 1 } } }])
  for (const { status, killedBy, coveredBy, statusReason, location } of mutants) {
    assert.deepEqual(killedBy, status === 'Killed' ? ['1'] : undefined)
    const isAsked = ['Killed', 'Survived', 'Ignored'].includes(status)
    assert.deepEqual(coveredBy, isAsked ? ['1'] : undefined)
    if (status === 'Survived')
      assert.match(statusReason, /this scenario kills it:[\s\S]*Scenario: [\s\S]*Then the rule /)
    const { start, end } = location
    assert.ok(start.line < end.line || start.column < end.column)
    assert.ok(source.split('\n').length >= end.line)
  }
})

test('the page runs nothing that a rule wrote, and asks the network for nothing', () => {
  const html = formatMutationHtml(aReport(hostile), '1.2.3', 'const end = "</script>"; const open = "<!--"')
  assert.equal(html.match(/<\/script>/g)?.length, html.match(/<script\b/g)?.length)
  assert.equal(html.match(/<script\b/g)?.length, 3)
  assert.ok(!html.includes('<!--') && !html.includes('\u001b') && !html.includes('\u202e'))
  assert.ok(!/(?:src|href)="?https?:/.test(html))
  assert.match(html, /default-src 'none'/)
})

test('the terminal shows a row for each rule, survivors as diffs, what kills them, and the score', () => {
  const text = formatMutationTerminal(aReport('Sample'), terminal)
  assert.match(text, /│ Sample +│/)
  assert.match(text, / {2}a field dropped: \d\n[\s\S]* {4}rules\/sample\.yml:8\n {6}- {9}DestinationPort: 443\n/)
  assert.match(text, /These kill (?:some of )?them:/)
  assert.match(text, /mutation score \d+ % \(\d+\/\d+\) · over covered mutants \d+ %/)
  assert.ok(!formatMutationTerminal(aReport(hostile), terminal).includes('\u001b'))
})

test('a filter document stands among the rules as what it is, its scenarios with the rule that they are about', () => {
  const report = aReport('Sample')
  const rules = report.rules.map((rule) => ({ ...rule, kind: 'filter', key: 'filters/f.yml' }) as const)
  const text = formatMutationTerminal({ ...report, rules }, terminal)
  assert.match(text, /│ Sample \(filter document\) +│/)
  assert.match(text, /"Sample" \(filter document\): \d+ mutants survived/)
  assert.match(text, /These kill (?:some of )?them, about the rule rules\/sample\.yml#1:/)
  assert.match(text, /0 rules, 2 filter documents · \d+ mutants/)
  const document = JSON.stringify(mutationDocument({ ...report, rules }, '1.2.3'))
  assert.match(document, /a field dropped in \\"Sample\\" \(filter document\)/)
  assert.match(document, /this scenario about rules\/sample\.yml#1 kills it/)
  assert.match(document, /no scenario is about a rule that it applies to/)
})

test('two documents of one title are told apart by their paths', () => {
  const { rules, ...report } = aReport('Second')
  const text = formatMutationTerminal({ ...report, rules }, terminal)
  for (const { key } of rules) assert.match(text, new RegExp(`│ Second +│[^\\n]*\\n│ ${key} `))
  assert.doesNotMatch(formatMutationTerminal(aReport('Sample'), terminal), /│ rules\//)
})

test('a score below the threshold is said', () => {
  const report = aReport('Sample')
  const strict = { ...report, thresholds: { ...report.thresholds, break: 100 } }
  assert.match(formatMutationTerminal(strict, terminal), /below the 100 %/)
  assert.doesNotMatch(formatMutationTerminal(report, terminal), /below the/)
})

test('a replacement is told in whole lines', () => {
  const text = 'one: 1\ntwo: 2\nthree: 3\n'
  const diff = (start: number, end: number, replacement: string) =>
    lineDiff(text, { path: 'x', start, end, line: 0, column: 0, endLine: 0, endColumn: 0, replacement })
  assert.deepEqual(diff(7, 14, ''), { removed: ['two: 2'], added: [] })
  assert.deepEqual(diff(12, 13, '9'), { removed: ['two: 2'], added: ['two: 9'] })
  assert.deepEqual(diff(5, 20, ''), { removed: ['one: 1', 'two: 2', 'three: 3'], added: ['one:  3'] })
  assert.deepEqual(diff(0, 0, '#'), { removed: ['one: 1'], added: ['#one: 1'] })
})

const featureText = 'Feature: Sample\n\n  Scenario: Sample\n'

test('a test has no place where the text of its feature is not known', () => {
  const report = { ...aReport('Sample'), features: new Map() }
  const document = JSON.parse(JSON.stringify(mutationDocument(report, '1.2.3')))
  const isValid: boolean = validate(document)
  assert.ok(isValid)
  const tests = [{ id: '1', name: 'Sample' }]
  assert.deepEqual(document.testFiles, { 'features/sample.feature': { tests } })
})

/** A report in which mutants came to every state. */
const reports = new Map<string, MutationReport>()

/** A report with mutants of every state, of two rules, the first of which has this title. */
function aReport(title: string): MutationReport {
  const known = reports.get(title) ?? judgedReport(title)
  reports.set(title, known)
  return known
}

function judgedReport(title: string): MutationReport {
  const { rule, other } = rulesTitled(title)
  const observation = anObservation(rule, { kind: 'fires' }, [
    anEvent({ Image: 'C:\\a.exe', DestinationPort: 443, Initiated: 'true', User: 'x y' }),
  ])
  const scenario = {
    uri: 'features/sample.feature',
    line: 3,
    name: 'Sample',
    observations: [observation],
    statements: [],
  }
  const suite = suiteOf(buildRuleSet([readRules(rule.source)]), [scenario])
  const judged = [rule, other].map((each) => ({
    subject: each,
    coveredBy: suite.concernedBy(suite.judgedBy(each)),
    results: [...judgeMutants(suite, each, { seed: 'sigmaproof', placeholders: {}, suggest: suggestionFor })],
  }))
  return assembleMutation(judged, [scenario], new Map([[scenario.uri, featureText]]), {
    high: 80,
    low: 60,
    break: null,
    unreadCounts: false,
  })
}

function rulesTitled(title: string): { readonly rule: Rule; readonly other: Rule } {
  const text = `title: ${JSON.stringify(title)}
logsource:
    category: network_connection
    product: windows
detection:
    selection:
        Image|endswith: '\\a.exe'
        DestinationPort: 443
        Initiated: 'true'
        User|contains|all:
            - x
            - y
        User|contains: ' '
    condition: selection
---
title: Second
logsource:
    category: network_connection
    product: windows
detection:
    selection:
        Image: b
    condition: selection
`
  const { rules, problems } = readRules(sourceOf('rules/sample.yml', text))
  const [rule, other] = rules
  assert.ok(rule !== undefined && other !== undefined, JSON.stringify(problems))
  return { rule, other }
}
