import { existsSync, readFileSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ObservationError, subjectsOf, suiteOf } from '../../measures/index.ts'
import { plannedIn } from '../../project/features/index.ts'
import { changesSince, openProject, rulesNamed, touchedBy } from '../../project/index.ts'
import {
  assembleMutation,
  formatMutationTerminal,
  isBelow,
  keptWords,
  type MutationPage,
  type MutationThresholds,
  mutateSubjects,
  progressOn,
  type RunForMutation,
  rulesJudgedIn,
  runForMutation,
  writeMutation,
} from '../../reports/index.ts'
import { visibleLines, visibleText } from '../../sigma/index.ts'
import type { Message } from '../../sources/index.ts'
import {
  claimOutput,
  type LoadedRules,
  MessageError,
  readMessages,
  type Settings,
  settingsOf,
} from '../../sources/index.ts'
import { configurationOf, reportPath } from '../cucumber/cucumber-configuration.ts'
import { environmentOf } from '../cucumber/cucumber-environment.ts'
import { type ExitCode, exitCodes, highestOf } from '../exit-codes.ts'
import type { Invocation } from '../invocation.ts'
import { UsageError } from '../options/usage-error.ts'
import { packageVersion } from '../package-version.ts'
import { hasUnreadableRule, printErrors } from '../printing/print-problems.ts'
import { terminalOf } from '../printing/terminal.ts'

/** The arguments of `sigmaproof mutate` as given. */
export interface MutateArguments {
  /** Only these rules, filter documents and correlations: paths, titles, names and ids; all of them when empty. */
  readonly only: readonly string[]
  readonly rules?: readonly string[]
  readonly out?: string
  /** Only what changed since this commit: rules, filter documents, correlations, and those of features. */
  readonly since?: string
  readonly thresholdBreak?: string
}

/** The score that is called good, and the one below which it is called bad, where nothing else is asked for. */
const usual = { high: 80, low: 60 } as const

/**
 * Judges mutants of rules, filter documents and correlations by the observations of the last run, prints what became of them
 * and writes it to the output folder; Cucumber is not run. Throws a UsageError where there is no run to judge by.
 */
export async function mutateCommand(invocation: Invocation, given: MutateArguments): Promise<ExitCode> {
  const { only, since, thresholdBreak, ...asked } = given
  const settings = settingsOf(asked, invocation.cwd)
  const limit = thresholdBreak === undefined ? null : percentIn(thresholdBreak)
  claimOutput(settings)
  const { rules: loaded } = openProject(settings)
  printErrors(loaded, invocation.stderr)
  const { sources } = await configurationOf(invocation, undefined)
  const paths = sources.paths.length > 0 ? sources.paths : [...settings.features]
  const planned = await plannedIn({ ...sources, paths }, environmentOf(invocation))
  const request = { limit, only, since: since ?? null, planned, isPart: false, messages: null }
  return mutate(settings, request, loaded, invocation)
}

/** What is asked of the mutants. */
export interface MutationRequest {
  /** The score below which they are a finding; null: what the settings say. */
  readonly limit: number | null
  /** Only these rules, filter documents and correlations, by path, title, name or id; all of them when empty. */
  readonly only: readonly string[]
  /** Only what changed since this commit; null: everything. */
  readonly since: string | null
  /** The scenarios that should have run, as `uri:line`, as far as that is known. */
  readonly planned: readonly string[]
  /** The run was one of a selection: a score is printed, and not held against anything. */
  readonly isPart: boolean
  /** The messages of the run; null: as they lie in the output folder. */
  readonly messages: readonly Message[] | null
}

