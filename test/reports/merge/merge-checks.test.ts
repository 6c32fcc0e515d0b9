import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { MergeError, mergeRuns, type RunMessages } from '../../../reports/index.ts'
import { checkRun } from '../../../reports/merge/check-run.ts'
import { inTime } from '../../../reports/merge/executions.ts'
import type { Message } from '../../../sources/index.ts'
import { edited, fileOf, type Played, type RunChanges, runOf } from './merge-factory.ts'

const passing = { scenario: 0, status: 'PASSED', at: 1, retries: 0 } as const
const failing = { ...passing, status: 'FAILED' } as const

/** A run that tells a message of every kind that names others or is named. */
const plain = runOf('a', [passing], { beforeAll: 'PASSED' })
const everyKind = fileOf('a.ndjson', [
  ...plain.messages.slice(0, -1),
  { parameterType: { id: 'a-type', name: 'x', regularExpressions: [] } },
  { suggestion: { id: 'a-suggestion', pickleStepId: 'a-ps0', snippets: [] } },
  { testStepStarted: { testCaseStartedId: 'a-a0-0', testStepId: 'a-t0-s' } },
  { externalAttachment: { testCaseStartedId: 'a-a0-0', url: 'x', mediaType: 'x' } },
  ...plain.messages.slice(-1),
])

/** Blank lines stand between the messages. */
function spaced(run: RunMessages): RunMessages {
  return { ...run, lines: run.lines.map((line) => line * 2) }
}

function placeOf(run: RunMessages, kind: string): string {
  return `a.ndjson:${2 * (1 + run.messages.findIndex((message) => Object.hasOwn(message, kind)))}`
}

function assertRefused(run: RunMessages, message: string): void {
  assert.throws(
    () => checkRun(spaced(run)),
    (error) => {
      assert.ok(error instanceof MergeError)
      assert.deepEqual([error.kind, error.message], ['unreadable', message])
      return true
    },
  )
}

