import type { Correlation, CorrelationDocument, FilterDocument, Rule, RuleSet } from '../../../sigma/index.ts'

/** A document that mutants are made of, told apart by its `kind`. Whatever it is, its key is its own among all of them. */
export type MutationSubject = Rule | FilterDocument | Correlation

/** The same as its own document says it: without filter documents, and before rules are looked up. */
export type SubjectDocument = Rule | FilterDocument | CorrelationDocument

/** What mutants are made in and judged among. */
export type MutatedSet = Pick<RuleSet, 'rules' | 'correlations' | 'readings'>

/** Every document of a set that mutants are made of: rules, filter documents, correlations, each in the order given. */
export function subjectsOf({ rules, correlations, readings }: MutatedSet): readonly MutationSubject[] {
  return [...rules, ...readings.flatMap(({ filters }) => filters), ...correlations]
}
