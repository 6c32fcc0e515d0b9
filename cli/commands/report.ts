import { ObservationError } from '../../measures/index.ts'
import { openProject } from '../../project/index.ts'
import {
  type CollectedRun,
  collectRun,
  formatTerminal,
  keptWords,
  MergeError,
  mergeRuns,
  outcomeOf,
  progressOn,
  type Report,
  reportOfRun,
  seedsIn,
  writeReport,
} from '../../reports/index.ts'
import { visibleLines, visibleText } from '../../sigma/index.ts'
import type { Message } from '../../sources/index.ts'
import {
  beginOutput,
  claimOutput,
  clearReports,
  endOutput,
  findFiles,
  MessageError,
  type MessageFile,
  readMessages,
  type Settings,
  SourceError,
  scopedThresholds,
  settingsOf,
  writeOutput,
} from '../../sources/index.ts'
import { codeOfOutcome } from '../code-of-outcome.ts'
import { cucumberReports, reportPath } from '../cucumber/cucumber-configuration.ts'
import { replayMessages } from '../cucumber/replay-messages.ts'
import { type ExitCode, exitCodes, highestOf } from '../exit-codes.ts'
import type { Invocation } from '../invocation.ts'
import { codeOfThresholds, tellUnjudgedMutation, withThresholds } from '../options/thresholds.ts'
import { UsageError } from '../options/usage-error.ts'
import { hasUnreadableRule, printErrorsSpokenOf } from '../printing/print-problems.ts'
import { asInAFile, isAsInAFile, terminalOf } from '../printing/terminal.ts'

/** The arguments of `sigmaproof report` as given. */
export interface ReportArguments {
  readonly files: readonly string[]
  readonly rules?: readonly string[]
  readonly out?: string
  readonly partial?: boolean
  /** What a measure must reach: `mcdc=100`. */
  readonly threshold?: readonly string[]
}

/**
 * Makes the reports of runs that are over from their message files, merged to one; none of the user's code is loaded. A
 * scenario that no file ran is a finding, because a shard may be lost, unless `partial`. What a file says of success is not
 * asked: verdicts are judged again. Throws a UsageError or
 * SourceError where there is nothing sensible to report.
 */
export async function reportCommand(invocation: Invocation, given: ReportArguments): Promise<ExitCode> {
  const { files, partial = false, threshold, ...asked } = given
  const own = withThresholds(settingsOf(asked, invocation.cwd), threshold)
  claimOutput(own)
  const { rules } = openProject(own)
  scopedThresholds(own, rules.sources.keys())
  const paths = messageFiles(files, own.root)
  try {
    const messages = mergeRuns(await readAll(own.root, paths, invocation))
    const run = collectRun(messages)
    const settings = { ...own, seed: seedOf(run) ?? own.seed }
    const texts = messages.flatMap(({ source }) => (source === undefined ? [] : [source.data]))
    printErrorsSpokenOf(rules, texts, invocation.stderr)
    const report = reportOfRun(messages, openProject(settings), progressOn(invocation.stderr))
    // What lies in the output folder may be the very run that was read: it goes when there is something in its place.
    const features = messages.flatMap(({ source }) => (source === undefined ? [] : [source.uri]))
    clearReports(settings)
    beginOutput(settings, features)
    const kept = await writeReport(report, settings, features)
    for (const path of kept) invocation.stderr.write(`${keptWords(path, settings)}\n`)
    const faults = await writeCucumberReports(messages, settings, invocation)
    endOutput(settings)
    await print(report, settings, invocation)
    if (faults.length > 0) throw new SourceError(faults.join('; '))
    tellUnjudgedMutation(settings, invocation)
    const complete = partial || !tellNotRun(report, invocation)
    return highestOf([
      complete && !run.hasFailedHook ? exitCodes.held : exitCodes.finding,
      codeOfOutcome(outcomeOf(report), false, invocation),
      codeOfThresholds(report, partial, invocation),
      hasUnreadableRule(rules) ? exitCodes.unreadable : exitCodes.held,
    ])
  } catch (error) {
    if (error instanceof MergeError && error.kind === 'mismatch') throw new UsageError(error.message)
    if (!(error instanceof MessageError || error instanceof MergeError || error instanceof ObservationError))
      throw error
    invocation.stderr.write(`${visibleLines(error.message)}\nNo report was made.\n`)
    return exitCodes.unreadable
  }
}

function messageFiles(named: readonly string[], root: string): readonly string[] {
  const found = named.flatMap((path) => findFiles(root, [path], ['.ndjson']))
  const twice = found.find((path, at) => found.indexOf(path) < at)
  if (twice !== undefined) throw new UsageError(`"${visibleText(twice)}" is named twice`)
  return found
}

async function readAll(
  root: string,
  paths: readonly string[],
  { stderr }: Invocation,
): Promise<readonly MessageFile[]> {
  const progress = progressOn(stderr)
  const files: MessageFile[] = []
  try {
    for (const path of paths) {
      progress.show(`reading ${path}`)
      files.push(await readMessages(root, path))
    }
  } finally {
    progress.end()
  }
  return files
}

/** The seed that made the events, null where none was made. */
function seedOf(run: CollectedRun): string | null {
  const [seed, other] = seedsIn(run)
  if (seed === undefined || other === undefined) return seed ?? null
  const seeds = [seed, other].map((each) => `"${visibleText(each)}"`).join(' and ')
  throw new UsageError(`the runs were made with different seeds, ${seeds}; run all with one`)
}

async function writeCucumberReports(
  messages: readonly Message[],
  { out }: Settings,
  invocation: Invocation,
): Promise<readonly string[]> {
  const options = { includeAttachments: false }
  return replayMessages(
    messages,
    { stdout: 'summary', files: { ...cucumberReports(out) }, publish: false, options },
    invocation,
  )
}

async function print(report: Report, settings: Settings, { stdout, stderr, env }: Invocation): Promise<void> {
  const summary = formatTerminal(report, asInAFile)
  await writeOutput(settings, 'summary.txt', [summary])
  const terminal = terminalOf(stdout, env)
  stdout.write(isAsInAFile(terminal) ? summary : formatTerminal(report, terminal))
  stderr.write(`\nReport: ${visibleText(reportPath(settings.out, 'html/index.html'))}\n`)
}

/** How many scenarios that no file ran are listed. */
const mostListed = 10

/** Says which scenarios no file ran. Returns whether there are any. */
function tellNotRun({ scenarios }: Report, { stderr }: Invocation): boolean {
  const notRun = scenarios.filter(({ status, skipped }) => status === 'not-run' && skipped === null)
  if (notRun.length === 0) return false
  const places = notRun.slice(0, mostListed).map(({ uri, line, name }) => `  ${visibleText(`${uri}:${line} ${name}`)}`)
  const more = notRun.length > places.length ? [`  and ${notRun.length - places.length} more`] : []
  const lines = ['No file ran these scenarios; is one missing? (--partial leaves that aside)', ...places, ...more]
  stderr.write(`\n${lines.join('\n')}\n`)
  return true
}