describe('a file', () => {
  test('of one whole run is taken, whatever it tells', () => checkRun(spaced(everyKind)))

  const named = [
    ['pickle', 'astNodeIds.0'],
    ['pickle', 'steps.0.astNodeIds.0'],
    ['testCase', 'testRunStartedId'],
    ['testCase', 'pickleId'],
    ['testCase', 'testSteps.0.hookId'],
    ['testCase', 'testSteps.1.pickleStepId'],
    ['testCase', 'testSteps.1.stepDefinitionIds.0'],
    ['suggestion', 'pickleStepId'],
    ['testCaseStarted', 'testCaseId'],
    ['testCaseFinished', 'testCaseStartedId'],
    ['testStepStarted', 'testCaseStartedId'],
    ['testStepStarted', 'testStepId'],
    ['testStepFinished', 'testCaseStartedId'],
    ['testStepFinished', 'testStepId'],
    ['attachment', 'testCaseStartedId'],
    ['attachment', 'testStepId'],
    ['attachment', 'testRunHookStartedId'],
    ['externalAttachment', 'testCaseStartedId'],
    ['externalAttachment', 'testStepId'],
    ['externalAttachment', 'testRunHookStartedId'],
    ['testRunHookStarted', 'testRunStartedId'],
    ['testRunHookStarted', 'hookId'],
    ['testRunHookFinished', 'testRunHookStartedId'],
    ['testRunFinished', 'testRunStartedId'],
  ] as const
  for (const [kind, path] of named) {
    test(`is refused where its ${kind} has an untold ${path}`, () => {
      const broken = edited(everyKind, kind, path, 'gone')
      assertRefused(broken, `${placeOf(broken, kind)}: ${kind} speaks of "gone", of which nothing is told before`)
    })
  }

  const given = [
    ['gherkinDocument', 'feature.children.1.scenario.id'],
    ['gherkinDocument', 'feature.children.0.scenario.steps.0.id'],
    ['pickle', 'id'],
    ['pickle', 'steps.0.id'],
    ['hook', 'id'],
    ['stepDefinition', 'id'],
    ['parameterType', 'id'],
    ['testRunStarted', 'id'],
    ['testRunHookStarted', 'id'],
    ['testCase', 'id'],
    ['testCase', 'testSteps.0.id'],
    ['testCaseStarted', 'id'],
  ] as const
  for (const [kind, path] of given) {
    test(`is refused where its ${kind} has a taken ${path}`, () => {
      const broken = edited(everyKind, kind, path, 'a-s0')
      assertRefused(broken, `${placeOf(broken, kind)}: ${kind} has the id "a-s0", which is taken`)
    })
  }

  const all = everyKind.messages
  const from = (kind: string) => all.findIndex((message) => Object.hasOwn(message, kind))
  const streams: readonly (readonly [string, readonly unknown[], string])[] = [
    ['of nothing', [], 'a.ndjson:1: nothing says which Cucumber wrote it'],
    ['of nobody', all.slice(1), 'a.ndjson:2: nothing says which Cucumber wrote it'],
    [
      'of another Cucumber',
      [{ meta: { implementation: { name: 'cucumber-ruby' } } }],
      'a.ndjson:2: written by cucumber-ruby, not by cucumber-js',
    ],
    [
      'of features that cannot be read',
      [...all.slice(0, 2), { parseError: { message: '(1:1): no feature' } }],
      'a.ndjson:6: a feature could not be read, and nothing ran: (1:1): no feature',
    ],
    [
      'that ends early',
      all.slice(0, from('testCaseFinished')),
      `a.ndjson:${2 * from('testCaseFinished')}: the file ends before its run does; run that shard again`,
    ],
    [
      'of a run and its beginning again',
      [...all, ...all.slice(0, 1)],
      `a.ndjson:${2 * all.length + 2}: another run begins; each needs a file of its own`,
    ],
    [
      'of two runs',
      [...all, ...runOf('b', []).messages],
      `a.ndjson:${2 * all.length + 2}: another run begins; each needs a file of its own`,
    ],
    [
      'of a run that begins twice',
      [...all.slice(0, from('testRunStarted') + 1), { testRunStarted: { id: 'b-run' } }],
      `a.ndjson:${2 * from('testRunStarted') + 4}: another run begins before the first ended`,
    ],
  ]
  for (const [what, told, message] of streams) {
    test(`${what} is refused`, () => assertRefused(fileOf('a.ndjson', told), message))
  }
})

