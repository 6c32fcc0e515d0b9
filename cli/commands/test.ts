import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type IRunConfiguration, type ISourcesCoordinates, runCucumber } from '@cucumber/cucumber/api'
import { pathsForCucumber, requireFeatures, selectedIn } from '../../project/features/index.ts'
import { openProject } from '../../project/index.ts'
import {
  formatSuggestions,
  formatTerminal,
  hasMoreToRun,
  outcomeOf,
  progressOn,
  type ReportedRun,
} from '../../reports/index.ts'
import { visibleText } from '../../sigma/index.ts'
import {
  beginOutput,
  claimOutput,
  clearReports,
  endOutput,
  type LoadedRules,
  type Settings,
  SourceError,
  scopedThresholds,
  settingsOf,
} from '../../sources/index.ts'
import { codeOfOutcome } from '../code-of-outcome.ts'
import { configurationOf, reportPath, withOurs } from '../cucumber/cucumber-configuration.ts'
import { environmentOf } from '../cucumber/cucumber-environment.ts'
import { hearFaults } from '../cucumber/heard-faults.ts'
import { refuseFormatsOfCode, replayMessages } from '../cucumber/replay-messages.ts'
import { runShards, ShardEndedError } from '../cucumber/run-shards.ts'
import { jobsIn, shardIn, shardsWithin } from '../cucumber/shard.ts'
import { visibleFormats } from '../cucumber/visible-formats.ts'
import { type ExitCode, exitCodes, highestOf } from '../exit-codes.ts'
import type { Invocation } from '../invocation.ts'
import { codeOfThresholds, isSelection, tellUnjudgedMutation, withThresholds } from '../options/thresholds.ts'
import { hasUnreadableRule, printErrorsSpokenOf } from '../printing/print-problems.ts'
import { isAsInAFile, terminalOf } from '../printing/terminal.ts'
import { mutate } from './mutate.ts'

/** The arguments of `sigmaproof test` as given; what is left out stands in the user's configuration or is the default. */
export interface TestArguments {
  readonly features: readonly string[]
  readonly rules?: readonly string[]
  readonly out?: string
  readonly seed?: string
  readonly tags?: string
  readonly strict?: boolean
  /** Whether to print the scenarios that are missing. */
  readonly suggest?: boolean
  /** How many processes share the scenarios out. */
  readonly jobs?: string
  /** Which part of the suite to run: `2/3`. */
  readonly shard?: string
  /** What a measure must reach: `mcdc=100`. */
  readonly threshold?: readonly string[]
  /** Whether to judge mutants by the run. */
  readonly mutate?: boolean
}

/**
 * Runs the suites: prints the problems of the rules, runs Cucumber with the user's configuration, our steps and our
 * reports, and prints the table. A rule that cannot be read does not stop the others; a feature that cannot be read does.
 * Throws a UsageError or SourceError where there is nothing sensible to run.
 */
