import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Observation,
  ObservationError,
  type ObservedEvent,
  observationMediaType,
  observationText,
  type Statement,
  statementMediaType,
  statementText,
} from '../../../measures/index.ts'
import { assembleReport, type CollectedScenario, formatJson, type Report } from '../../../reports/index.ts'
import { type Expectation, meaningOfAll, readRules, sourceOf } from '../../../sigma/index.ts'
import { fc } from '../../fast-check.ts'
import { anEvent, anObservation } from '../../measures/observation-factory.ts'
import { ruleText } from '../report-factory.ts'
import { schemaFaults } from '../schema.ts'

const good = sourceOf('rules/good.yml', ruleText)
const broken = sourceOf('rules/broken.yml', ruleText.replace('selection and', 'selction and'))
const unused = sourceOf('rules/several.yml', `${ruleText}---\n${ruleText.replace('Night', 'Day')}`)
const readings = [good, broken, unused].map((source) => readRules(source))
const rules = readings.flatMap((reading) => reading.rules)
const problems = readings.flatMap((reading) => reading.problems)
const sources = new Map([good, broken, unused].map((source) => [source.path, source]))

const match = { DestinationPort: 9100, Initiated: 'true', Image: 'C:\\a.exe' }

function scenario(
  line: number,
  expected: Expectation,
  events: readonly ObservedEvent[],
  changes: Partial<CollectedScenario> & { readonly knownGap?: Observation['knownGap'] } = {},
): CollectedScenario {
  const [rule] = rules
  assert.ok(rule)
  const { knownGap = null, ...rest } = changes
  const place = { uri: 'features/a.feature', name: `S${line}`, line, stepLine: line + 2, stepText: 'the rule fires' }
  const body = observationText(anObservation(rule, expected, events, { scenario: place, knownGap }))
  return {
    uri: place.uri,
    line,
    feature: 'A',
    name: place.name,
    tags: knownGap === null ? [] : ['@known-gap'],
    status: 'passed',
    ours: true,
    skipped: null,
    outline: null,
    steps: [],
    attached: [{ mediaType: observationMediaType, body }],
    ...rest,
  }
}

const breach = { fact: 'f', field: 'Image', message: 'm' }
const scenarios = [
  scenario(3, { kind: 'fires' }, [anEvent(match)]),
  scenario(9, { kind: 'silent' }, [anEvent({ ...match, DestinationPort: 1, Initiated: 'false' })]),
  scenario(15, { kind: 'fires' }, [{ ...anEvent({ ...match, Image: 'C:\\spoolsv.exe' }), breaches: [breach] }], {
    knownGap: 'open',
    outline: { line: 12, name: 'In <city>', row: [{ name: 'city', value: 'Oslo' }] },
  }),
  scenario(16, { kind: 'fires' }, [anEvent({ ...match, Image: 'D:\\spoolsv.exe' })], {
    knownGap: 'open',
    outline: { line: 12, name: 'In <city>', row: [{ name: 'city', value: 'Bergen' }] },
  }),
  scenario(20, { kind: 'fires' }, [anEvent(match)], { knownGap: 'closed', status: 'failed' }),
  scenario(30, { kind: 'fires' }, [anEvent(match)], { status: 'failed' }),
]

const run = { started: null, finished: null, versions: {}, scenarios: [] }
const whole = { hasFailedHook: false, success: true, run }

function assembled(collected: readonly CollectedScenario[] = scenarios): Report {
  return assembleReport({
    rules,
    correlations: [],
    problems,
    sources,
    run: { scenarios: collected, ...whole },
    seed: 's',
  })
}

test('the report keeps to its published schema', () => {
  assert.deepEqual(schemaFaults(assembled()), [])
})

test('verdicts count the events of counted observations only', () => {
  assert.deepEqual(assembled().rules[0]?.verdicts, {
    fires: 1,
    suppressed: 0,
    missed: 0,
    wrongLogSource: 0,
    filters: [{ name: 'filter_main_spooler', suppressed: 0, alone: 0 }],
  })
})

/** A scenario whose only Then is about all rules, or claims something of one. */
function speaking(line: number, body: string, status: CollectedScenario['status']): CollectedScenario {
  const attached = [{ mediaType: statementMediaType, body }]
  return scenario(line, { kind: 'fires' }, [anEvent(match)], { status, knownGap: 'open', attached })
}

