import type { PointReport, Report, RuleReport, ScenarioReport } from '../../reports/index.ts'

/** An invented rule; its lines are what the factory's points refer to. */
export const ruleText = `title: Night Printer Login
id: 6d0c7b53-29b3-4b5e-9b52-5e5ad8a5d1a1
author: Ada Example
logsource:
    category: network_connection
    product: windows
detection:
    selection:
        DestinationPort:
            - 9100 # raw printing
            - 631
        Initiated: 'true'
    filter_main_spooler:
        Image|endswith: '\\spoolsv.exe'
    condition: selection and not filter_main_spooler
level: medium
`

const key = 'rules/windows/night_printer_login.yml'

function place(text: string): PointReport['place'] {
  const start = ruleText.indexOf(text)
  const line = ruleText.slice(0, start).split('\n').length
  const column = start - ruleText.lastIndexOf('\n', start)
  const end = start + text.length
  return { path: key, start, end, line, column, endLine: line, endColumn: column + text.length }
}

function value(
  identifier: string,
  field: string,
  written: string,
  text: string,
  matched: readonly number[],
  unmatched: readonly number[],
): readonly PointReport[] {
  const leaf = `${identifier}/${field}/${written}`
  const base = {
    kind: 'value',
    measure: 'values',
    identifier,
    leaf,
    field,
    written,
    place: place(text),
    ofFilter: null,
    impossible: null,
    unknown: null,
    unread: false,
  } as const
  return [
    { ...base, id: `values/${leaf}/matched`, answer: 'matched', observations: matched },
    { ...base, id: `values/${leaf}/unmatched`, answer: 'unmatched', observations: unmatched },
  ]
}

function detection(
  identifier: string,
  answer: 'true' | 'false' | 'suppressing',
  observations: readonly number[],
): PointReport {
  const id = `detections/${identifier}/${answer}`
  return {
    kind: 'detection',
    measure: 'detections',
    id,
    identifier,
    answer,
    observations,
    ofFilter: null,
    impossible: null,
    unknown: null,
    unread: false,
    place: place(identifier),
  }
}

/** Covered, partly covered and uncovered lines, each at least once. */
export function aRule(changes: Partial<RuleReport> = {}): RuleReport {
  const condition = place('condition:')
  return {
    kind: 'detection',
    key,
    title: 'Night Printer Login',
    id: '6d0c7b53-29b3-4b5e-9b52-5e5ad8a5d1a1',
    author: 'Ada Example',
    license: null,
    level: 'medium',
    status: 'test',
    tags: ['attack.lateral-movement'],
    logsource: { category: 'network_connection', product: 'windows', service: null },
    correlation: null,
    meaning: 'a'.repeat(64),
    text: ruleText,
    firstLine: 1,
    identifiers: [
      { name: 'selection', role: 'selection', place: place('selection:') },
      { name: 'filter_main_spooler', role: 'filter', place: place('filter_main_spooler:') },
    ],
    points: [
      {
        kind: 'outcome',
        measure: 'outcomes',
        id: 'outcomes/fires',
        answer: 'fires',
        observations: [0],
        ofFilter: null,
        impossible: null,
        unknown: null,
        unread: false,
        place: condition,
      },
      {
        kind: 'outcome',
        measure: 'outcomes',
        id: 'outcomes/silent',
        answer: 'silent',
        observations: [1],
        ofFilter: null,
        impossible: null,
        unknown: null,
        unread: false,
        place: condition,
      },
      detection('selection', 'true', [0]),
      detection('selection', 'false', [1]),
      detection('filter_main_spooler', 'true', []),
      detection('filter_main_spooler', 'false', [0, 1]),
      detection('filter_main_spooler', 'suppressing', []),
      ...value('selection', 'DestinationPort', '9100', '9100', [0], [1]),
      ...value('selection', 'DestinationPort', '631', '631', [], [0, 1]),
      ...value('selection', 'Initiated', 'true', "Initiated: 'true'", [0, 1], []),
      ...value('filter_main_spooler', 'Image', '\\spoolsv.exe', "Image|endswith: '", [], []),
    ],
    coverage: {
      outcomes: { covered: 2, read: 2, total: 2 },
      detections: { covered: 3, read: 3, total: 5 },
      values: { covered: 4, read: 4, total: 8 },
      mcdc: { covered: 3, read: 3, total: 8 },
    },
    verdicts: {
      fires: 1,
      suppressed: 0,
      missed: 1,
      wrongLogSource: 0,
      filters: [{ name: 'filter_main_spooler', suppressed: 0, alone: 0 }],
    },
    problems: [],
    ...changes,
  }
}

