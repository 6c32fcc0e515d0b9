import { visibleText } from '../../sigma/index.ts'
import type { Message } from '../../sources/index.ts'
import { isDryRun } from '../run/dry-run.ts'
import { checkRun } from './check-run.ts'
import { asAttempts, executionsIn, inTime } from './executions.ts'
import { joinFeatures } from './join-features.ts'
import { joinSupport } from './join-support.ts'
import { MergeError } from './merge-error.ts'
import { idsGiven, renamed } from './message-ids.ts'
import type { RunMessages } from './run-messages.ts'

/**
 * One run's messages out of those of several (shards of one suite, or a suite and the scenarios of it that were run
 * again): features and support code once, scenarios by uri and line, and of a scenario that more than one run the last
 * attempt counts. The order does not depend on that of the files, but for the ids that are kept. Throws a {@link MergeError} for a file that is no whole run, and for files that do not go together.
 */
export function mergeRuns(runs: readonly RunMessages[]): readonly Message[] {
  for (const run of runs) checkRun(run)
  for (const { path, messages } of runs) {
    if (isDryRun(messages)) {
      throw new MergeError('mismatch', `${path} is of a dry run, which judges nothing; run it without --dry-run`)
    }
  }
  refuseTwice(runs)
  refuseTwoVersions(runs)
  const features = joinFeatures(runs)
  const support = joinSupport(runs)
  const meta = runs.flatMap(({ messages }) => messages.filter((message) => message.meta)).slice(0, 1)
  const starts = runs.flatMap(({ messages }) => messages.flatMap((message) => message.testRunStarted ?? []))
  const start = starts.toSorted((a, b) => inTime(a.timestamp, b.timestamp))[0]
  if (start === undefined) throw new MergeError('mismatch', 'there is no run to report')
  const runIds = new Set(starts.map(({ id }) => id))

  const told = runs.map(({ messages }, at) => {
    const nameOf = (id: string): string =>
      features.names[at]?.get(id) ?? support.names[at]?.get(id) ?? (runIds.has(id) ? (start.id ?? id) : id)
    return executionsIn(messages.map((message) => renamed(message, nameOf)))
  })
  const casesOf = Map.groupBy(
    told.flatMap(({ cases }) => cases),
    ({ pickle }) => pickle,
  )
  const cases = features.pickles.flatMap(({ id }) => asAttempts(casesOf.get(id) ?? []))
  return [
    ...meta,
    ...features.messages,
    ...support.messages,
    { testRunStarted: start },
    ...told.flatMap(({ before }) => before),
    ...cases,
    ...told.flatMap(({ after }) => after),
    { testRunFinished: finish(runs, start.id, cases) },
  ]
}

function refuseTwice(runs: readonly RunMessages[]): void {
  const holder = new Map<string, RunMessages>()
  for (const run of runs) {
    for (const { testRunStarted, testCase } of run.messages) {
      for (const id of idsGiven({ ...(testRunStarted && { testRunStarted }), ...(testCase && { testCase }) })) {
        const other = holder.get(id)
        if (other !== undefined && other !== run) {
          throw new MergeError('mismatch', `${run.path} and ${other.path} hold the same run; give each once`)
        }
        holder.set(id, run)
      }
    }
  }
}

function refuseTwoVersions(runs: readonly RunMessages[]): void {
  const [first, ...others] = runs.map(({ path, messages }) => ({ path, version: versionIn(messages) }))
  const other = others.find(({ version }) => version !== first?.version)
  if (first === undefined || other === undefined) return
  const written = [first, other].map(({ path, version }) => `${path} by cucumber-js ${visibleText(version)}`)
  throw new MergeError('mismatch', `two versions wrote these runs: ${written.join(', ')}; use one`)
}

function versionIn(messages: readonly Message[]): string {
  return messages.find((message) => message.meta)?.meta?.implementation.version ?? ''
}

type RunFinish = NonNullable<Message['testRunFinished']>

/** The end of the last run. All went well where each run did, or where what failed in one went well in a later one. */
function finish(runs: readonly RunMessages[], id: string | undefined, cases: readonly Message[]): RunFinish {
  const ends = runs.flatMap(({ messages }) => messages.flatMap((message) => message.testRunFinished ?? []))
  const last = ends.toSorted((a, b) => inTime(b.timestamp, a.timestamp))[0]
  if (last === undefined) throw new MergeError('mismatch', 'there is no run to report')
  const failedRuns = runs.filter(({ messages }) =>
    messages.some((message) => message.testRunFinished?.success === false),
  )
  const success = failedRuns.length === 0 || (failedRuns.every(hooksPassed) && !anyFails(cases))
  const exception = ends.find((end) => end.exception !== undefined)?.exception
  return {
    ...(id !== undefined && { testRunStartedId: id }),
    timestamp: last.timestamp,
    success: success && exception === undefined,
    ...(exception !== undefined && { exception }),
  }
}

function hooksPassed({ messages }: RunMessages): boolean {
  return messages.every(({ testRunHookFinished: hook }) => hook === undefined || statusIs(hook.result.status, 'PASSED'))
}

/** Whether a scenario's last attempt has a step that makes a run red. */
function anyFails(cases: readonly Message[]): boolean {
  const retried = new Set(
    cases.flatMap(({ testCaseFinished: end }) => (end?.willBeRetried ? [end.testCaseStartedId] : [])),
  )
  return cases.some(({ testStepFinished: step }) => {
    if (step === undefined || retried.has(step.testCaseStartedId)) return false
    return !['PASSED', 'SKIPPED'].some((status) => statusIs(step.testStepResult.status, status))
  })
}

/** The type of a status is an enumeration of a package that we do not know; in a message it is a text. */
function statusIs(status: string, name: string): boolean {
  return status === name
}
