import type { Examples } from '../../../measures/mutation/examples.ts'
import type { ReadMutant } from '../../../measures/mutation/mutant.ts'
import { fileScopesOf } from '../../../measures/mutation/reading/file-scope.ts'
import { mutantsOf } from '../../../measures/mutation/reading/mutants-of.ts'
import type { MutationSubject } from '../../../measures/mutation/reading/mutation-subject.ts'
import { buildRuleSet, type RuleSet, readRules } from '../../../sigma/index.ts'

/** Every mutant of a document in this set, of which a suite shows this; its file is the whole set unless another is given. */
export function mutantsIn(
  subject: MutationSubject,
  set: RuleSet = buildRuleSet([readRules(subject.source)]),
  examples: Examples = [],
): readonly ReadMutant[] {
  return [...mutantsOf(subject, fileScopesOf(set)(subject.source.path), {}, examples)]
}
