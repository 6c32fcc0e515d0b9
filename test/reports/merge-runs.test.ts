import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { collectRun, type Envelope, MergeError, mergeRuns, type RunMessages } from '../../reports/index.ts'

/** One time that a scenario ran, told by its number in the feature. */
interface Played {
  readonly scenario: number
  readonly status: 'PASSED' | 'FAILED' | 'SKIPPED'
  /** In seconds. */
  readonly at: number
  /** How many attempts before the last failed. */
  readonly retries: number
}

const scenarios = 5
const source = `Feature: A\n${Array.from({ length: scenarios }, (_, at) => `  Scenario: S${at}\n    Given it\n`).join('')}`

/** The messages of a run that knows all scenarios and ran these, with ids of its own. */
function run(name: string, played: readonly Played[], text: string = source): RunMessages {
  const id = (rest: string): string => `${name}-${rest}`
  const each = Array.from({ length: scenarios }, (_, at) => at)
  const start = Math.min(0, ...played.map(({ at }) => at))
  const told: readonly unknown[] = [
    {
      meta: {
        protocolVersion: '34',
        implementation: { name: 'cucumber-js', version: '13.3.0' },
        runtime: { name: 'node.js' },
        os: { name: 'linux' },
        cpu: { name: 'x64' },
      },
    },
    { source: { uri: 'features/a.feature', data: text, mediaType: 'text/x.cucumber.gherkin+plain' } },
    {
      gherkinDocument: {
        uri: 'features/a.feature',
        comments: [],
        feature: {
          name: 'A',
          children: each.map((at) => ({
            scenario: {
              id: id(`s${at}`),
              name: `S${at}`,
              location: { line: 2 + 2 * at },
              steps: [{ id: id(`st${at}`), location: { line: 3 + 2 * at } }],
              examples: [],
            },
          })),
        },
      },
    },
    ...each.map((at) => ({
      pickle: {
        id: id(`p${at}`),
        uri: 'features/a.feature',
        name: `S${at}`,
        tags: [],
        astNodeIds: [id(`s${at}`)],
        steps: [{ id: id(`ps${at}`), text: 'it', astNodeIds: [id(`st${at}`)] }],
      },
    })),
    { stepDefinition: { id: id('d'), pattern: { source: 'it' }, sourceReference: { uri: 'steps.ts' } } },
    { hook: { id: id('h'), sourceReference: { uri: 'steps.ts' } } },
    { hook: { id: id('h2'), sourceReference: { uri: 'steps.ts' } } },
    { testRunStarted: { id: id('run'), timestamp: { seconds: start, nanos: 0 } } },
    ...played.flatMap((one, nth) => caseMessages(id, one, nth)),
    {
      testRunFinished: {
        testRunStartedId: id('run'),
        success: played.every(({ status }) => status !== 'FAILED'),
        timestamp: { seconds: Math.max(0, ...played.map(({ at }) => at)) + 1, nanos: 0 },
      },
    },
  ]
  const messages: readonly Envelope[] = JSON.parse(JSON.stringify(told))
  return { path: `${name}.ndjson`, messages, lines: messages.map((_, index) => index + 1) }
}

function caseMessages(
  id: (rest: string) => string,
  { scenario, status, at, retries }: Played,
  nth: number,
): readonly unknown[] {
  const steps = [
    { id: id(`t${nth}-h`), hookId: id('h2') },
    { id: id(`t${nth}-s`), pickleStepId: id(`ps${scenario}`), stepDefinitionIds: [id('d')] },
  ]
  const attempts = Array.from({ length: retries + 1 }, (_, attempt) => {
    const isLast = attempt === retries
    const startedId = id(`a${nth}-${attempt}`)
    const timestamp = { seconds: at, nanos: attempt }
    const body = JSON.stringify({ scenario, at, attempt })
    return [
      { testCaseStarted: { id: startedId, testCaseId: id(`t${nth}`), attempt, timestamp } },
      { attachment: { testCaseStartedId: startedId, mediaType: 'x', body, contentEncoding: 'IDENTITY' } },
      ...steps.map((step) => ({
        testStepFinished: {
          testCaseStartedId: startedId,
          testStepId: step.id,
          testStepResult: { status: isLast ? status : 'FAILED' },
          timestamp,
        },
      })),
      { testCaseFinished: { testCaseStartedId: startedId, willBeRetried: !isLast, timestamp } },
    ]
  }).flat()
  const testCase = { id: id(`t${nth}`), pickleId: id(`p${scenario}`), testRunStartedId: id('run'), testSteps: steps }
  return [{ testCase }, ...attempts]
}

/** What of a stream does not hang on the names of ids. */
function told(messages: readonly Envelope[]): unknown {
  const { scenarios: found, run: ran } = collectRun(messages, 'x')
  return { found, attempts: ran.scenarios.map(({ line, attempts }) => [line, attempts]) }
}

