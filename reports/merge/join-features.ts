import { byCodeUnit, visibleText } from '../../sigma/index.ts'
import type { Message, Pickle } from '../../sources/index.ts'
import { gherkinPlaces } from '../run/gherkin-places.ts'
import { MergeError, placeIn } from './merge-error.ts'
import type { RunMessages } from './run-messages.ts'

/** What runs tell of their features, each once, and how the ids of each run are called there. */
export interface JoinedFeatures {
  /** Sources, documents and pickles, by uri. */
  readonly messages: readonly Message[]
  /** The pickles in their order. */
  readonly pickles: readonly Pickle[]
  /** For each run: from its own id to the one that is kept, of pickles and their steps. */
  readonly names: readonly ReadonlyMap<string, string>[]
}

interface Feature {
  readonly path: string
  readonly text: string
  readonly told: readonly Message[]
  readonly pickles: ReadonlyMap<number, Pickle>
}

/**
 * Joins what runs tell of their features by uri and line; the first one's ids are kept. Throws a {@link MergeError} where
 * two runs had different texts of a feature, or one does not tell all of it.
 */
export function joinFeatures(runs: readonly RunMessages[]): JoinedFeatures {
  const kept = new Map<string, Feature>()
  const names = runs.map((run) => {
    const namesOfRun = new Map<string, string>()
    for (const [uri, feature] of featuresIn(run)) {
      const known = kept.get(uri)
      if (known === undefined) kept.set(uri, feature)
      else for (const [own, name] of matched(uri, known, feature)) namesOfRun.set(own, name)
    }
    return namesOfRun
  })
  const features = [...kept].sort(([a], [b]) => byCodeUnit(a, b)).map(([, feature]) => feature)
  return {
    messages: features.flatMap((feature) => feature.told),
    pickles: features.flatMap((feature) => [...feature.pickles.values()]),
    names,
  }
}

function featuresIn(run: RunMessages): ReadonlyMap<string, Feature> {
  const sources = new Map<string, Message>()
  const documents = new Map<string, Message>()
  const pickles = new Map<string, Map<number, Pickle>>()
  const lines = new Map<string, number>()
  for (const [index, message] of run.messages.entries()) {
    const { source, gherkinDocument, pickle } = message
    if (source) sources.set(slashed(source.uri), { source: { ...source, uri: slashed(source.uri) } })
    if (gherkinDocument) {
      documents.set(slashed(gherkinDocument.uri ?? ''), {
        gherkinDocument: { ...gherkinDocument, uri: slashed(gherkinDocument.uri ?? '') },
      })
      for (const [id, place] of gherkinPlaces(gherkinDocument)) lines.set(id, place.line)
    }
    if (pickle) {
      const uri = slashed(pickle.uri)
      if (!documents.has(uri)) throw untold(run, index, uri)
      const line = pickle.astNodeIds.map((id) => lines.get(id)).findLast((found) => found !== undefined) ?? 0
      const ofFeature = pickles.get(uri) ?? new Map<number, Pickle>()
      pickles.set(uri, ofFeature.set(line, { ...pickle, uri }))
    }
  }
  return new Map(
    [...documents].map(([uri, document]) => {
      const source = sources.get(uri)
      if (source === undefined) throw untold(run, 0, uri)
      const own = pickles.get(uri) ?? new Map<number, Pickle>()
      const told = [source, document, ...[...own.values()].map((pickle) => ({ pickle }))]
      return [uri, { path: run.path, text: normalised(source.source?.data ?? ''), told, pickles: own }]
    }),
  )
}

function untold(run: RunMessages, index: number, uri: string): MergeError {
  return new MergeError('unreadable', `${placeIn(run, index)}: the text of ${visibleText(uri)} is not told`)
}

/** The ids of a run's pickles and their steps with those of the same places in the feature that is kept. */
function* matched(uri: string, known: Feature, feature: Feature): Generator<readonly [string, string]> {
  if (known.text !== feature.text) {
    const files = `${feature.path} and ${known.path}`
    throw new MergeError(
      'mismatch',
      `${visibleText(uri)} has another text in each of ${files}; run both on the same features`,
    )
  }
  for (const [line, pickle] of feature.pickles) {
    const same = known.pickles.get(line)
    if (same === undefined || same.steps.length !== pickle.steps.length) {
      const place = `${visibleText(uri)}:${line}`
      throw new MergeError('mismatch', `${place} is another scenario in ${feature.path} than in ${known.path}`)
    }
    yield [pickle.id, same.id]
    for (const [at, step] of pickle.steps.entries()) yield [step.id, same.steps[at]?.id ?? step.id]
  }
}

function slashed(uri: string): string {
  return uri.replaceAll('\\', '/')
}

/** A checkout on Windows may have other line ends. */
function normalised(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
}
