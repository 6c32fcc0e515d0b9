import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { observationMediaType, observationText } from '../../../measures/index.ts'
import { suggestionReports } from '../../../reports/assembly/suggestion-reports.ts'
import { assembleReport, formatHtml, formatSuggestions, formatTerminal, type Report } from '../../../reports/index.ts'
import { buildRuleSet, readRules, sourceOf } from '../../../sigma/index.ts'
import { observationOf } from '../../measures/correlation/correlation-coverage.ts'
import { anEvent } from '../../measures/observation-factory.ts'
import { schemaFaults } from '../schema.ts'

const text = `title: Connection
name: connection
logsource: { product: windows, category: network_connection }
detection:
  selection:
    DestinationPort: 4444
  condition: selection
---
title: Start
name: start
logsource: { product: windows, category: process_creation }
detection:
  selection:
    Image: C:\\a.exe
  condition: selection
---
title: Many connections
correlation:
  type: event_count
  rules: connection
  group-by: User
  timespan: 1m
  condition:
    gte: 5
---
title: Start, then connection
correlation:
  type: temporal_ordered
  rules:
    - start
    - connection
  timespan: 1h
---
title: Start and connection
correlation:
  type: temporal
  rules:
    - start
    - connection
  timespan: 1h
`
const source = sourceOf('rules/a.yml', text)
const ruleSet = buildRuleSet([readRules(source)])
const [many] = ruleSet.correlations
assert.ok(many)

/** Five connections within a minute; nothing else was ever seen. */
const observation = observationOf(
  many,
  Array.from({ length: 5 }, (_, index) => ({
    ...anEvent({ DestinationPort: 4444, User: 'anna' }),
    time: index * 1_000,
  })),
  { kind: 'fires' },
)
const report: Report = assembleReport({
  ...ruleSet,
  sources: new Map([[source.path, source]]),
  run: {
    scenarios: [
      {
        uri: observation.scenario.uri,
        line: observation.scenario.line,
        feature: 'A',
        name: 'A',
        tags: [],
        status: 'passed',
        ours: true,
        skipped: null,
        outline: null,
        steps: [],
        attached: [{ mediaType: observationMediaType, body: observationText(observation) }],
      },
    ],
    hasFailedHook: false,
    success: true,
    run: { started: null, finished: null, versions: {}, scenarios: [] },
  },
  seed: 's',
  thresholds: [{ measure: 'values', path: null, files: null, wanted: 100 }],
  suggest: ({ rules }) => suggestionReports([...ruleSet.rules, ...ruleSet.correlations], rules, 's').reports,
})

describe('the points of a correlation in a report', () => {
  test('keep to its schema, and are summed up by measure', () => {
    assert.deepEqual(schemaFaults(report), [])
    assert.deepEqual(
      report.rules.filter(({ kind }) => kind === 'correlation').map(({ coverage }) => coverage),
      [
        [
          [1, 2],
          [0, 0],
          [1, 5],
          [0, 0],
        ],
        [
          [0, 2],
          [0, 4],
          [0, 2],
          [0, 0],
        ],
        [
          [0, 2],
          [0, 3],
          [0, 2],
          [0, 0],
        ],
      ].map((ratios) => {
        const [outcomes, detections, values, mcdc] = ratios.map(([covered = 0, total = 0]) => ({
          covered,
          read: covered,
          total,
        }))
        return { outcomes, detections, values, mcdc }
      }),
    )
  })

  test('are told in words where nothing covers them, each at its line', () => {
    const said = report.findings.flatMap((finding) =>
      finding.kind === 'uncovered' && finding.line > 16 && !finding.point.startsWith('outcomes/')
        ? [`${finding.line}: ${finding.text}`]
        : [],
    )
    assert.deepEqual(said, [
      '21: User was never seen to keep two groups apart',
      '22: the timespan 1m was never used up to its last second',
      '22: the timespan 1m was never exceeded by a second',
      '24: the threshold gte 5 was never just missed',
      '28: the order of the rules was never seen to be kept',
      '28: the order of the rules was never seen to be broken',
      '30: the rule start was never seen to be needed',
      '31: the rule connection was never seen to be needed',
      '32: the timespan 1h was never used up to its last second',
      '32: the timespan 1h was never exceeded by a second',
      '36: the rules were never seen to fire it in another order than listed',
      '38: the rule start was never seen to be needed',
      '39: the rule connection was never seen to be needed',
      '40: the timespan 1h was never used up to its last second',
      '40: the timespan 1h was never exceeded by a second',
    ])
  })

  test('are what a missed threshold asks for next, in the order written', () => {
    const next = report.next.find(({ rule }) => rule === many.key)
    assert.deepEqual(next?.points, [
      { point: 'values/group-by/User/apart', distance: null },
      { point: 'values/timespan/1m/inside', distance: null },
      { point: 'values/timespan/1m/outside', distance: null },
      { point: 'values/condition/gte/5/missed', distance: null },
    ])
    const terminal = formatTerminal(report, { columns: 200, colour: false })
    assert.match(terminal, /To cover next[\s\S]* the threshold gte 5 was never just missed rules\/a\.yml:24\n/)
  })

  test('get no suggestion, and that is said on every way out', () => {
    const own = report.suggestions.find(({ rule }) => rule === many.key)
    assert.deepEqual(own?.scenarios, [])
    assert.deepEqual(
      own?.open.map(({ point }) => point),
      [
        'outcomes/silent',
        'values/group-by/User/apart',
        'values/timespan/1m/inside',
        'values/timespan/1m/outside',
        'values/condition/gte/5/missed',
      ],
    )
    const because = 'no solver makes timelines: its scenario is yours to write'
    const printed = formatSuggestions(report)
    assert.ok(printed.includes(`  # no scenario covers values/condition/gte/5/missed: ${because}\n`), printed)
    assert.match(printed, / suggested for 2 rules\n$/)
    assert.ok(formatHtml(report).includes(`<li><code>values/condition/gte/5/missed</code> ${because}</li>`))
  })

  test('stand in the page beside the text, and each in a table', () => {
    const page = formatHtml(report)
    assert.match(page, /title="never seen: gte 5 just missed"/)
    assert.match(page, /<span class="seen">1 met<\/span> <span class="zero">0 missed<\/span>/)
    for (const [words, count] of [
      ['the rule fires', '1'],
      ['the rule is silent', '✗ 0'],
      ['User keeping two groups apart', '✗ 0'],
      ['1m used up to its last second', '✗ 0'],
      ['1m exceeded by a second', '✗ 0'],
      ['gte 5 just met', '1'],
      ['gte 5 just missed', '✗ 0'],
      ['start needed', '✗ 0'],
      ['order kept', '✗ 0'],
      ['order broken', '✗ 0'],
      ['fires in another order than listed', '✗ 0'],
    ]) {
      assert.match(page, new RegExp(`<tr><td><a href="#[^"]+">${words}</a></td><td class="[^>]*>${count}</td></tr>`))
    }
  })
})
