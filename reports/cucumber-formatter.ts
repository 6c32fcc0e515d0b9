import type { FormatterPlugin, FormatterPluginContext } from '@cucumber/cucumber/api'
import { ObservationError } from '../measures/index.ts'
import { inertLines } from '../sigma/index.ts'
import {
  beginOutput,
  claimOutput,
  endOutput,
  fileFault,
  isClaimed,
  type Settings,
  SourceError,
  settingsOf,
} from '../sources/index.ts'
import type { Envelope } from './collect-run.ts'
import { formatTerminal } from './formats/terminal.ts'
import { progressOn } from './progress.ts'
import { keptWords, reportOfRun, writeReport } from './report-run.ts'

/** Lines are this wide where the stream is no terminal, or one that does not tell its width. */
const columnsOfAFile = 100

/**
 * Cucumber's formatter: takes the messages in, prints the table to its stream and writes `report.json` and
 * `html/index.html` into the output folder. Options stand under `formatOptions.sigmaproof`; the project root is the
 * working directory. Where there is nothing to count it says so on the stream and on stderr, writes no report, and the
 * process ends red, as it does when a rule cannot be read.
 */
const formatter: FormatterPlugin<unknown> = {
  type: 'formatter',
  optionsKey: 'sigmaproof',
  formatter: (context) => {
    const messages: Envelope[] = []
    context.on('message', (message) => {
      messages.push(message)
    })
    return () => finish(context, messages)
  },
}

export default formatter

async function finish(
  { options, logger, stream, write }: FormatterPluginContext<unknown>,
  messages: readonly Envelope[],
): Promise<void> {
  try {
    const settings = settingsOf(options, process.cwd())
    const features = messages.flatMap(({ source }) => (source === undefined ? [] : [source.uri]))
    claim(settings, features)
    const report = reportOfRun(messages, settings, progressOn(process.stderr))
    const kept = await writeReport(report, settings, features)
    for (const path of kept) logger.warn(keptWords(path, settings))
    endOutput(settings)
    write(inertLines(formatTerminal(report, terminalOf(stream))))
    if (report.unreadable.length > 0 || report.totals.gaps.closed > 0) endRed()
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