function counted(messages: readonly Envelope[], kind: string): number {
  return messages.filter((message) => Object.hasOwn(message, kind)).length
}

const status = fc.constantFrom('PASSED' as const, 'FAILED' as const, 'SKIPPED' as const)
/** Scenarios dealt out to up to four runs, each at an instant of its own; some are run twice, some never. */
const runsOfSuite = fc
  .array(
    fc.record({
      run: fc.integer({ min: 0, max: 3 }),
      scenario: fc.integer({ min: 0, max: scenarios - 1 }),
      status,
      retries: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: 12 },
  )
  .map((played) => played.map((one, at) => ({ ...one, at })))

test('of every scenario the execution that began last counts, whatever the order of the files', () => {
  fc.assert(
    fc.property(runsOfSuite, fc.infiniteStream(fc.nat()), (played, order) => {
      const runs = [0, 1, 2, 3].map((number) =>
        run(
          `r${number}`,
          played.filter((one) => one.run === number),
        ),
      )
      const merged = mergeRuns(runs)
      const { scenarios: found } = collectRun(merged, 'x')
      for (const [at, { status: result, observations }] of found.entries()) {
        const own = played.filter(({ scenario }) => scenario === at)
        const last = own.at(-1)
        assert.equal(result, last === undefined ? 'not-run' : last.status.toLowerCase())
        const body = { scenario: at, at: last?.at, attempt: last?.retries }
        assert.deepEqual(observations, last === undefined ? [] : [JSON.stringify(body)])
      }
      const shuffled = runs
        .map((each) => ({ each, key: order.next().value ?? 0 }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ each }) => each)
      assert.deepEqual(told(mergeRuns(shuffled)), told(merged))
      const finals = [0, 1, 2, 3, 4].flatMap((at) => played.findLast(({ scenario }) => scenario === at) ?? [])
      const ends = merged.flatMap(({ testRunFinished }) => testRunFinished ?? [])
      assert.deepEqual(
        ends.map(({ success }) => success),
        [finals.every((one) => one.status !== 'FAILED')],
      )
    }),
  )
})

test('a merged stream is one run: each thing told once, every id told before it is named, and merging again gives it back', () => {
  fc.assert(
    fc.property(runsOfSuite, (played) => {
      const runs = [0, 1, 2, 3].map((number) =>
        run(
          `r${number}`,
          played.filter((one) => one.run === number),
        ),
      )
      const messages = mergeRuns(runs)
      const kinds = { meta: 1, source: 1, gherkinDocument: 1, pickle: scenarios, stepDefinition: 1, hook: 2 }
      for (const [kind, count] of Object.entries(kinds)) assert.equal(counted(messages, kind), count, kind)
      assert.equal(counted(messages, 'testCase'), played.length)
      const again = mergeRuns([{ path: 'm', messages, lines: messages.map((_, index) => index + 1) }])
      assert.deepEqual(again, messages)
    }),
  )
})

test('line ends and a byte order mark of a checkout make no other feature', () => {
  const windows = run(
    'w',
    [{ scenario: 1, status: 'PASSED', at: 1, retries: 0 }],
    `\uFEFF${source.replaceAll('\n', '\r\n')}`,
  )
  assert.equal(counted(mergeRuns([run('u', []), windows]), 'source'), 1)
})

const one = { scenario: 0, status: 'PASSED', at: 1, retries: 0 } as const
function without(kind: string): RunMessages {
  const whole = run('a', [one])
  const messages = whole.messages.filter((message) => !Object.hasOwn(message, kind))
  return { ...whole, messages, lines: messages.map((_, index) => index + 1) }
}

const refused: readonly (readonly [string, readonly RunMessages[], MergeError['kind'], RegExp])[] = [
  ['no run at all', [], 'mismatch', /there is no run/],
  [
    'a run without an end',
    [without('testRunFinished')],
    'unreadable',
    /^a\.ndjson:\d+: the file ends before its run does/,
  ],
  ['a run without its start', [without('testRunStarted')], 'unreadable', /^a\.ndjson:\d+: testCase speaks of "a-run"/],
  ['a run of nobody', [without('meta')], 'unreadable', /^a\.ndjson:1: nothing says which Cucumber/],
  ['a scenario without its feature', [without('source')], 'unreadable', /the text of features\/a\.feature is not told/],
  ['the same run twice', [run('a', [one]), run('a', [one])], 'mismatch', /hold the same run/],
  [
    'another text of a feature',
    [run('a', [one]), run('b', [one], source.replace('S1', 'S9'))],
    'mismatch',
    /^features\/a\.feature has another text in each of b\.ndjson and a\.ndjson/,
  ],
]
for (const [what, runs, kind, says] of refused) {
  test(`${what} is refused`, () => {
    assert.throws(
      () => mergeRuns(runs),
      (error) => error instanceof MergeError && error.kind === kind && says.test(error.message),
    )
  })
}
