import { type MutationSubject, rulesSolvedFor } from '../measures/index.ts'
import type { Rule, RuleKey, RuleSet } from '../sigma/index.ts'
import type { Changes } from './changed-since.ts'
import type { RunForMutation } from './passed-scenarios.ts'

/**
 * Of some documents those whose mutants a change can have made others, or judged otherwise: their file changed, a filter
 * document that applies to them, a rule that they apply to, whatever a correlation rests on, or a feature whose scenarios are
 * about one of these, or were before. `rules` and `correlations` are all there are.
 */
export function touchedSubjects(
  subjects: readonly MutationSubject[],
  { rules, correlations }: Pick<RuleSet, 'rules' | 'correlations'>,
  run: RunForMutation,
  changes: Changes,
): readonly MutationSubject[] {
  const { changed, featuresBefore } = changes
  const judged = judgedIn(run, changed)
  const wasNamed = ({ title, id }: MutationSubject): boolean =>
    featuresBefore.some((text) => text.includes(title) || (id !== null && text.includes(id)))
  const isTouched = (subject: MutationSubject): boolean =>
    judged.has(subject.key) || changed.has(subject.source.path) || wasNamed(subject)
  const touched = rules.filter(isTouched)
  const isFiltered = ({ filters }: Rule): boolean => filters.some(({ source }) => changed.has(source.path))
  const reached = new Set(rules.filter((rule) => isTouched(rule) || isFiltered(rule)).map(({ key }) => key))
  // Each stands after those that it refers to.
  for (const correlation of correlations) {
    if (isTouched(correlation) || correlation.rules.some((rule) => reached.has(rule))) reached.add(correlation.key)
  }
  return subjects.filter(
    (subject) =>
      isTouched(subject) ||
      reached.has(subject.key) ||
      (subject.kind === 'filter' && touched.some(({ filters }) => filters.some(({ key }) => key === subject.key))),
  )
}

/** What scenarios of changed features are about. */
function judgedIn({ passed }: RunForMutation, changed: ReadonlySet<string>): ReadonlySet<RuleKey> {
  return new Set(
    passed
      .filter(({ uri }) => changed.has(uri))
      .flatMap(({ observations, statements }) => [
        ...observations.flatMap(({ rule, recipe }) => [rule, ...rulesSolvedFor(recipe)]),
        ...statements.flatMap((statement) =>
          statement.kind === 'claim' ? [statement.rule] : [...statement.rules, ...rulesSolvedFor(statement.recipe)],
        ),
      ]),
  )
}
