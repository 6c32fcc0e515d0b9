import { parseArgs } from 'node:util'
import {
  type FormatterPlugin,
  type FormatterPluginContext,
  loadConfiguration,
  loadSources,
} from '@cucumber/cucumber/api'
import { ObservationError } from '../../measures/index.ts'
import { openProject } from '../../project/index.ts'
import { inertLines } from '../../sigma/index.ts'
import type { Message } from '../../sources/index.ts'
import {
  beginOutput,
  claimOutput,
  endOutput,
  fileFault,
  isClaimed,
  type Settings,
  SourceError,
  settingsOf,
} from '../../sources/index.ts'
import { hasMoreToRun, outcomeOf } from '../assembly/run-outcome.ts'
import type { Report } from '../document/report.ts'
import { formatTerminal } from '../formats/terminal.ts'
import { progressOn } from '../progress.ts'
import { keptWords, reportOfRun, writeReport } from '../report-run.ts'
import { isDryRun } from '../run/dry-run.ts'
import { commandOption, isTakeRun, type TakeRun } from './run-handover.ts'

/** Lines are this wide where the stream is no terminal, or one that does not tell its width. */
const columnsOfAFile = 100

/**
 * Cucumber's formatter: takes the messages in, prints the table to its stream and writes `report.json` and
 * `html/index.html` into the output folder. Options stand under `formatOptions.sigmaproof`; the project root is the
 * working directory. Where there is nothing to count it says so on the stream and on stderr, writes no report, and the
 * process ends red, as it does when a rule cannot be read, when a scenario of ours did not pass, whatever Cucumber makes of
 * it, and when nothing was run. A dry run keeps Cucumber's exit code.
 */
const formatter: FormatterPlugin<unknown> = {
  type: 'formatter',
  optionsKey: 'sigmaproof',
  formatter: (context) => {
    const messages: Message[] = []
    let isOver = false
    context.on('message', (message) => {
      messages.push(message)
    })
    // Code of the user's may end the process in the middle of a run, and with 0.
    process.once('exit', () => {
      if (isOver) return
      context.logger.error('sigmaproof: the process ended before its run did; what is left was not judged')
      process.exitCode ||= 1
    })
    for (const stream of [process.stdout, process.stderr]) stream.on('error', letClose)
    return async () => {
      await finish(context, messages)
      isOver = true
    }
  },
}

export default formatter

/** Whoever reads the output may have enough of it; the run goes on, because its exit code is asked for too. */
function letClose(error: Error): void {
  if (!('code' in error && error.code === 'EPIPE')) throw error
}

async function finish(
  { options, logger, stream, write }: FormatterPluginContext<unknown>,
  messages: readonly Message[],
): Promise<void> {
  try {
    const { takeRun, given } = ordersIn(options)
    if (isDryRun(messages)) {
      write('A dry run judges nothing: sigmaproof writes no report of it.\n')
      return
    }
    const settings = settingsOf(given, process.cwd())
    const features = messages.flatMap(({ source }) => (source === undefined ? [] : [source.uri]))
    claim(settings, features)
    const report = reportOfRun(messages, openProject(settings), progressOn(process.stderr))
    const kept = await writeReport(report, settings, features)
    for (const path of kept) logger.warn(keptWords(path, settings))
    endOutput(settings)
    const summary = formatTerminal(report, terminalOf(stream))
    write(inertLines(summary))
    takeRun?.({ report, summary, messages })
    const outcome = outcomeOf(report)
    if (report.unreadable.length > 0 || outcome === 'red') endRed()
    if (outcome === 'nothing-ran' && takeRun === null && !(await isPartOfMore(report))) {
      logger.error('sigmaproof: nothing was run')
      endRed()
    }
  } catch (error) {
    // Thrown from here it would cut Cucumber's other reports short in the middle.
    const message = inertLines(`sigmaproof wrote no report:\n${textOf(error)}`)
    write(`${message}\n`)
    logger.error(message)
    endRed()
  }
}

/** Clocks of disks are coarser than ours. */
const clockSlack = 2000

/** The command has done so before the run; plain `cucumber-js` has other formatters write there already. */
function claim(settings: Settings, features: readonly string[]): void {
  if (isClaimed(settings)) return
  const since = Date.now() - process.uptime() * 1000 - clockSlack
  claimOutput(settings, { since })
  beginOutput(settings, features, since)
}

/** What `sigmaproof test` says beside the settings: it knows itself what a run of nothing is. */
function ordersIn(options: unknown): { readonly takeRun: TakeRun | null; readonly given: unknown } {
  if (typeof options !== 'object' || options === null || !(commandOption in options)) {
    return { takeRun: null, given: options }
  }
  const { [commandOption]: takeRun, ...given } = options
  return { takeRun: isTakeRun(takeRun) ? takeRun : null, given }
}

/** The options of cucumber-js that say which configuration it uses. */
const configurationOptions = {
  config: { type: 'string', short: 'c' },
  profile: { type: 'string', short: 'p', multiple: true },
} as const

/** Whether this is a shard that nothing fell to, of a suite that has scenarios to run. */
async function isPartOfMore({ scenarios }: Report): Promise<boolean> {
  const argv = process.argv.slice(2)
  const { config, profile } = parseArgs({ args: argv, options: configurationOptions, strict: false }).values
  const { runConfiguration } = await loadConfiguration({
    ...(typeof config === 'string' && { file: config }),
    ...(Array.isArray(profile) && { profiles: profile.filter((each) => typeof each === 'string') }),
    provided: argv,
  })
  const { sources } = runConfiguration
  if (sources.shard === undefined || sources.shard === '') return false
  const { plan } = await loadSources({ ...sources, shard: '', order: 'defined' })
  return hasMoreToRun({ scenarios }, plan)
}

/** Cucumber sets the exit code after this formatter has finished; the last word is spoken as the process ends. */
function endRed(): void {
  process.once('exit', () => {
    process.exitCode ||= 1
  })
}

function textOf(error: unknown): string {
  if (error instanceof ObservationError || error instanceof SourceError) return error.message
  const fault = fileFault(error, process.cwd())
  if (fault !== null) return fault.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function terminalOf(stream: NodeJS.WritableStream): { readonly columns: number; readonly colour: boolean } {
  const terminal = stream === process.stdout && process.stdout.isTTY ? process.stdout : null
  return { columns: terminal?.columns || columnsOfAFile, colour: terminal?.hasColors() ?? false }
}
