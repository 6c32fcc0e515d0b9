import { featureText, type RuleInFeature, scenarioTexts, suggestionPath } from '../../../authoring/index.ts'
import type { Suggestion } from '../../../measures/index.ts'
import { visibleText } from '../../../sigma/index.ts'
import type { MutantReport, MutationReport } from '../../mutation/mutation-report.ts'
import { suggestedMark } from '../suggested-features.ts'

/** A feature to be written into the folder of the mutants. */
export interface KillFeature {
  /** From that folder, with `/`. */
  readonly path: string
  readonly text: string
}

/**
 * The scenarios that kill mutants which survived, as features that run as they are, one for each rule that they are about.
 * `rules` are all among which it has to be named.
 */
export function killFeatures(
  { rules: mutated }: MutationReport,
  rules: readonly RuleInFeature[],
): readonly KillFeature[] {
  const named = new Map(rules.map((rule) => [rule.key, rule]))
  const suggestions = suggestionsOf(mutated.flatMap(({ mutants }) => mutants))
  return [...Map.groupBy(suggestions, ({ rule }) => rule)].flatMap(([key, own]) => {
    const rule = named.get(key)
    if (rule === undefined) return []
    const head = `${suggestedMark} for ${visibleText(key)}, to kill mutants. Move what you keep beside your features.`
    const texts = scenarioTexts(own).map(({ text }) => text)
    return [{ path: suggestionPath(key), text: `${head}\n${featureText(rule, rules, texts)}` }]
  })
}

/** The scenarios that kill these mutants, as far as there are any. */
export function suggestionsOf(mutants: readonly MutantReport[]): readonly Suggestion[] {
  return mutants.flatMap(({ state }) =>
    state.kind === 'survived' && state.suggestion !== null ? [state.suggestion] : [],
  )
}
