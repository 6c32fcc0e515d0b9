import { type MutationSubject, rulesSolvedFor } from '../measures/index.ts'
import type { Rule, RuleKey } from '../sigma/index.ts'
import type { Changes } from './changed-since.ts'
import type { RunForMutation } from './passed-scenarios.ts'

/**
 * Of some documents those whose mutants a change can have made others, or judged otherwise: their file changed, a filter
 * document that applies to them, a rule that they apply to, or a feature whose scenarios are about one of these, or were
 * before. `rules` are all there are.
 */
export function touchedSubjects(
  subjects: readonly MutationSubject[],
  rules: readonly Rule[],
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
  return subjects.filter(
    (subject) =>
      isTouched(subject) ||
      (subject.kind === 'detection' && subject.filters.some(({ source }) => changed.has(source.path))) ||
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
