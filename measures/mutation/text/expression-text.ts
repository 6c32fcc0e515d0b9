import type { RuleExpression } from '../../../sigma/index.ts'

/** A condition over rules as it is written, with as few parentheses as it takes. */
export function expressionText(expression: RuleExpression): string {
  switch (expression.kind) {
    case 'rule':
      return expression.rule
    case 'not':
      return `not ${operandText(expression.child, ['all', 'any'])}`
    case 'all':
      return expression.children.map((child) => operandText(child, ['any'])).join(' and ')
    case 'any':
      return expression.children.map(expressionText).join(' or ')
  }
}

function operandText(operand: RuleExpression, looser: readonly RuleExpression['kind'][]): string {
  const text = expressionText(operand)
  return looser.includes(operand.kind) ? `(${text})` : text
}
