import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import {
  type BaselineOptions,
  type CheckReport,
  type CheckTextOptions,
  checkReportOf,
  comparedWithBaseline,
  formatCheckGithub,
  formatCheckJson,
  formatCheckSarif,
  formatCheckText,
} from '../../reports/check/index.ts'
import { SourceError } from '../../sources/faults/index.ts'
import type { CheckFormat } from '../../sources/output-formats/index.ts'
import { readRuleFiles, toldRules } from '../../sources/rules/index.ts'
import { settingsOf } from '../../sources/settings/index.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Invocation } from '../invocation.ts'
import { failOnIn, failsOn } from '../options/fail-on.ts'
import { formatOptions } from '../options/format-option.ts'
import { UsageError } from '../options/usage-error.ts'
import { packageVersion } from '../package-version.ts'
import { asInAFile, columnsOfAFile, terminalOf } from '../printing/terminal.ts'

/** The arguments of `sigmaproof check` as given. */
export interface CheckArguments extends BaselineOptions {
  readonly paths: readonly string[]
  readonly format?: readonly string[]
  readonly strict?: boolean
  /** Lists of codes with commas, or `warning`. */
  readonly failOn?: readonly string[]
  readonly verbose?: boolean
}

const formats: Readonly<Record<CheckFormat, (report: CheckReport, options: CheckTextOptions) => string>> = {
  text: formatCheckText,
  json: formatCheckJson,
  sarif: formatCheckSarif,
  github: formatCheckGithub,
}

/** What stands beside a line that is quoted: its number, and what sets it off. */
const besideALine = 14

/**
 * Reads and validates every rule of the paths, else of the configuration, and prints all that is wrong with them, but for what
 * is ignored with a reason or stands in a baseline. Throws a UsageError or SourceError where there is nothing to check or a
 * report cannot be written.
 */
export async function checkCommand(invocation: Invocation, given: CheckArguments): Promise<ExitCode> {
  const options = formatOptions(given.format ?? [], formats, 'text')
  const failOn = failOnIn(given.failOn ?? [])
  const { strict, paths, verbose = false } = given
  if (given.baseline !== undefined && given.writeBaseline !== undefined) {
    throw new UsageError('--baseline compares and --write-baseline writes all there is; give one of them')
  }
  const asked = { ...(strict === undefined ? {} : { strict }), ...(paths.length === 0 ? {} : { rules: paths }) }
  const settings = settingsOf(asked, invocation.cwd)
  const isWhole = paths.length === 0
  const told = toldRules(readRuleFiles(settings.root, settings.rules, settings.placeholders), settings, isWhole)
  const compared = comparedWithBaseline(told, given, settings.root, isWhole)
  const terminal = terminalOf(invocation.stdout, invocation.env)
  const columns = Math.max(80, Math.min(columnsOfAFile, terminal.columns)) - besideALine
  const report = checkReportOf(told, { version: packageVersion(), compared, columns })
  for (const { name, path } of options) {
    const where = path === null ? terminal : asInAFile
    const text = formats[name](report, { ...where, verbose })
    if (path === null) (name === 'github' ? invocation.commands : invocation.stdout).write(text)
    else writeReport(resolve(settings.root, path), text)
  }
  if (report.counts.errors > 0) return exitCodes.unreadable
  return failsOn(report, settings.strict ? 'warning' : failOn) ? exitCodes.finding : exitCodes.held
}

function writeReport(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  } catch (cause) {
    throw new SourceError(`the report "${path}" cannot be written`, { cause })
  }
}