function meaningIn(key: string): string {
  return rules.find((rule) => rule.key === key)?.meaning ?? ''
}

function place(line: number): Statement['scenario'] {
  return { uri: 'features/a.feature', name: `S${line}`, line, stepLine: line + 2, stepText: 'no rule fires' }
}

test('what is said of all rules, or claimed of one, leaves known gaps and unrealistic events too', () => {
  const alarm: Statement = {
    version: 1,
    meaning: meaningOfAll({ rules, correlations: [] }),
    kind: 'alarm',
    knownGap: true,
    isSo: false,
    scenario: place(40),
    rules: [],
    recipe: { seed: 's', steps: [] },
    events: { kind: 'whole', events: [{ ...anEvent({ ...match, Image: 'odd' }), breaches: [breach] }] },
  }
  const claim: Statement = {
    version: 1,
    meaning: meaningIn('rules/good.yml'),
    kind: 'claim',
    knownGap: true,
    isSo: true,
    scenario: place(50),
    rule: 'rules/good.yml',
    claim: { kind: 'does-not-need', part: 'Image' },
    seed: 's',
  }
  const said = [speaking(40, statementText(alarm), 'passed'), speaking(50, statementText(claim), 'failed')]
  const report = assembleReport({
    rules,
    correlations: [],
    problems,
    sources,
    run: { scenarios: said, ...whole },
    seed: 's',
  })
  assert.deepEqual(schemaFaults(report), [])
  assert.deepEqual(
    report.scenarios.map(({ line, knownGap }) => [line, knownGap]),
    [
      [40, 'open'],
      [50, 'closed'],
    ],
  )
  const told = report.findings.flatMap((finding) =>
    finding.kind === 'known-gap' || finding.kind === 'closed-gap' || finding.kind === 'unrealistic'
      ? [[finding.kind, finding.line, finding.rules]]
      : [],
  )
  assert.deepEqual(told, [
    ['closed-gap', 50, ['rules/good.yml']],
    ['unrealistic', 40, []],
    ['known-gap', 40, []],
  ])
  const [event] = report.events
  assert.deepEqual([event?.fields.Image, event?.breaches], ['odd', [breach]])
  assert.equal(report.totals.unrealistic, 1)
  assert.ok(report.rules.every(({ points }) => points.every(({ observations }) => observations.length === 0)))
})

test('a statement that stands elsewhere is refused', () => {
  const claim: Statement = {
    version: 1,
    meaning: meaningIn('rules/good.yml'),
    kind: 'claim',
    knownGap: false,
    isSo: true,
    scenario: place(50),
    rule: 'rules/good.yml',
    claim: { kind: 'does-not-need', part: 'Image' },
    seed: 's',
  }
  const scenarios = [speaking(51, statementText(claim), 'passed')]
  const parts = { rules, correlations: [], problems, sources, seed: 's' }
  assert.throws(() => assembleReport({ ...parts, run: { scenarios, ...whole } }), ObservationError)
})

test('a statement about rules that have changed since is refused', () => {
  const common = { version: 1, meaning: 'of old', knownGap: false, isSo: true, scenario: place(50) } as const
  const claim: Statement = {
    ...common,
    kind: 'claim',
    rule: 'rules/good.yml',
    claim: { kind: 'does-not-need', part: 'Image' },
    seed: 's',
  }
  const alarm: Statement = {
    ...common,
    kind: 'alarm',
    rules: [],
    recipe: { seed: 's', steps: [] },
    events: { kind: 'whole', events: [anEvent(match)] },
  }
  const parts = { rules, correlations: [], problems, sources, seed: 's' }
  const refused: readonly (readonly [Statement, string])[] = [
    [claim, 'features/a.feature:50 judged another text of rules/good.yml than the one loaded; run its scenarios again'],
    [alarm, 'features/a.feature:50 speaks of all rules, and some have changed since; run its scenarios again'],
  ]
  for (const [statement, message] of refused) {
    const scenarios = [speaking(50, statementText(statement), 'passed')]
    assert.throws(
      () => assembleReport({ ...parts, run: { scenarios, ...whole } }),
      (error) => error instanceof ObservationError && error.message === message,
    )
  }
})

