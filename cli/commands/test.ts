import { existsSync, globSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { type ISourcesCoordinates, runCucumber } from '@cucumber/cucumber/api'
import { formatTerminal, readReport } from '../../reports/index.ts'
import { type LoadedRules, loadRules, type Settings, SourceError, settingsOf } from '../../sources/index.ts'
import { configurationOf, reportPath, withOurs } from '../cucumber-configuration.ts'
import { environmentOf } from '../cucumber-environment.ts'
import { type ExitCode, exitCodes, highestOf } from '../exit-codes.ts'
import type { Invocation } from '../invocation.ts'
import { hasUnreadableRule, printErrors } from '../print-problems.ts'
import { parseErrorsIn, requireFeatures } from '../selected-scenarios.ts'
import { terminalOf } from '../terminal.ts'

/** The arguments of `sigmaproof test` as given; what is left out stands in the user's configuration or is the default. */
export interface TestArguments {
  readonly features: readonly string[]
  readonly rules?: readonly string[]
  readonly out?: string
  readonly seed?: string
  readonly tags?: string
  readonly strict?: boolean
}

/**
 * Runs the suites: prints the problems of the rules, runs Cucumber with the user's configuration, our steps and our
 * reports, and prints the table. A rule that cannot be read does not stop the others; a feature that cannot be read does.
 * Throws a UsageError or SourceError where there is nothing sensible to run.
 */
export async function testCommand(invocation: Invocation, given: TestArguments): Promise<ExitCode> {
  const { features, tags, ...asked } = given
  const own = await configurationOf(invocation, tags)
  const settings = settingsOf(settingsWith(own.runtime.worldParameters.sigmaproof, asked), invocation.cwd)
  removeReports(settings)
  const rules = loadRules(settings.root, settings.rules, settings.placeholders)
  const chosen = features.length > 0 || own.sources.paths.length > 0 ? features : settings.features
  requireFeatures(chosen, settings.root)
  const sources: ISourcesCoordinates = chosen.length > 0 ? { ...own.sources, paths: [...chosen] } : own.sources

  printErrors(rules, invocation.stderr)
  const errors = await parseErrorsIn(sources, invocation)
  for (const error of errors) invocation.stderr.write(`${error}\n`)
  if (errors.length > 0) {
    invocation.stderr.write('Nothing was run: correct the feature first.\n')
    return exitCodes.unreadable
  }

  const { success } = await runCucumber(withOurs({ ...own, sources }, settings, invocation), environmentOf(invocation))
  printReport(settings, invocation)
  return highestOf([success ? exitCodes.held : exitCodes.finding, codeOf(rules)])
}

function settingsWith(own: unknown, asked: Readonly<Record<string, unknown>>): unknown {
  return typeof own === 'object' && own !== null && !Array.isArray(own) ? { ...own, ...asked } : (own ?? asked)
}

function codeOf(rules: LoadedRules): ExitCode {
  return hasUnreadableRule(rules) ? exitCodes.unreadable : exitCodes.held
}

/**
 * What an earlier run left must never pass for the result of this one. By name and not by folder: the output folder is
 * the user's to choose. Cucumber's attachments carry new names in every run.
 */
function removeReports({ root, out }: Settings): void {
  const attachments = globSync('cucumber/attachment-*', { cwd: resolve(root, out) })
  const names = ['report.json', 'summary.txt', 'html/index.html', 'cucumber/index.html', 'junit.xml', 'messages.ndjson']
  for (const name of [...names, ...attachments]) rmSync(resolve(root, out, name), { force: true })
}

function printReport({ root, out }: Settings, { stdout, stderr, env }: Invocation): void {
  const path = reportPath(out, 'report.json')
  if (!existsSync(resolve(root, path))) throw new SourceError(`the run left no report in "${out}"`)
  const report = readReport(readFileSync(resolve(root, path), 'utf8'), path)
  stdout.write(formatTerminal(report, terminalOf(stdout, env)))
  stderr.write(`\nReport: ${reportPath(out, 'html/index.html')}\n`)
}
