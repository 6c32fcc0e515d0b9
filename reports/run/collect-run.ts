import { skipTag } from '../../measures/index.ts'
import { byCodeUnit } from '../../sigma/index.ts'
import type { Message, Pickle, TestCase, Timestamp } from '../../sources/index.ts'
import type { RunReport, ScenarioRun } from '../document/report.ts'
import { type Attempt, attemptOf, lastThatJudged, noteOf } from './attempt.ts'
import type { CollectedRun, CollectedScenario } from './collected-run.ts'
import { type GherkinPlace, gherkinPlaces } from './gherkin-places.ts'
import { type Conduct, conductOf, ourDefinition } from './scenario-conduct.ts'

/**
 * Joins a run's messages: what was attached to the scenario that did so, in its last attempt that judged anything, else in its
 * last. Any other attempt counts for nothing but the number of attempts; a scenario without
 * one was not run, be it that only its feature tells of it.
 */
export function collectRun(messages: Iterable<Message>): CollectedRun {
  const places = new Map<string, GherkinPlace>()
  const uriOf = new Map<string, string>()
  const pickles: Pickle[] = []
  const cases = new Map<string, TestCase>()
  const attempts = new Map<string, Attempt>()
  const attemptsAt = new Map<string, Attempt[]>()
  const ours = new Set<string>()
  const judging = new Set<string>()
  let run: Pick<RunReport, 'started' | 'finished' | 'versions'> = { started: null, finished: null, versions: {} }
  let hasFailedHook = false
  let success = true
  for (const message of messages) {
    for (const [id, place] of message.gherkinDocument ? gherkinPlaces(message.gherkinDocument) : []) {
      places.set(id, place)
      uriOf.set(id, message.gherkinDocument?.uri ?? '')
    }
    if (message.pickle) pickles.push(message.pickle)
    if (message.stepDefinition) {
      const kind = ourDefinition(message.stepDefinition.sourceReference.uri ?? '')
      if (kind !== null) ours.add(message.stepDefinition.id)
      if (kind === 'judging') judging.add(message.stepDefinition.id)
    }
    if (message.testCase) cases.set(message.testCase.id, message.testCase)
    if (message.testCaseStarted) {
      const attempt = attemptOf(message.testCaseStarted)
      attempts.set(attempt.id, attempt)
      const pickle = cases.get(attempt.testCase)?.pickleId ?? ''
      attemptsAt.set(pickle, [...(attemptsAt.get(pickle) ?? []), attempt])
    }
    const told = message.testStepFinished ?? message.attachment ?? message.testCaseFinished
    const attempt = attempts.get(told?.testCaseStartedId ?? '')
    if (attempt !== undefined) noteOf(attempt, message)
    if (message.testRunHookFinished) hasFailedHook ||= isStatus(message.testRunHookFinished.result.status, 'FAILED')
    if (message.testRunStarted) run = { ...run, started: instantOf(message.testRunStarted.timestamp) }
    if (message.testRunFinished) {
      run = { ...run, finished: instantOf(message.testRunFinished.timestamp) }
      success &&= message.testRunFinished.success
      hasFailedHook ||= message.testRunFinished.exception !== undefined
    }
    if (message.meta) run = { ...run, versions: versionsIn(message.meta) }
  }
  const lost = lostScenarios(pickles, places, uriOf)
  const played = pickles
    .map((pickle) => {
      const attempt = lastThatJudged(attemptsAt.get(pickle.id) ?? [])
      const conduct = conductOf(pickle, cases.get(attempt?.testCase ?? ''), attempt, { ours, judging })
      return { scenario: scenarioOf(pickle, places, attempt, conduct), attempt }
    })
    .concat(lost.map((scenario) => ({ scenario, attempt: undefined })))
    .sort((a, b) => byCodeUnit(a.scenario.uri, b.scenario.uri) || a.scenario.line - b.scenario.line)
  return {
    scenarios: played.map(({ scenario }) => scenario),
    hasFailedHook,
    success,
    run: {
      ...run,
      scenarios: played.flatMap(({ scenario, attempt }) => (attempt ? [scenarioRun(scenario, attempt)] : [])),
    },
  }
}

function scenarioOf(
  pickle: Pickle,
  places: ReadonlyMap<string, GherkinPlace>,
  attempt: Attempt | undefined,
  { status, ours }: Conduct,
): CollectedScenario {
  const place = pickle.astNodeIds.map((id) => places.get(id)).findLast((found) => found !== undefined)
  const tags = [...new Set(pickle.tags.map((tag) => tag.name))]
  const isLeftOut = status === 'skipped' || status === 'not-run'
  const skipped = ours && isLeftOut && tags.includes(skipTag) ? (place?.reason ?? null) : null
  return {
    uri: slashed(pickle.uri),
    line: place?.line ?? pickle.location?.line ?? 0,
    feature: place?.feature ?? '',
    name: pickle.name,
    tags,
    status: skipped === null ? status : 'not-run',
    ours,
    skipped,
    outline: place?.outline ?? null,
    steps: pickle.steps.map(({ text, argument, astNodeIds }) => ({
      line: places.get(astNodeIds[0] ?? '')?.line ?? 0,
      text,
      table: argument?.dataTable?.rows.map((row) => row.cells.map((cell) => cell.value)) ?? [],
    })),
    attached: attempt?.attached.map(({ mediaType, body }) => ({ mediaType, body })) ?? [],
  }
}

/** What a feature holds and no pickle tells of: it is missed. */
function lostScenarios(
  pickles: readonly Pickle[],
  places: ReadonlyMap<string, GherkinPlace>,
  uriOf: ReadonlyMap<string, string>,
): readonly CollectedScenario[] {
  const told = new Set(pickles.flatMap(({ astNodeIds }) => astNodeIds))
  return [...places].flatMap(([id, { kind, line, feature, outline, name }]) =>
    kind === 'step' || kind === 'outline' || told.has(id)
      ? []
      : [
          {
            uri: slashed(uriOf.get(id) ?? ''),
            line,
            feature,
            name,
            tags: [],
            status: 'not-run',
            ours: true,
            skipped: null,
            outline,
            steps: [],
            attached: [],
          },
        ],
  )
}

function scenarioRun({ uri, line }: CollectedScenario, { number, started, finished, worker }: Attempt): ScenarioRun {
  const milliseconds = finished === null ? 0 : millisecondsOf(finished) - millisecondsOf(started)
  return { uri, line, attempts: number + 1, milliseconds: Math.floor(milliseconds), worker }
}

function slashed(uri: string): string {
  return uri.replaceAll('\\', '/')
}

/** The type of a status is an enumeration of a package that we do not know; in a message it is a text. */
function isStatus(status: string, name: string): boolean {
  return status === name
}

function versionsIn({ implementation, runtime, os }: NonNullable<Message['meta']>): Readonly<Record<string, string>> {
  return Object.fromEntries([implementation, runtime, os].map(({ name, version }) => [name, version ?? '']))
}

function instantOf(timestamp: Timestamp): string {
  return new Date(millisecondsOf(timestamp)).toISOString()
}

function millisecondsOf({ seconds, nanos }: Timestamp): number {
  return seconds * 1000 + nanos / 1_000_000
}
