import type { Recipe } from '../../../generators/index.ts'
import type { RuleKey } from '../../../sigma/index.ts'

/** The rules that events of a recipe are solved for: these events follow them. */
export function rulesSolvedFor({ steps }: Recipe): readonly RuleKey[] {
  return [...new Set(steps.flatMap((step) => (step.kind === 'solved' ? step.rules : [])))]
}
