import type { Rule, RuleKey, RuleSet } from '../sigma/index.ts'
import type { Changes } from './changes-since.ts'

/** A rule, a correlation or a filter document, as far as a change can touch it. */
type Touchable = Pick<Rule, 'key' | 'title' | 'id' | 'source'> & {
  readonly kind: 'detection' | 'filter' | 'correlation'
}

/**
 * Of some documents those whose mutants a change can have made others, or judged otherwise: their file changed, a filter
 * document that applies to them, a rule that they apply to, whatever a correlation rests on, or a feature whose scenarios are
 * about one of these, or were before. `judged` are those that scenarios of changed features are
 * about; `rules` and `correlations` are all there are.
 */
export function touchedBy<Each extends Touchable>(
  documents: readonly Each[],
  { rules, correlations }: Pick<RuleSet, 'rules' | 'correlations'>,
  { changed, featuresBefore }: Changes,
  judged: ReadonlySet<RuleKey>,
): readonly Each[] {
  const wasNamed = ({ title, id }: Pick<Touchable, 'title' | 'id'>): boolean =>
    featuresBefore.some((text) => text.includes(title) || (id !== null && text.includes(id)))
  const isTouched = (document: Omit<Touchable, 'kind'>): boolean =>
    judged.has(document.key) || changed.has(document.source.path) || wasNamed(document)
  const touched = rules.filter(isTouched)
  const isFiltered = ({ filters }: Rule): boolean => filters.some(({ source }) => changed.has(source.path))
  const reached = new Set(rules.filter((rule) => isTouched(rule) || isFiltered(rule)).map(({ key }) => key))
  // Each stands after those that it refers to.
  for (const correlation of correlations) {
    if (isTouched(correlation) || correlation.rules.some((rule) => reached.has(rule))) reached.add(correlation.key)
  }
  return documents.filter(
    (document) =>
      isTouched(document) ||
      reached.has(document.key) ||
      (document.kind === 'filter' && touched.some(({ filters }) => filters.some(({ key }) => key === document.key))),
  )
}
