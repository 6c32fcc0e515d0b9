import {
  countMutants,
  coveredMutationScore,
  type MutantResult,
  type MutationSubject,
  mutationScore,
  readMutationScore,
} from '../../measures/index.ts'
import { byCodeUnit, sourceOf } from '../../sigma/index.ts'
import { placesIn } from '../assembly/places.ts'
import type {
  MutationReport,
  MutationScenario,
  MutationThresholds,
  MutationTotals,
  RuleMutationReport,
} from './mutation-report.ts'

/** A document with what became of its mutants, and the scenarios that a change of it concerns. */
interface JudgedSubject {
  readonly subject: MutationSubject
  readonly coveredBy: readonly Pick<MutationScenario, 'uri' | 'line'>[]
  readonly results: readonly MutantResult[]
}

/** The report of mutants that were judged. `features` are texts of features by uri. */
export function assembleMutation(
  judged: readonly JudgedSubject[],
  scenarios: readonly MutationScenario[],
  features: ReadonlyMap<string, string>,
  thresholds: MutationThresholds,
): MutationReport {
  return {
    version: 1,
    thresholds,
    rules: judged.map(ruleReport).sort((a, b) => byCodeUnit(a.key, b.key)),
    scenarios: scenarios.map(({ uri, line, name }) => ({ uri, line, name })),
    features: new Map([...new Set(scenarios.map(({ uri }) => uri))].flatMap((uri) => textAt(features, uri))),
    totals: totalsOf(judged.flatMap(({ results }) => results)),
  }
}

function textAt(features: ReadonlyMap<string, string>, uri: string): readonly (readonly [string, string])[] {
  const text = features.get(uri)
  return text === undefined ? [] : [[uri, text]]
}

function ruleReport({ subject, coveredBy, results }: JudgedSubject): RuleMutationReport {
  const { kind, key, title, author, source } = subject
  const placeOf = placesIn(sourceOf(source.path, source.text))
  return {
    kind,
    key,
    title,
    author,
    path: source.path,
    text: source.text,
    coveredBy: coveredBy.map(({ uri, line }) => `${uri}:${line}`),
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
  return {
    counts,
    score: mutationScore(counts),
    readScore: readMutationScore(results),
    coveredScore: coveredMutationScore(counts),
  }
}
