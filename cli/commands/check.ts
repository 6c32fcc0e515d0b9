import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import {
  type CheckReport,
  formatCheckGithub,
  formatCheckJson,
  formatCheckSarif,
  formatCheckText,
} from '../../reports/index.ts'
import { packageVersion, readRuleFiles, SourceError, settingsOf } from '../../sources/index.ts'
import { checkReportOf } from '../check-report-of.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { formatOptions } from '../format-option.ts'
import type { Invocation } from '../invocation.ts'

/** The arguments of `sigmaproof check` as given. */
export interface CheckArguments {
  readonly paths: readonly string[]
  readonly format?: readonly string[]
  readonly strict?: boolean
}

type FormatName = 'text' | 'json' | 'sarif' | 'github'

const formats: Readonly<Record<FormatName, (report: CheckReport) => string>> = {
  text: formatCheckText,
  json: formatCheckJson,
  sarif: formatCheckSarif,
  github: formatCheckGithub,
}

const formatNames: readonly FormatName[] = ['text', 'json', 'sarif', 'github']

/**
 * Reads and validates every rule of the paths, else of the configuration, and prints all that is wrong with them. Throws a
 * UsageError or SourceError where there is nothing to check or a report cannot be written.
 */
export async function checkCommand(invocation: Invocation, given: CheckArguments): Promise<ExitCode> {
  const options = formatOptions(given.format ?? [], formatNames, 'text')
  const { strict, paths } = given
  const asked = { ...(strict === undefined ? {} : { strict }), ...(paths.length === 0 ? {} : { rules: paths }) }
  const settings = settingsOf(asked, invocation.cwd)
  const report = checkReportOf(readRuleFiles(settings.root, settings.rules, settings.placeholders), packageVersion())
  for (const { name, path } of options) {
    const text = formats[name](report)
    if (path === null) invocation.stdout.write(text)
    else writeReport(resolve(settings.root, path), text)
  }
  return codeOf(report, settings.strict)
}

function codeOf({ counts }: CheckReport, strict: boolean): ExitCode {
  if (counts.errors > 0) return exitCodes.unreadable
  return strict && counts.warnings > 0 ? exitCodes.finding : exitCodes.held
}

function writeReport(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  } catch (cause) {
    throw new SourceError(`the report "${path}" cannot be written`, { cause })
  }
}