export async function testCommand(invocation: Invocation, given: TestArguments): Promise<ExitCode> {
  const { features, tags, jobs: jobsGiven, shard: shardGiven, threshold, mutate: mutates = false, ...asked } = given
  const jobs = jobsIn(jobsGiven ?? '1')
  const own = await configurationOf(invocation, tags)
  const shard = shardIn(shardGiven ?? (own.sources.shard || '1/1'))
  if (jobs > 1) refuseFormatsOfCode(own.formats)
  const configured = settingsOf(settingsWith(own.runtime.worldParameters.sigmaproof, asked), invocation.cwd)
  const settings = withThresholds(configured, threshold)
  claimOutput(settings, { alsoWritten: Object.keys(own.formats.files) })
  clearReports(settings)
  const { rules } = openProject(settings)
  scopedThresholds(settings, rules.sources.keys())
  const chosen = features.length > 0 || own.sources.paths.length > 0 ? features : settings.features
  requireFeatures(chosen, settings.root)
  const sources: ISourcesCoordinates = {
    ...own.sources,
    ...(chosen.length > 0 && { paths: [...chosen] }),
    shard: shard.of === 1 ? '' : `${shard.index}/${shard.of}`,
  }

  const { errors, features: planned, scenarios, whole } = await selectedIn(sources, environmentOf(invocation))
  const texts = planned.map((uri) => readFileSync(resolve(invocation.cwd, uri), 'utf8'))
  printErrorsSpokenOf(rules, texts, invocation.stderr)
  for (const error of errors) invocation.stderr.write(`${error}\n`)
  if (errors.length > 0) {
    invocation.stderr.write('Nothing was run: correct the feature first.\n')
    return exitCodes.unreadable
  }

  beginOutput(settings, planned)
  const literal = { ...sources, paths: pathsForCucumber(sources.paths, invocation.cwd) }
  let reported: ReportedRun | null = null
  const configuration = withOurs({ ...own, sources: literal }, settings, invocation, (run) => {
    reported = run
  })
  const shown = { ...configuration, formats: visibleFormats(configuration.formats, invocation.stderr) }
  const heard = hearFaults(invocation.stderr, settings.root)
  try {
    const success =
      jobs === 1
        ? (await runCucumber(shown, environmentOf(invocation, heard.stream)).catch(heard.blame)).success
        : await runInProcesses(configuration, shardsWithin(shard, jobs), Math.ceil(scenarios / shard.of), invocation)
    endOutput(settings)
    if (reported === null) requireWritten(heard.sentences())
    const { report, messages } = printReport(reported, settings, invocation)
    requireWritten(heard.sentences())
    const isPart = isSelection({ features, tags, shards: shard.of }, invocation.cwd)
    if (!mutates) tellUnjudgedMutation(settings, invocation)
    return highestOf([
      success ? exitCodes.held : exitCodes.finding,
      codeOfOutcome(outcomeOf(report), shard.of > 1 && hasMoreToRun(report, whole), invocation),
      codeOfThresholds(report, isPart, invocation),
      mutates
        ? await mutate(
            settings,
            { limit: null, only: [], since: null, planned: [], isPart, messages },
            rules,
            invocation,
          )
        : exitCodes.held,
      codeOf(rules),
    ])
  } catch (error) {
    if (!(error instanceof ShardEndedError)) throw error
    invocation.stderr.write(`${error.message}; what is left was not judged, and no report was made.\n`)
    return exitCodes.finding
  }
}

/** The suite by several processes at once; what they did is then reported as one run. Returns whether all went well. */
async function runInProcesses(
  configuration: IRunConfiguration,
  shards: readonly string[],
  scenarios: number,
  invocation: Invocation,
): Promise<boolean> {
  const progress = progressOn(invocation.stderr)
  let through = 0
  const messages = await runShards(configuration, shards, invocation, () => {
    through += 1
    progress.show(`${through} of ${scenarios} scenarios`)
  }).finally(progress.end)
  // A bar that is filled at one stroke says nothing.
  const stdout = configuration.formats.stdout === 'progress-bar' ? 'summary' : configuration.formats.stdout
  requireWritten(await replayMessages(messages, { ...configuration.formats, stdout }, invocation))
  return messages.some((message) => message.testRunFinished?.success)
}

/** Throws a SourceError where a report could not be written. */
function requireWritten(faults: readonly string[]): void {
  if (faults.length > 0) throw new SourceError(faults.join('; '))
}

function settingsWith(own: unknown, asked: Readonly<Record<string, unknown>>): unknown {
  return typeof own === 'object' && own !== null && !Array.isArray(own) ? { ...own, ...asked } : (own ?? asked)
}

function codeOf(rules: LoadedRules): ExitCode {
  return hasUnreadableRule(rules) ? exitCodes.unreadable : exitCodes.held
}

/** Prints what the formatter handed over. Throws a SourceError where that is nothing. */
function printReport(run: ReportedRun | null, { out }: Settings, { stdout, stderr, env }: Invocation): ReportedRun {
  if (run === null) throw new SourceError(`the run left no report in "${out}"`)
  const { report, summary } = run
  const terminal = terminalOf(stdout, env)
  stdout.write(formatSuggestions(report))
  stdout.write(isAsInAFile(terminal) ? summary : formatTerminal(report, terminal))
  if (report.suggestions.length > 0) stderr.write(`\nSuggestions: ${visibleText(reportPath(out, 'suggestions/'))}`)
  stderr.write(`\nReport: ${visibleText(reportPath(out, 'html/index.html'))}\n`)
  return run
}
