import { existsSync, globSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { type IRunEnvironment, type ISourcesCoordinates, loadSources } from '@cucumber/cucumber/api'
import { byCodeUnit, listedUpTo, nearestOrKnown, visibleText } from '../../sigma/index.ts'
import { SourceError } from '../../sources/faults/index.ts'
import { featureText } from '../../sources/index.ts'
import { featureFiles, pathsForCucumber, withoutLines } from './feature-paths.ts'
import { gherkinFault } from './gherkin-fault.ts'

/** Where Cucumber runs, and what hears it. */
export type CucumberEnvironment = IRunEnvironment & { readonly cwd: string }

/** Throws a SourceError for the first argument that names no file: Cucumber would pass over it in silence. */
export function requireFeatures(features: readonly string[], cwd: string): void {
  for (const feature of features) {
    if (basename(feature).startsWith('@')) continue
    const path = withoutLines(feature)
    if (isOtherFile(resolve(cwd, path))) {
      throw new SourceError(`"${visibleText(path)}" is no feature: the name of one ends in .feature`)
    }
    if (existsSync(resolve(cwd, path)) || globSync(path, { cwd }).length > 0) continue
    const all = featureFiles([], cwd).map((file) => file.replaceAll('\\', '/'))
    const hint = nearestOrKnown(path, all, { quoted: true })
    throw new SourceError(`there is no feature "${visibleText(feature)}"; below features/ ${hint}`)
  }
}

function isOtherFile(path: string): boolean {
  return !/\.(?:feature|md)$/.test(path) && (statSync(path, { throwIfNoEntry: false })?.isFile() ?? false)
}

/** What a reading of the features found. */
export interface Selection {
  /** How many scenarios are selected. */
  readonly scenarios: number
  /** Those that are selected with all shards together. */
  readonly whole: PicklePlan
  /** Where these stand, each file once. */
  readonly features: readonly string[]
  /** A line `file:line:column: message` for each place that is not Gherkin. */
  readonly errors: readonly string[]
}

type PicklePlan = Awaited<ReturnType<typeof loadSources>>['plan']

/**
 * Reads the features without running them. Throws a SourceError when all can be read but no scenario is selected: a run of
 * nothing must not look green. Of a shard it may be that none falls to it, as long as the others have some.
 */
export async function selectedIn(sources: ISourcesCoordinates, environment: CucumberEnvironment): Promise<Selection> {
  const { plan, errors } = await planOf(sources, environment)
  const isShared = sources.shard !== undefined && sources.shard !== ''
  const whole = isShared ? (await planOf({ ...sources, shard: '' }, environment)).plan : plan
  if (errors.length === 0 && whole.length === 0) throw await nothingSelected(sources, environment)
  const lines = errors.map(({ uri, location: { line, column }, message }) => {
    // Gherkin puts the position before each message again.
    const said = message.replace(/^\(\d+:\d+\): /, '')
    return `${visibleText(uri.replaceAll('\\', '/'))}:${line}:${column ?? 1}: ${gherkinFault(said)}`
  })
  return { scenarios: plan.length, whole, features: [...new Set(plan.map(({ uri }) => uri))], errors: lines }
}

/** Where each scenario stands that would run, as `uri:line`; of features that are no Gherkin none. */
export async function plannedIn(
  sources: ISourcesCoordinates,
  environment: CucumberEnvironment,
): Promise<readonly string[]> {
  const { plan } = await planOf(sources, environment)
  return plan.map(({ uri, location }) => `${uri.replaceAll('\\', '/')}:${location.line}`)
}

async function planOf(sources: ISourcesCoordinates, environment: CucumberEnvironment): ReturnType<typeof loadSources> {
  // The order is of no interest here, and a random one announces its seed.
  const paths = pathsForCucumber(sources.paths, environment.cwd)
  const coordinates: ISourcesCoordinates = { ...sources, paths, order: 'defined' }
  return loadSources(coordinates, environment).catch((cause: unknown) => {
    throw new SourceError('the features cannot be selected', { cause })
  })
}

/** Says which of all that there might be is missing, where it was looked for, and what to write or to pass. */
async function nothingSelected(sources: ISourcesCoordinates, environment: CucumberEnvironment): Promise<SourceError> {
  const everything = { ...sources, names: [], tagExpression: '', paths: sources.paths.map(withoutLines), shard: '' }
  const { plan } = await planOf(everything, environment)
  if (plan.length === 0) return noScenario(sources.paths, environment.cwd)
  const { tagExpression, names, paths, shard } = sources
  const isNarrowed = paths.some((path) => path !== withoutLines(path))
  const isShared = shard !== undefined && shard !== ''
  const by = [
    ...(isNarrowed ? [listedUpTo(mostNamed, paths.map(visibleText))] : []),
    ...(tagExpression === '' ? [] : [`tags ${visibleText(tagExpression)}`]),
    ...(names.length === 0 ? [] : [`names ${names.map(visibleText).join(', ')}`]),
    ...(isShared ? [`shard ${visibleText(shard)}`] : []),
  ]
  const there = [
    `there ${plan.length === 1 ? 'is' : 'are'} ${plan.length} without it`,
    ...(isNarrowed ? [`at ${listedUpTo(mostNamed, plan.map(placeOf))}`] : []),
    ...(tagExpression === '' ? [] : [tagsIn([...new Set(plan.map(({ uri }) => uri))], environment.cwd)]),
    ...(names.length === 0
      ? []
      : [
          `called ${listedUpTo(
            mostNamed,
            plan.map(({ name }) => `"${visibleText(name)}"`),
          )}`,
        ]),
  ]
  const hint = tagExpression === '' || tagExpression.includes('@') ? '' : '; a tag begins with @'
  return new SourceError(`no scenario is selected by ${by.join(' and ')}; ${there.join(', ')}${hint}`)
}

/** A long list says no more. */
const mostNamed = 10

const whatToWrite = 'write scenarios there, or name other files or folders: sigmaproof test path/to/features'

function noScenario(paths: readonly string[], cwd: string): SourceError {
  const where = paths.length > 0 ? listedUpTo(mostNamed, paths.map(visibleText)) : 'features/'
  if (paths.length === 0 && !existsSync(resolve(cwd, 'features'))) {
    return new SourceError(`there is no scenario, because there is no folder "features" here; ${whatToWrite}`)
  }
  const files = featureFiles(paths, cwd)
  if (files.length === 0) {
    return new SourceError(`there is no scenario, because no file in ${where} ends in .feature; ${whatToWrite}`)
  }
  const read = listedUpTo(mostNamed, files.map(visibleText))
  return new SourceError(
    `there is no scenario in ${read}; one begins with a line "Scenario: what it shows" and has its steps below, ` +
      'and an outline has as many as its Examples have rows',
  )
}

function placeOf({ uri, location }: { readonly uri: string; readonly location: { readonly line: number } }): string {
  return `${visibleText(uri.replaceAll('\\', '/'))}:${location.line}`
}

/** The tags that stand in these features: enough to see a misspelt one. */
function tagsIn(uris: readonly string[], cwd: string): string {
  const lines = uris.flatMap((uri) => (featureText(cwd, uri) ?? '').split(/\r?\n/))
  const tags = lines
    .filter((line) => /^\s*@/.test(line))
    .flatMap((line) => line.replace(/\s#.*$/, '').match(/@[^\s@]+/g) ?? [])
  const known = [...new Set(tags)].sort(byCodeUnit)
  return known.length === 0
    ? 'none of them with a tag'
    : `with the tags ${listedUpTo(mostNamed, known.map(visibleText))}`
}
