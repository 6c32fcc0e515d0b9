import { countMutants, coveredMutationScore, type MutantResult, mutationScore } from '../../measures/index.ts'
import { byCodeUnit, type Rule, sourceOf } from '../../sigma/index.ts'
import { placesIn } from '../places.ts'
import type {
  MutationReport,
  MutationScenario,
  MutationThresholds,
  MutationTotals,
  RuleMutationReport,
} from './mutation-report.ts'

/** The report of mutants that were judged. */
export function assembleMutation(
  judged: readonly { readonly rule: Rule; readonly results: readonly MutantResult[] }[],
  scenarios: readonly MutationScenario[],
  thresholds: MutationThresholds,
): MutationReport {
  return {
    version: 1,
    thresholds,
    rules: judged.map(({ rule, results }) => ruleReport(rule, results)).sort((a, b) => byCodeUnit(a.key, b.key)),
    scenarios: scenarios.map(({ uri, line, name }) => ({ uri, line, name })),
    totals: totalsOf(judged.flatMap(({ results }) => results)),
  }
}

function ruleReport({ key, title, author, source }: Rule, results: readonly MutantResult[]): RuleMutationReport {
  const placeOf = placesIn(sourceOf(source.path, source.text))
  return {
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