/** The same for settings and rules that are known, as they are after a run of `sigmaproof test`. */
export async function mutate(
  settings: Settings,
  { limit, only, since, planned, isPart, messages }: MutationRequest,
  loaded: LoadedRules,
  invocation: Invocation,
): Promise<ExitCode> {
  const { root, out } = settings
  try {
    const run = runForMutation(messages ?? (await messagesOfLastRun(settings)))
    if (run.failed.length > 0) return refuse(run, invocation)
    if (run.passed.length === 0) throw new UsageError('no scenario of the last run passed: nothing can kill a mutant')
    const leftOut = planned.filter((place) => !run.ran.has(place)).length
    if (leftOut > 0) {
      invocation.stderr.write(`The last run left ${leftOut} of ${planned.length} scenarios out; they kill nothing.\n`)
    }
    const wanted = thresholdsOf(settings, limit)
    const isJudged = !isPart && leftOut === 0
    const thresholds = isJudged ? wanted : { ...wanted, break: null }
    const suite = suiteOf(loaded, run.passed)
    const all = subjectsOf(loaded)
    const chosen = only.length === 0 ? all : rulesNamed(all, only)
    const changes = since === null ? null : changesSince(root, since)
    const subjects = changes === null ? chosen : touchedBy(chosen, loaded, changes, rulesJudgedIn(run, changes.changed))
    const judged = mutateSubjects(suite, subjects, all, settings, progressOn(invocation.stderr))
    const report = assembleMutation(judged, run.passed, run.features, thresholds)
    const rules = [...loaded.rules, ...loaded.correlations]
    const { features, kept } = await writeMutation(report, rules, settings, mutationPage())
    const terminal = terminalOf(invocation.stdout, invocation.env)
    invocation.stdout.write(formatMutationTerminal(report, { ...terminal, folder: reportPath(out, 'mutation') }))
    if (!isJudged && wanted.break !== null) {
      invocation.stderr.write('\nOnly a part of the suite ran: the mutation score is not judged.\n')
    }
    for (const path of kept) invocation.stderr.write(`\n${keptWords(path, settings)}`)
    if (features > 0) invocation.stderr.write(`\nSuggestions: ${visibleText(reportPath(out, 'mutation/suggestions/'))}`)
    invocation.stderr.write(`\nMutants: ${visibleText(reportPath(out, 'mutation/index.html'))}\n`)
    return highestOf([
      isBelow(report.totals, thresholds) ? exitCodes.finding : exitCodes.held,
      hasUnreadableRule(loaded) ? exitCodes.unreadable : exitCodes.held,
    ])
  } catch (error) {
    if (!(error instanceof MessageError || error instanceof ObservationError)) throw error
    invocation.stderr.write(`${visibleLines(error.message)}\nNo mutant was judged.\n`)
    return exitCodes.unreadable
  }
}

async function messagesOfLastRun({ root, out }: Settings): Promise<readonly Message[]> {
  const file = resolve(root, out, 'messages.ndjson')
  const path = relative(root, file).split(sep).join('/')
  if (existsSync(file)) return (await readMessages(root, path)).messages
  throw new UsageError(`there is no run to judge mutants by: "${path}" is missing; run "sigmaproof test" first`)
}

function mutationPage(): MutationPage {
  const viewer = fileURLToPath(import.meta.resolve('mutation-testing-elements/mutation-test-elements.js'))
  return { version: packageVersion(), viewer: readFileSync(viewer, 'utf8') }
}

function thresholdsOf({ thresholds, unread }: Settings, limit: number | null): MutationThresholds {
  const { low = usual.low, high = Math.max(usual.high, low), break: least = null } = thresholds.mutation ?? {}
  return { high, low: Math.min(low, high), break: limit ?? least, unreadCounts: unread === 'counts' }
}

/** Where the rule is not proved green, what turns red says nothing of a mutant. */
function refuse({ failed }: RunForMutation, { stderr }: Invocation): ExitCode {
  const most = 10
  const places = failed.slice(0, most).map((place) => `  ${place}`)
  const more = failed.length > most ? [`  and ${failed.length - most} more`] : []
  const lines = ['The last run did not pass, so no mutant was judged; mend these first:', ...places, ...more]
  stderr.write(`${lines.join('\n')}\n`)
  return exitCodes.finding
}

function percentIn(text: string): number {
  const percent = Number(text)
  if (/^\d+(?:\.\d+)?$/.test(text) && percent <= 100) return percent
  throw new UsageError(`--threshold-break takes a number from 0 to 100, got "${text}"`)
}
