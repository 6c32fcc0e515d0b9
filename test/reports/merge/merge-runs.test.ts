import assert from 'node:assert/strict'
import { test } from 'node:test'
import { collectRun, MergeError, mergeRuns, type RunMessages } from '../../../reports/index.ts'
import type { Message } from '../../../sources/index.ts'
import { fc } from '../../fast-check.ts'
import { edited, featureSource, type Played, runOf, scenarioCount } from './merge-factory.ts'

/** What of a stream does not hang on the names of ids. */
function told(messages: readonly Message[]): unknown {
  const { scenarios: found, run: ran } = collectRun(messages)
  return { found, attempts: ran.scenarios.map(({ line, attempts }) => [line, attempts]) }
}

function counted(messages: readonly Message[], kind: string): number {
  return messages.filter((message) => Object.hasOwn(message, kind)).length
}

const status = fc.constantFrom('PASSED' as const, 'FAILED' as const, 'SKIPPED' as const)
/** Scenarios dealt out to up to four runs, each at an instant of its own, three to a second; some are run twice, some never. */
const runsOfSuite = fc
  .array(
    fc.record({
      run: fc.integer({ min: 0, max: 3 }),
      scenario: fc.integer({ min: 0, max: scenarioCount - 1 }),
      status,
      retries: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: 12 },
  )
  .map((played) =>
    played.map((one, index) => ({
      ...one,
      retries: one.status === 'SKIPPED' ? 0 : one.retries,
      at: Math.floor(index / 3),
      nanos: 10 * (index % 3),
    })),
  )

/** What was skipped takes the place of nothing. */
function hasJudged({ status: result }: Played): boolean {
  return result !== 'SKIPPED'
}

test('of every scenario the execution that began last of those that judged counts, whatever the order of the files', () => {
  fc.assert(
    fc.property(runsOfSuite, fc.infiniteStream(fc.nat()), (played, order) => {
      const runs = [0, 1, 2, 3].map((number) =>
        runOf(
          `r${number}`,
          played.filter((one) => one.run === number),
        ),
      )
      const merged = mergeRuns(runs)
      const { scenarios: found } = collectRun(merged)
      for (const [at, { status: result, attached }] of found.entries()) {
        const own = played.filter(({ scenario }) => scenario === at)
        const last = own.findLast(hasJudged) ?? own.at(-1)
        assert.equal(result, last === undefined ? 'not-run' : last.status.toLowerCase())
        const body = { scenario: at, at: last?.at, nanos: last?.nanos, attempt: last?.retries }
        assert.deepEqual(attached, last === undefined ? [] : [{ mediaType: 'x', body: JSON.stringify(body) }])
      }
      const shuffled = runs
        .map((each) => ({ each, key: order.next().value ?? 0 }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ each }) => each)
      assert.deepEqual(told(mergeRuns(shuffled)), told(merged))
      const finals = [0, 1, 2, 3, 4].flatMap((at) => {
        const own = played.filter(({ scenario }) => scenario === at)
        return own.findLast(hasJudged) ?? own.at(-1) ?? []
      })
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
        runOf(
          `r${number}`,
          played.filter((one) => one.run === number),
        ),
      )
      const messages = mergeRuns(runs)
      const kinds = { meta: 1, source: 1, gherkinDocument: 1, pickle: scenarioCount, stepDefinition: 1, hook: 2 }
      for (const [kind, count] of Object.entries(kinds)) assert.equal(counted(messages, kind), count, kind)
      assert.equal(counted(messages, 'testCase'), played.length)
      const again = mergeRuns([{ path: 'm', messages, lines: messages.map((_, index) => index + 1) }])
      assert.deepEqual(again, messages)
    }),
  )
})

test('line ends and a byte order mark of a checkout make no other feature', () => {
  const windows = runOf('w', [{ scenario: 1, status: 'PASSED', at: 1, retries: 0 }], {
    text: `\uFEFF${featureSource.replaceAll('\n', '\r\n')}`,
  })
  assert.equal(counted(mergeRuns([runOf('u', []), windows]), 'source'), 1)
})

const one = { scenario: 0, status: 'PASSED', at: 1, retries: 0 } as const
function without(kind: string): RunMessages {
  const whole = runOf('a', [one])
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
  ['the same run twice', [runOf('a', [one]), runOf('a', [one])], 'mismatch', /hold the same run/],
  [
    'another text of a feature',
    [runOf('a', [one]), runOf('b', [one], { text: featureSource.replace('S1', 'S9') })],
    'mismatch',
    /^features\/a\.feature has another text in each of b\.ndjson and a\.ndjson/,
  ],
  [
    'a scenario of which one run knows more steps',
    [
      runOf('a', [one]),
      edited(runOf('b', []), 'pickle', 'steps', [
        { id: 'b-ps0', text: 'it', astNodeIds: ['b-st0'] },
        { id: 'b-ps0-2', text: 'it', astNodeIds: ['b-st0'] },
      ]),
    ],
    'mismatch',
    /^features\/a\.feature:2 is another scenario in b\.ndjson than in a\.ndjson$/,
  ],
  [
    'a scenario of which one run knows fewer steps',
    [runOf('a', [one]), edited(runOf('b', []), 'pickle', 'steps', [])],
    'mismatch',
    /^features\/a\.feature:2 is another scenario in b\.ndjson than in a\.ndjson$/,
  ],
  [
    'a scenario in a place where the other run has none',
    [runOf('a', [one]), edited(runOf('b', []), 'gherkinDocument', 'feature.children.0.scenario.location.line', 40)],
    'mismatch',
    /^features\/a\.feature:40 is another scenario in b\.ndjson than in a\.ndjson$/,
  ],
  [
    'a run of another version',
    [runOf('a', [one]), edited(runOf('b', []), 'meta', 'implementation.version', '12.0.0')],
    'mismatch',
    /^two versions wrote these runs: a\.ndjson by cucumber-js 13\.3\.0, b\.ndjson by cucumber-js 12\.0\.0; use one$/,
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