const uri = 'features/rules/night_printer_login.feature'

/** A scenario that passed. */
export function aScenario(changes: Partial<ScenarioReport> = {}): ScenarioReport {
  return {
    uri,
    line: 4,
    feature: 'Night printer login',
    name: 'A printer is reached at night',
    tags: [],
    status: 'passed',
    ours: true,
    isRed: false,
    skipped: null,
    knownGap: null,
    outline: null,
    steps: [{ line: 5, text: 'a matching event', table: [] }],
    ...changes,
  }
}

/** A report of one rule, two scenarios and a finding of most kinds. */
export function aReport(changes: Partial<Report> = {}): Report {
  const [event, other] = ['0'.repeat(64), 'b'.repeat(64)]
  const observation = {
    kind: 'detection',
    rule: key,
    uri,
    held: true,
    knownGap: false,
    counted: true,
    circular: false,
    vacuous: false,
    recipe: { seed: 'sigmaproof', steps: [] },
  } as const
  const breach = { fact: 'ipv6-spelling', field: 'SourceIp', message: 'SourceIp ::1 is not spelled out' }
  return {
    version: 1,
    seed: 'sigmaproof',
    rules: [aRule()],
    unreadable: [],
    scenarios: [
      aScenario(),
      aScenario({
        line: 16,
        name: 'Night in Oslo',
        knownGap: 'open',
        outline: { line: 9, name: 'Night in <city>', row: [{ name: 'city', value: 'Oslo' }] },
      }),
    ],
    observations: [
      {
        ...observation,
        line: 4,
        step: { line: 6, text: 'the rule fires' },
        expected: { kind: 'fires' },
        events: [{ event, stated: 'every', verdict: { kind: 'fires' }, distance: 0 }],
      },
      {
        ...observation,
        line: 4,
        step: { line: 8, text: 'the rule is silent' },
        expected: { kind: 'silent' },
        vacuous: true,
        events: [
          {
            event: other,
            stated: ['DestinationPort', 'Initiated'],
            verdict: { kind: 'missed', identifiers: ['selection'], fields: ['DestinationPort', 'Initiated'] },
            distance: 2,
          },
        ],
      },
    ],
    statements: [],
    events: [
      { hash: event, fields: { EventID: 3, DestinationPort: 9100, Initiated: true }, breaches: [] },
      { hash: other, fields: { EventID: 3, SourceIp: '::1' }, breaches: [breach] },
    ],
    totals: {
      rules: 1,
      unreadable: 0,
      scenarios: {
        passed: 2,
        failed: 0,
        skipped: 0,
        pending: 0,
        undefined: 0,
        ambiguous: 0,
        unknown: 0,
        'not-run': 0,
      },
      gaps: { open: 1, closed: 0 },
      observations: 2,
      counted: 2,
      verdicts: 2,
      events: 2,
      unrealistic: 1,
      coverage: aRule().coverage,
    },
    findings: [
      {
        kind: 'uncovered',
        path: key,
        line: place('631').line,
        rule: key,
        point: 'values/selection/DestinationPort/631/matched',
        text: "selection: DestinationPort '631' was never seen to match, stated",
        unknown: null,
      },
      { kind: 'vacuous', path: uri, line: 8, rule: key, name: 'A printer is reached at night', observation: 1 },
      {
        kind: 'unrealistic',
        path: uri,
        line: 4,
        name: 'A printer is reached at night',
        rules: [key],
        events: [other],
        examples: [],
        breaches: [breach],
      },
      { kind: 'known-gap', path: uri, line: 9, name: 'Night in <city>', rules: [key], examples: ['Oslo', 'Bergen'] },
    ],
    groups: { tags: [], folders: [] },
    thresholds: [],
    next: [],
    suggestions: [],
    suggested: false,
    run: { started: null, finished: null, versions: {}, scenarios: [] },
    ...changes,
  }
}
