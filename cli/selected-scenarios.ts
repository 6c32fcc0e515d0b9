import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { type ISourcesCoordinates, loadSources } from '@cucumber/cucumber/api'
import { visibleText } from '../sigma/index.ts'
import { environmentOf } from './cucumber-environment.ts'
import type { Invocation } from './invocation.ts'
import { UsageError } from './usage-error.ts'

/** Throws a UsageError for the first argument that names no file: Cucumber would pass over it in silence. */
export function requireFeatures(features: readonly string[], cwd: string): void {
  for (const feature of features) {
    if (basename(feature).startsWith('@')) continue
    if (globSync(feature.replace(/(:\d+)+$/, ''), { cwd }).length === 0) {
      throw new UsageError(`there is no feature "${visibleText(feature)}"`)
    }
  }
}

/** What a reading of the features found. */
export interface Selection {
  /** How many scenarios are selected. */
  readonly scenarios: number
  /** Where these stand, each file once. */
  readonly features: readonly string[]
  /** A line `file:line:column: message` for each place that is not Gherkin. */
  readonly errors: readonly string[]
}

/**
 * Reads the features without running them. Throws a UsageError when all can be read but no scenario is selected: a run of nothing must not look green.
 */
export async function selectedIn(sources: ISourcesCoordinates, invocation: Invocation): Promise<Selection> {
  const { plan, errors } = await planOf(sources, invocation)
  if (errors.length === 0 && plan.length === 0) throw await nothingSelected(sources, invocation)
  const lines = errors.map(({ uri, location: { line, column }, message }) => {
    // Gherkin puts the position before each message again.
    const said = message.replace(/^\(\d+:\d+\): /, '')
    return `${uri.replaceAll('\\', '/')}:${line}:${column ?? 1}: ${visibleText(said)}`
  })
  return { scenarios: plan.length, features: [...new Set(plan.map(({ uri }) => uri))], errors: lines }
}

/** Where each scenario stands that would run, as `uri:line`; of features that are no Gherkin none. */
export async function plannedIn(sources: ISourcesCoordinates, invocation: Invocation): Promise<readonly string[]> {
  const { plan } = await planOf(sources, invocation)
  return plan.map(({ uri, location }) => `${uri.replaceAll('\\', '/')}:${location.line}`)
}

async function planOf(sources: ISourcesCoordinates, invocation: Invocation): ReturnType<typeof loadSources> {
  // The order is of no interest here, and a random one announces its seed.
  const coordinates: ISourcesCoordinates = { ...sources, order: 'defined' }
  return loadSources(coordinates, environmentOf(invocation)).catch((cause: unknown) => {
    throw new UsageError('the features cannot be selected', { cause })
  })
}

async function nothingSelected(sources: ISourcesCoordinates, invocation: Invocation): Promise<UsageError> {
  const everything = { ...sources, names: [], tagExpression: '', paths: sources.paths.map(withoutLines), shard: '' }
  const { plan } = await planOf(everything, invocation)
  const where = (sources.paths.length > 0 ? sources.paths : ['features/']).map(visibleText).join(', ')
  if (plan.length === 0) return new UsageError(`there is no scenario in ${where}`)
  const { tagExpression, names, shard } = sources
  const by = [
    ...(tagExpression === '' ? [] : [`tags ${visibleText(tagExpression)}`]),
    ...(names.length === 0 ? [] : [`names ${names.map(visibleText).join(', ')}`]),
    ...(shard === undefined || shard === '' ? [] : [`shard ${visibleText(shard)}`]),
  ]
  const selection = by.length === 0 ? where : by.join(' and ')
  return new UsageError(`no scenario is selected by ${selection}; there are ${plan.length} without it`)
}

function withoutLines(path: string): string {
  return path.replace(/(:\d+)+$/, '')
}
