import type { RuleKey } from '../rule/rule.ts'
import type { RuleExpression } from './correlation.ts'

/** A rule that would have to occur, or not to. */
export interface RulePresenceChange {
  readonly rule: RuleKey
  readonly wanted: boolean
}

/**
 * The fewest rules that would have to come or go for an expression to have this value, a rule used twice counted twice;
 * none exactly when it has. Among equals those written first.
 */
export function repairOf(
  expression: RuleExpression,
  has: (rule: RuleKey) => boolean,
  wanted: boolean = true,
): readonly RulePresenceChange[] {
  switch (expression.kind) {
    case 'rule':
      return has(expression.rule) === wanted ? [] : [{ rule: expression.rule, wanted }]
    case 'not':
      return repairOf(expression.child, has, !wanted)
    case 'all':
    case 'any': {
      const repairs = expression.children.map((child) => repairOf(child, has, wanted))
      if ((expression.kind === 'all') === wanted) return repairs.flat()
      return repairs.reduce((least, repair) => (repair.length < least.length ? repair : least))
    }
  }
}
