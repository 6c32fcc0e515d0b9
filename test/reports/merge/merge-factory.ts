import type { RunMessages } from '../../../reports/index.ts'
import { isList, isObject, type Json } from '../../../sigma/index.ts'
import type { Message } from '../../../sources/index.ts'

/** One time that a scenario ran, told by its number in the feature. */
export interface Played {
  readonly scenario: number
  readonly status: 'PASSED' | 'FAILED' | 'SKIPPED'
  /** In seconds. */
  readonly at: number
  /** And so many nanoseconds, none unless told; each attempt begins one later. */
  readonly nanos?: number
  /** How many attempts before the last failed. */
  readonly retries: number
}

/** How many scenarios the feature has. */
export const scenarioCount = 5
/** The text of the feature. */
export const featureSource: string = `Feature: A\n${Array.from({ length: scenarioCount }, (_, at) => `  Scenario: S${at}\n    Given it\n`).join('')}`

/** What of a run is not as usual. */
export interface RunChanges {
  /** The text of the feature. */
  readonly text?: string
  /** In seconds. */
  readonly started?: number
  /** What became of the hook before all scenarios, and of the one after all; there is none unless told. */
  readonly beforeAll?: 'PASSED' | 'FAILED'
  readonly afterAll?: 'PASSED' | 'FAILED'
}

/** The messages of a run that knows all scenarios and ran these, with ids of its own. */
export function runOf(name: string, played: readonly Played[], changes: RunChanges = {}): RunMessages {
  const { text = featureSource, started = 0, beforeAll, afterAll } = changes
  const id = (rest: string): string => `${name}-${rest}`
  const each = Array.from({ length: scenarioCount }, (_, at) => at)
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
    { testRunStarted: { id: id('run'), timestamp: { seconds: started, nanos: 0 } } },
    ...(beforeAll === undefined ? [] : runHookMessages(id, 'before', beforeAll)),
    ...played.flatMap((one, nth) => caseMessages(id, one, nth)),
    ...(afterAll === undefined ? [] : runHookMessages(id, 'after', afterAll)),
    {
      testRunFinished: {
        testRunStartedId: id('run'),
        success: ![beforeAll, afterAll, ...played.map(({ status }) => status)].includes('FAILED'),
        timestamp: { seconds: Math.max(started, ...played.map(({ at }) => at)) + 1, nanos: 0 },
      },
    },
  ]
  return fileOf(`${name}.ndjson`, told)
}

/** A file of these messages, one a line. */
export function fileOf(path: string, told: readonly unknown[]): RunMessages {
  // Cucumber's own types use enums; as JSON they are plain texts.
  const messages: readonly Message[] = JSON.parse(JSON.stringify(told))
  return { path, messages, lines: messages.map((_, index) => index + 1) }
}

/** The run with this value at a path in its first message of a kind: `edited(run, 'testCase', 'testSteps.0.id', 'x')`. */
export function edited(run: RunMessages, kind: string, path: string, value: Json): RunMessages {
  const first = run.messages.findIndex((message) => Object.hasOwn(message, kind))
  const told: readonly Json[] = JSON.parse(JSON.stringify(run.messages))
  return fileOf(
    run.path,
    told.map((message, index) => (index === first ? withValue(message, [kind, ...path.split('.')], value) : message)),
  )
}

function withValue(json: Json, [key, ...rest]: readonly string[], value: Json): Json {
  if (key === undefined) return value
  if (isList(json)) return json.map((each, index) => (String(index) === key ? withValue(each, rest, value) : each))
  if (!isObject(json)) throw new Error(`there is no ${key} in ${JSON.stringify(json)}`)
  return { ...json, [key]: withValue(json[key] ?? null, rest, value) }
}

function runHookMessages(id: (rest: string) => string, name: string, status: string): readonly unknown[] {
  const own = id(name)
  return [
    { testRunHookStarted: { id: own, testRunStartedId: id('run'), hookId: id('h') } },
    { attachment: { testRunHookStartedId: own, mediaType: 'x', body: name, contentEncoding: 'IDENTITY' } },
    { testRunHookFinished: { testRunHookStartedId: own, result: { status } } },
  ]
}

function caseMessages(
  id: (rest: string) => string,
  { scenario, status, at, nanos = 0, retries }: Played,
  nth: number,
): readonly unknown[] {
  const steps = [
    { id: id(`t${nth}-h`), hookId: id('h2') },
    { id: id(`t${nth}-s`), pickleStepId: id(`ps${scenario}`), stepDefinitionIds: [id('d')] },
  ]
  const attempts = Array.from({ length: retries + 1 }, (_, attempt) => {
    const isLast = attempt === retries
    const startedId = id(`a${nth}-${attempt}`)
    const timestamp = { seconds: at, nanos: nanos + attempt }
    const body = JSON.stringify({ scenario, at, nanos, attempt })
    return [
      { testCaseStarted: { id: startedId, testCaseId: id(`t${nth}`), attempt, timestamp } },
      { attachment: { testCaseStartedId: startedId, mediaType: 'x', body, contentEncoding: 'IDENTITY' } },
      ...steps.map((step) => ({
        testStepFinished: {
          testCaseStartedId: startedId,
          testStepId: step.id,
          testStepResult: { status: isLast ? status : 'FAILED', duration: { seconds: 0, nanos: 1 } },
          timestamp,
        },
      })),
      { testCaseFinished: { testCaseStartedId: startedId, willBeRetried: !isLast, timestamp } },
    ]
  }).flat()
  const testCase = { id: id(`t${nth}`), pickleId: id(`p${scenario}`), testRunStartedId: id('run'), testSteps: steps }
  return [{ testCase }, ...attempts]
}
