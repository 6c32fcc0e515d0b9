import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { checkReportOf } from '../../../reports/check/check-report-of.ts'
import { buildRuleSet, readRules, sourceOf } from '../../../sigma/index.ts'
import { toldRules } from '../../../sources/index.ts'
import { curlRule, withId } from '../../cli/temporary-project.ts'

function reportOf(texts: Readonly<Record<string, string>>): ReturnType<typeof checkReportOf> {
  const sources = Object.entries(texts).map(([path, text]) => sourceOf(path, text))
  const ruleSet = buildRuleSet(sources.map((source) => readRules(source)))
  const loaded = { ...ruleSet, sources: new Map(sources.map((source) => [source.path, source])) }
  const told = toldRules(loaded, { root: process.cwd(), ignore: [] }, true)
  return checkReportOf(told, { version: '1.0.0', compared: null, columns: 80 })
}

function fingerprintsOf(text: string): readonly string[] {
  return reportOf({ 'rules/a.yml': text }).problems.map(({ fingerprint }) => fingerprint)
}

const suppressed = { comment: 0, configuration: 0, baseline: 0 }

const broken = curlRule.replace('selection and', 'selction and')

describe('a report of what was read', () => {
  test('places a problem by line and column, from 1', () => {
    const [problem] = reportOf({ 'rules/a.yml': broken }).problems
    assert.deepEqual(
      [problem?.path, problem?.line, problem?.column, problem?.endLine, problem?.endColumn],
      ['rules/a.yml', 13, 16, 13, 24],
    )
  })

  test('counts documents, not files, and a file that is no YAML once', () => {
    const { counts } = reportOf({
      'rules/a.yml': [broken, withId(curlRule, 12), withId(broken.replace('level: low', 'sigma-version: 3'), 13)].join(
        '---\n',
      ),
      'rules/b.yml': 'title: [\n',
      'rules/c.yml': '- no rule\n',
      'rules/d.yml': withId(curlRule, 14),
    })
    assert.deepEqual(counts, { files: 4, rules: 2, rejected: 4, errors: 5, warnings: 0, notes: 0, suppressed })
  })

  test('has every code, and how often it was raised', () => {
    const { codes } = reportOf({ 'rules/a.yml': broken, 'rules/b.yml': withId(broken, 12) })
    assert.deepEqual(
      codes.filter(({ count }) => count > 0).map(({ code, count }) => [code, count]),
      [['E-CONDITION-UNKNOWN', 2]],
    )
    assert.ok(codes.length > 50)
  })

  test('keeps fingerprints while lines above come and go, and no two are equal', () => {
    const twice = curlRule.replace('selection and not filter_main_updater', 'oops or oops or not oops')
    const before = fingerprintsOf(twice)
    assert.equal(new Set(before).size, 3)
    assert.deepEqual(fingerprintsOf(`# a comment\n\n${twice.replace('status: test', 'status: stable')}`), before)
    assert.notDeepEqual(fingerprintsOf(twice.replace('oops or', 'ouch or')), before)
  })

  test('counts correlation rules as rules', () => {
    const correlation =
      'title: C\ncorrelation:\n    type: event_count\n    rules: 6f9c3c5e-6f59-4c5d-8a75-8a1f0f3d7c11\n    timespan: 1m\n    condition: {gte: 2}\n'
    const { counts } = reportOf({ 'rules/a.yml': curlRule, 'rules/b.yml': correlation })
    assert.deepEqual(counts, { files: 2, rules: 2, rejected: 0, errors: 0, warnings: 0, notes: 0, suppressed })
  })
})