describe('the end of merged runs', () => {
  type Part = readonly [played: readonly Played[], changes?: RunChanges]
  const later = { ...passing, at: 2 }
  const inTheSameSecond = { ...passing, nanos: 1 }
  const ends: readonly (readonly [string, readonly Part[], boolean])[] = [
    ['every run went well', [[[passing], { beforeAll: 'PASSED', afterAll: 'PASSED' }], [[later]]], true],
    ['a scenario failed', [[[failing]], [[{ ...later, scenario: 1 }]]], false],
    [
      'a scenario that failed went well later',
      [[[failing], { beforeAll: 'PASSED', afterAll: 'PASSED' }], [[later]]],
      true,
    ],
    ['a scenario that failed went well a nanosecond later', [[[failing]], [[inTheSameSecond]]], true],
    ['a scenario that went well failed later', [[[passing]], [[{ ...later, status: 'FAILED' }]]], false],
    [
      'a scenario that went well failed a nanosecond later',
      [[[passing]], [[{ ...inTheSameSecond, status: 'FAILED' }]]],
      false,
    ],
    ['a scenario that failed was skipped later', [[[failing]], [[{ ...later, status: 'SKIPPED' }]]], false],
    ['a scenario that failed failed again', [[[failing]], [[{ ...later, status: 'FAILED' }]]], false],
    ['one of two that failed went well later', [[[failing, { ...failing, scenario: 1 }]], [[later]]], false],
    ['a scenario went well when tried again', [[[{ ...passing, retries: 1 }]], [[{ ...later, scenario: 1 }]]], true],
    [
      'what is before all failed, and every scenario went well later',
      [[[failing], { beforeAll: 'FAILED' }], [[later]]],
      false,
    ],
    ['what is before all failed, and no scenario ran', [[[], { beforeAll: 'FAILED' }], [[later]]], false],
    ['what is after all failed, and every scenario went well', [[[passing], { afterAll: 'FAILED' }], [[later]]], false],
    ['what is after all failed in the later run', [[[passing]], [[later], { afterAll: 'FAILED' }]], false],
    [
      'what is after all failed in one run, and another failed that went well later',
      [[[passing], { afterAll: 'FAILED' }], [[failing]], [[later]]],
      false,
    ],
  ]
  for (const [what, parts, success] of ends) {
    test(`is ${success ? 'green' : 'red'} where ${what}`, () => {
      const runs = parts.map(([played, changes], at) => runOf(`r${at}`, played, changes))
      for (const each of [runs, runs.toReversed()]) assert.equal(endOf(mergeRuns(each))?.success, success)
    })
  }

  test('is when the last of them ended, and their beginning when the first began', () => {
    const runs = [
      runOf('late', [{ ...passing, at: 90 }], { started: 80 }),
      runOf('early', [{ ...passing, at: 20 }], { started: 10 }),
      edited(runOf('first', [], { started: 10 }), 'testRunStarted', 'timestamp', { seconds: 9, nanos: 7 }),
      edited(runOf('second', [], { started: 10 }), 'testRunStarted', 'timestamp', { seconds: 9, nanos: 8 }),
      edited(runOf('last', [], { started: 10 }), 'testRunFinished', 'timestamp', { seconds: 91, nanos: 5 }),
    ]
    for (const each of [runs, runs.toReversed()]) {
      const merged = mergeRuns(each)
      const [start] = merged.flatMap(({ testRunStarted }) => testRunStarted ?? [])
      assert.deepEqual([start?.id, start?.timestamp], ['first-run', { seconds: 9, nanos: 7 }])
      const end = endOf(merged)
      assert.deepEqual([end?.testRunStartedId, end?.timestamp], ['first-run', { seconds: 91, nanos: 5 }])
    }
  })
})

test('what runs before all scenarios stays before them, and what runs after all after', () => {
  const hooks = { beforeAll: 'PASSED', afterAll: 'PASSED' } as const
  const runs = [runOf('a', [passing], hooks), runOf('b', [{ ...passing, scenario: 1 }], hooks)]
  const told = mergeRuns(runs).flatMap(({ testRunHookStarted, testRunHookFinished, attachment, testCaseStarted }) => [
    ...(testRunHookStarted ? [`${testRunHookStarted.id} starts`] : []),
    ...(attachment?.testRunHookStartedId ? [`${attachment.testRunHookStartedId} attaches`] : []),
    ...(testRunHookFinished ? [`${testRunHookFinished.testRunHookStartedId} ends`] : []),
    ...(testCaseStarted ? [testCaseStarted.testCaseId] : []),
  ])
  const hook = (name: string) => ['starts', 'attaches', 'ends'].map((what) => `${name} ${what}`)
  assert.deepEqual(told, [
    ...hook('a-before'),
    ...hook('b-before'),
    'a-t0',
    'b-t0',
    ...hook('a-after'),
    ...hook('b-after'),
  ])
})

test('instants are ordered to the nanosecond, and none comes first', () => {
  const instants = [null, { seconds: 1, nanos: 2 }, { seconds: 1, nanos: 3 }, { seconds: 2, nanos: 0 }] as const
  for (const [at, one] of instants.entries()) {
    for (const [other, two] of instants.entries()) assert.equal(Math.sign(inTime(one, two)), Math.sign(at - other))
  }
})

function endOf(messages: readonly Message[]): Message['testRunFinished'] {
  return messages.at(-1)?.testRunFinished
}
