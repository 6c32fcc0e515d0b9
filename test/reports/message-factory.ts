import type { Message } from '../../sources/index.ts'

/** One attempt at a scenario, as its messages tell it. */
export interface AttemptMessages {
  readonly pickle: string
  readonly number?: number
  readonly statuses?: readonly string[]
  /** Our attachments and others'. */
  readonly attachments?: readonly { readonly mediaType: string; readonly body: string; readonly encoding?: string }[]
  readonly retried?: boolean
  readonly worker?: string
}

/** A feature of one plain scenario (line 3) and one outline (line 10) with rows on lines 15 and 16. */
export const featureMessages: readonly unknown[] = [
  {
    meta: {
      implementation: { name: 'cucumber-js', version: '13' },
      runtime: { name: 'node.js', version: '24' },
      os: { name: 'linux' },
    },
  },
  {
    gherkinDocument: {
      uri: 'features/a.feature',
      comments: [],
      feature: {
        name: 'Feature A',
        children: [
          { background: { steps: [{ id: 'b1', location: { line: 2 } }] } },
          { scenario: { id: 's1', name: 'Plain', location: { line: 3 }, steps: [step('s1-1', 4)], examples: [] } },
          {
            rule: {
              children: [
                {
                  scenario: {
                    id: 's2',
                    name: 'In <city>',
                    location: { line: 10 },
                    steps: [step('s2-1', 11)],
                    examples: [
                      {
                        tableHeader: { cells: [{ value: 'city' }] },
                        tableBody: [
                          { id: 'r1', location: { line: 15 }, cells: [{ value: 'Oslo' }] },
                          { id: 'r2', location: { line: 16 }, cells: [{ value: 'Bergen' }] },
                        ],
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  },
  pickle('p2', 'In Bergen', ['s2', 'r2'], ['s2-1']),
  pickle('p1', 'Plain', ['s1'], ['b1', 's1-1']),
  pickle('p3', 'In Oslo', ['s2', 'r1'], ['s2-1']),
]

/** The steps of each scenario. */
const stepsOf: Readonly<Record<string, readonly string[]>> = { p1: ['b1', 's1-1'], p2: ['s2-1'], p3: ['s2-1'] }

function step(id: string, line: number): unknown {
  return { id, location: { line } }
}

function pickle(id: string, name: string, astNodeIds: readonly string[], steps: readonly string[]): unknown {
  return {
    pickle: {
      id,
      uri: 'features\\a.feature',
      name,
      tags: [{ name: '@slow' }, { name: '@slow' }],
      astNodeIds,
      steps: steps.map((node) => ({ id: `${id}-${node}`, text: `step ${node}`, astNodeIds: [node] })),
    },
  }
}

/** The messages of these attempts after those of the feature. */
export function runMessages(attempts: readonly AttemptMessages[]): readonly Message[] {
  const told = attempts.flatMap(attemptMessages)
  // Cucumber's own types use enums; as JSON they are plain texts.
  return JSON.parse(JSON.stringify([...featureMessages, ...told]))
}

function attemptMessages(attempt: AttemptMessages): readonly unknown[] {
  const {
    pickle: pickleId,
    number = 0,
    statuses = ['PASSED', 'PASSED'],
    attachments = [],
    retried = false,
    worker,
  } = attempt
  const id = `${pickleId}-attempt-${number}`
  const testSteps = (stepsOf[pickleId] ?? []).map((node) => ({
    id: `${pickleId}-test-${node}`,
    pickleStepId: `${pickleId}-${node}`,
    stepDefinitionIds: ['theirs'],
  }))
  return [
    { testCase: { id: `${pickleId}-case`, pickleId, testSteps } },
    {
      testCaseStarted: {
        id,
        testCaseId: `${pickleId}-case`,
        attempt: number,
        workerId: worker,
        timestamp: { seconds: 10, nanos: 0 },
      },
    },
    ...attachments.map(({ mediaType, body, encoding = 'IDENTITY' }) => ({
      attachment: { testCaseStartedId: id, mediaType, body, contentEncoding: encoding },
    })),
    ...statuses.map((status, at) => ({
      testStepFinished: {
        testCaseStartedId: id,
        testStepId: testSteps[at]?.id,
        testStepResult: { status, duration: { seconds: 0, nanos: 1 } },
      },
    })),
    {
      testCaseFinished: { testCaseStartedId: id, willBeRetried: retried, timestamp: { seconds: 10, nanos: 7_900_000 } },
    },
  ]
}