test('a rule that cannot be read is listed with its problem, and the others go on', () => {
  const report = assembled()
  assert.deepEqual(
    report.rules.map((rule) => rule.key),
    ['rules/good.yml', 'rules/several.yml#1', 'rules/several.yml#2'],
  )
  assert.deepEqual(
    report.unreadable.map(({ path, titles }) => [path, titles]),
    [['rules/broken.yml', ['Night Printer Login']]],
  )
  const [first] = report.findings
  assert.ok(first?.kind === 'unreadable-rule' && first.line === 15, JSON.stringify(first))
})

test('a document of a file with several has its own text and the line it begins on', () => {
  const day = assembled().rules.find((rule) => rule.key === 'rules/several.yml#2')
  assert.equal(day?.text.split('\n')[0], 'title: Day Printer Login')
  assert.equal(day?.firstLine, ruleText.split('\n').length + 1)
  const value = day?.points.find((point) => point.kind === 'value' && point.written === '631')
  assert.equal(value?.place.line, (day?.firstLine ?? 0) + 10)
})

test('findings tell what is uncovered, vacuous, unrealistic, a gap, or without scenario', () => {
  const { findings } = assembled()
  const of = (kind: string) => findings.filter((finding) => finding.kind === kind)
  assert.deepEqual(of('known-gap'), [
    {
      kind: 'known-gap',
      path: 'features/a.feature',
      line: 12,
      name: 'In <city>',
      examples: ['Oslo', 'Bergen'],
      rules: ['rules/good.yml'],
    },
  ])
  assert.deepEqual(
    of('closed-gap').map(({ line }) => line),
    [20],
  )
  assert.deepEqual(
    of('failed-scenario').map(({ line }) => line),
    [30],
  )
  assert.deepEqual(
    of('rule-without-scenario').map(({ path, line }) => [path, line]),
    [
      ['rules/several.yml', 1],
      ['rules/several.yml', ruleText.split('\n').length + 1],
    ],
  )
  assert.deepEqual(
    of('vacuous').map(({ line }) => line),
    [11],
  )
  assert.equal(of('unrealistic').length, 1)
  assert.ok(of('uncovered').some((finding) => finding.path === 'rules/good.yml' && finding.line === 11))
})

test('each event stands once, under its hash, and observations refer to it', () => {
  const { events, observations } = assembled()
  const hashes = events.map((event) => event.hash)
  assert.deepEqual(hashes, [...new Set(hashes)].sort())
  assert.equal(events.length, 4)
  for (const event of observations.flatMap((each) => each.events.map((own) => own.event)))
    assert.ok(hashes.includes(event))
})

test('the order in which rules were read changes nothing', () => {
  const text = (report: Report) => [...formatJson(report)].join('')
  const wanted = text(assembled())
  fc.assert(
    fc.property(fc.shuffledSubarray(rules, { minLength: rules.length }), (shuffled) => {
      const parts = { correlations: [], problems, sources, run: { scenarios, ...whole }, seed: 's' }
      assert.equal(text(assembleReport({ ...parts, rules: shuffled })), wanted)
    }),
  )
})

test('an attachment of another scenario, or of a rule that has changed, is an error', () => {
  const moved = scenario(3, { kind: 'fires' }, [anEvent(match)], { line: 4 })
  assert.throws(() => assembled([moved]), ObservationError)
  const { body = '' } = scenarios[0]?.attached[0] ?? {}
  const stale = {
    ...scenario(3, { kind: 'fires' }, [anEvent(match)]),
    attached: [{ mediaType: observationMediaType, body: body.replace(/"meaning":"../, '"meaning":"zz') }],
  }
  assert.throws(() => assembled([stale]), ObservationError)
})

test('a known gap that is open in a scenario that fails elsewhere is a failed scenario, not a closed gap', () => {
  const failing = scenario(40, { kind: 'silent' }, [anEvent(match)], { knownGap: 'open', status: 'failed' })
  const report = assembled([failing])
  assert.equal(report.scenarios[0]?.knownGap, 'open')
  const kinds = report.findings.map(({ kind }) => kind)
  assert.ok(kinds.includes('failed-scenario'))
  assert.ok(!kinds.includes('closed-gap'))
})
