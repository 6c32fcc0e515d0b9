import type { Correlation, CorrelationCondition, RuleExpression, RuleKey } from '../../sigma/index.ts'

/**
 * A correlation that does not refer to one of its rules, neither in its list nor in its condition; the default condition
 * asks for all of the others. Null where no rule is left.
 */
export function withoutRule(correlation: Correlation, dropped: RuleKey | undefined): Correlation | null {
  const rules = correlation.rules.filter((rule) => rule !== dropped)
  const condition = rules.length === 0 ? null : conditionWithout(correlation.condition, dropped, rules.length)
  return condition === null ? null : { ...correlation, rules, condition }
}

function conditionWithout(
  condition: CorrelationCondition,
  dropped: RuleKey | undefined,
  left: number,
): CorrelationCondition | null {
  if (condition.kind === 'bounds') {
    if (!condition.isDefault) return condition
    return { ...condition, bounds: condition.bounds.map((bound) => ({ ...bound, value: left })) }
  }
  const expression = expressionWithout(condition.expression, dropped)
  return expression === null ? null : { ...condition, expression }
}

/** A condition without any mention of a rule; null where nothing is left of it. */
export function expressionWithout(expression: RuleExpression, dropped: RuleKey | undefined): RuleExpression | null {
  switch (expression.kind) {
    case 'rule':
      return expression.rule === dropped ? null : expression
    case 'not': {
      const child = expressionWithout(expression.child, dropped)
      return child === null ? null : { ...expression, child }
    }
    case 'all':
    case 'any': {
      const children = expression.children.flatMap((child) => expressionWithout(child, dropped) ?? [])
      const [first, ...others] = children
      if (first === undefined) return null
      return others.length === 0 ? first : { ...expression, children }
    }
  }
}
