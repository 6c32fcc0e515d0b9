import type { FormatterPluginContext } from '@cucumber/cucumber/api'
import { byCodeUnit } from '../sigma/index.ts'
import type { CollectedRun, CollectedScenario } from './collected-run.ts'
import { type GherkinPlace, gherkinPlaces } from './gherkin-places.ts'
import type { RunReport, ScenarioRun, ScenarioStatus } from './report.ts'

/** One of Cucumber's messages. */
export type Envelope = Parameters<Parameters<FormatterPluginContext<unknown>['on']>[1]>[0]

type Pickle = NonNullable<Envelope['pickle']>
type Attachment = NonNullable<Envelope['attachment']>
type Timestamp = NonNullable<Envelope['testCaseFinished']>['timestamp']
type StepStatus = NonNullable<Envelope['testStepFinished']>['testStepResult']['status']

/**
 * Joins a run's messages: our attachments, of this media type, to the scenario that made them, in its last attempt only.
 * An attempt that is retried counts for nothing but the number of attempts; a scenario without one was not run.
 */
export function collectRun(messages: Iterable<Envelope>, mediaType: string): CollectedRun {
  const places = new Map<string, GherkinPlace>()
  const pickles: Pickle[] = []
  const pickleOf = new Map<string, string>()
  const attempts = new Map<string, Attempt>()
  const lastOf = new Map<string, Attempt>()
  let run: Pick<RunReport, 'started' | 'finished' | 'versions'> = { started: null, finished: null, versions: {} }
  for (const message of messages) {
    for (const [id, place] of message.gherkinDocument ? gherkinPlaces(message.gherkinDocument) : [])
      places.set(id, place)
    if (message.pickle) pickles.push(message.pickle)
    if (message.testCase) pickleOf.set(message.testCase.id, message.testCase.pickleId)
    if (message.testCaseStarted) {
      const attempt = attemptOf(message.testCaseStarted)
      attempts.set(attempt.id, attempt)
      lastOf.set(pickleOf.get(message.testCaseStarted.testCaseId) ?? '', attempt)
    }
    if (message.testStepFinished) {
      attempts
        .get(message.testStepFinished.testCaseStartedId)
        ?.statuses.push(message.testStepFinished.testStepResult.status)
    }
    if (message.attachment?.mediaType === mediaType) {
      attempts.get(message.attachment.testCaseStartedId ?? '')?.bodies.push(bodyOf(message.attachment))
    }
    if (message.testCaseFinished) {
      const attempt = attempts.get(message.testCaseFinished.testCaseStartedId)
      if (attempt) attempt.finished = message.testCaseFinished.timestamp
    }
    if (message.testRunStarted) run = { ...run, started: instantOf(message.testRunStarted.timestamp) }
    if (message.testRunFinished) run = { ...run, finished: instantOf(message.testRunFinished.timestamp) }
    if (message.meta) run = { ...run, versions: versionsIn(message.meta) }
  }
  const played = pickles
    .map((pickle) => ({ scenario: scenarioOf(pickle, places, lastOf.get(pickle.id)), attempt: lastOf.get(pickle.id) }))
    .sort((a, b) => byCodeUnit(a.scenario.uri, b.scenario.uri) || a.scenario.line - b.scenario.line)
  return {
    scenarios: played.map(({ scenario }) => scenario),
    run: {
      ...run,
      scenarios: played.flatMap(({ scenario, attempt }) => (attempt ? [scenarioRun(scenario, attempt)] : [])),
    },
  }
}

/** One attempt at a scenario, filled in while its messages pass. */
interface Attempt {
  readonly id: string
  readonly number: number
  readonly worker: string | null
  readonly started: Timestamp
  finished: Timestamp | null
  readonly statuses: StepStatus[]
  readonly bodies: string[]
}

function attemptOf({ id, attempt, workerId, timestamp }: NonNullable<Envelope['testCaseStarted']>): Attempt {
  return {
    id,
    number: attempt,
    worker: workerId ?? null,
    started: timestamp,
    finished: null,
    statuses: [],
    bodies: [],
  }
}

function scenarioOf(
  pickle: Pickle,
  places: ReadonlyMap<string, GherkinPlace>,
  attempt: Attempt | undefined,
): CollectedScenario {
  const place = pickle.astNodeIds.map((id) => places.get(id)).findLast((found) => found !== undefined)
  return {
    uri: pickle.uri.replaceAll('\\', '/'),
    line: place?.line ?? pickle.location?.line ?? 0,
    feature: place?.feature ?? '',
    name: pickle.name,
    tags: [...new Set(pickle.tags.map((tag) => tag.name))],
    status: attempt?.finished ? worstOf(attempt.statuses) : 'not-run',
    outline: place?.outline ?? null,
    steps: pickle.steps.map(({ text, argument, astNodeIds }) => ({
      line: places.get(astNodeIds[0] ?? '')?.line ?? 0,
      text,
      table: argument?.dataTable?.rows.map((row) => row.cells.map((cell) => cell.value)) ?? [],
    })),
    observations: attempt?.bodies ?? [],
  }
}

/** From the least to the gravest: a scenario is what its gravest step is. */
const statusesByGravity: readonly ScenarioStatus[] = [
  'passed',
  'skipped',
  'pending',
  'undefined',
  'ambiguous',
  'unknown',
  'failed',
]

function worstOf(statuses: readonly StepStatus[]): ScenarioStatus {
  const names = new Set(statuses.map((status) => status.toLowerCase()))
  return statusesByGravity.findLast((status) => names.has(status)) ?? 'unknown'
}

function scenarioRun({ uri, line }: CollectedScenario, { number, started, finished, worker }: Attempt): ScenarioRun {
  const milliseconds = finished === null ? 0 : millisecondsOf(finished) - millisecondsOf(started)
  return { uri, line, attempts: number + 1, milliseconds: Math.floor(milliseconds), worker }
}

function bodyOf({ body, contentEncoding }: Attachment): string {
  return contentEncoding.toUpperCase() === 'BASE64' ? Buffer.from(body, 'base64').toString('utf8') : body
}

function versionsIn({ implementation, runtime, os }: NonNullable<Envelope['meta']>): Readonly<Record<string, string>> {
  return Object.fromEntries([implementation, runtime, os].map(({ name, version }) => [name, version ?? '']))
}

function instantOf(timestamp: Timestamp): string {
  return new Date(millisecondsOf(timestamp)).toISOString()
}

function millisecondsOf({ seconds, nanos }: Timestamp): number {
  return seconds * 1000 + nanos / 1_000_000
}
