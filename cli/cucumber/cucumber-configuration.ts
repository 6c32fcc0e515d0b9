import { WriteStream } from 'node:tty'
import { type IRunConfiguration, loadConfiguration } from '@cucumber/cucumber/api'
import { commandOption, type TakeRun } from '../../reports/index.ts'
import type { Settings } from '../../sources/index.ts'
import { outputFormats } from '../../sources/output-formats/index.ts'
import type { Invocation } from '../invocation.ts'
import { UsageError } from '../options/usage-error.ts'
import { environmentOf } from './cucumber-environment.ts'
import { formatterSpecifier, isOurFormatter, snippetsSpecifier, stepsGlob } from './our-modules.ts'

/**
 * The configuration that Cucumber itself would find in the working directory, with the tag expression joined to its own.
 * Throws a UsageError when it cannot be loaded, or when nothing would be judged with it.
 */
export async function configurationOf(invocation: Invocation, tags: string | undefined): Promise<IRunConfiguration> {
  const provided = tags === undefined ? {} : { tags }
  const loaded = await loadConfiguration({ provided }, environmentOf(invocation)).catch((cause: unknown) => {
    throw new UsageError('the Cucumber configuration cannot be used', { cause })
  })
  if (loaded.runConfiguration.runtime.dryRun) {
    throw new UsageError('"dryRun" in the Cucumber configuration leaves every scenario unjudged; remove it')
  }
  return loaded.runConfiguration
}

/** The user's configuration with our steps, settings and reports added, each once. `takeRun` hears what was reported. */
export function withOurs(
  own: IRunConfiguration,
  settings: Settings,
  invocation: Invocation,
  takeRun: TakeRun,
): IRunConfiguration {
  const { root, ...carried } = settings
  return {
    ...own,
    support: { ...own.support, importPaths: importsWithSteps(own, root) },
    runtime: { ...own.runtime, worldParameters: { ...own.runtime.worldParameters, sigmaproof: carried } },
    formats: {
      ...own.formats,
      stdout: terminalFormat(own.formats.stdout, root, invocation),
      files: { ...filesWithoutOurs(own.formats.files, root), ...reportFiles(settings.out) },
      options: {
        snippetSyntax: snippetsSpecifier(),
        ...own.formats.options,
        includeAttachments: false,
        // No part of what is handed on to other processes.
        sigmaproof: Object.defineProperty({ ...carried }, commandOption, { value: takeRun }),
      },
    },
  }
}

/** A file in the output folder, with `/`. */
export function reportPath(out: string, name: string): string {
  return `${out.replaceAll('\\', '/').replace(/\/+$/, '')}/${name}`
}

function reportFiles(out: string): Readonly<Record<string, string>> {
  return { [reportPath(out, outputFormats.summary.file)]: formatterSpecifier(), ...cucumberReports(out) }
}

/**
 * What Cucumber itself writes into the output folder. Its HTML has a folder of its own: beside it lie the attachments that the
 * user's configuration wants as files.
 */
export function cucumberReports(out: string): Readonly<Record<string, string>> {
  const rows = Object.values(outputFormats)
  return Object.fromEntries(
    rows.flatMap(({ file, ofCucumber }) => (ofCucumber === undefined ? [] : [[reportPath(out, file), ofCucumber]])),
  )
}

/** Cucumber looks for support code beside the features only as long as none is listed. */
function importsWithSteps({ support }: IRunConfiguration, root: string): string[] {
  const listed = support.importPaths ?? []
  const nothingListed = listed.length === 0 && (support.requirePaths ?? []).length === 0
  return [...(nothingListed ? ['features/**/*.@(js|cjs|mjs)'] : listed), stepsGlob(root)]
}

/** Cucumber's bar throws on a terminal with less, as one that does not tell its width. */
const columnsOfABar = 40

/** The user's choice; in place of Cucumber's default, progress on a terminal and failures alone elsewhere. */
function terminalFormat(chosen: string, root: string, { stderr }: Invocation): string {
  if (chosen !== 'progress' && !isOurFormatter(chosen, root)) return chosen
  return stderr instanceof WriteStream && stderr.columns >= columnsOfABar ? 'progress-bar' : 'summary'
}

function filesWithoutOurs(files: Readonly<Record<string, string>>, root: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).filter(([, specifier]) => !isOurFormatter(specifier, root)))
}
