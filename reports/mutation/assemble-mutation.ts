import {
  countMutants,
  coveredMutationScore,
  type MutantResult,
  type MutationSubject,
  mutationScore,
} from '../../measures/index.ts'
import { byCodeUnit, sourceOf } from '../../sigma/index.ts'
import { placesIn } from '../places.ts'
import type {
  MutationReport,
  MutationScenario,
  MutationThresholds,
  MutationTotals,
  RuleMutationReport,
} from './mutation-report.ts'

/** The report of mutants that were judged. `features` are texts of features by uri. */
export function assembleMutation(
  judged: readonly { readonly subject: MutationSubject; readonly results: readonly MutantResult[] }[],
  scenarios: readonly MutationScenario[],
  features: ReadonlyMap<string, string>,
  thresholds: MutationThresholds,
): MutationReport {
  return {
    version: 1,
    thresholds,
    rules: judged.map(({ subject, results }) => ruleReport(subject, results)).sort((a, b) => byCodeUnit(a.key, b.key)),
    scenarios: scenarios.map(({ uri, line, name }) => ({ uri, line, name })),
    features: new Map([...new Set(scenarios.map(({ uri }) => uri))].flatMap((uri) => textAt(features, uri))),
    totals: totalsOf(judged.flatMap(({ results }) => results)),
  }
}

function textAt(features: ReadonlyMap<string, string>, uri: string): readonly (readonly [string, string])[] {
  const text = features.get(uri)
  return text === undefined ? [] : [[uri, text]]
}

function ruleReport(
  { kind, key, title, author, source }: MutationSubject,
  results: readonly MutantResult[],
): RuleMutationReport {
  const placeOf = placesIn(sourceOf(source.path, source.text))
  return {
    kind,
    key,
    title,
    author,
    path: source.path,
    text: source.text,
    mutants: results.map(({ mutant: { id, operator, original, replacement }, state }) => ({
      id,
      operator,
      place: placeOf(replacement.span),
      original,
      replacement: replacement.text,
      state,
    })),
    ...totalsOf(results),
  }
}

function totalsOf(results: readonly MutantResult[]): MutationTotals {
  const counts = countMutants(results)
  return { counts, score: mutationScore(counts), coveredScore: coveredMutationScore(counts) }
}
