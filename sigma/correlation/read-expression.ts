import { spansWithin } from '../condition/condition-spans.ts'
import type { Expression } from '../condition/expression.ts'
import { parseCondition } from '../condition/parse-condition.ts'
import { correlationCondition } from '../problems/correlation.ts'
import type { ReportProblem } from '../problems/problem.ts'
import type { NodeId } from '../rule/predicate.ts'
import type { Source, Span } from '../source.ts'
import type { YamlScalar } from '../yaml/node.ts'
import type { RuleExpression, RuleReference } from './correlation.ts'

/**
 * Reads a condition in the form of a text: the grammar of semantics section 5 over references to rules, without
 * selectors. Null after a problem.
 */
export function readExpression(value: YamlScalar, source: Source, report: ReportProblem): RuleExpression | null {
  const spanOf = spansWithin(source, value)
  const parsed = parseCondition(value.text)
  if ('expression' in parsed) return compile(parsed.expression, 'condition', spanOf, report)
  const { kind, detail, start, end } = parsed.fault
  const said = kind === 'pipe' ? `unexpected '|'` : detail
  report(correlationCondition(spanOf(start, end), `condition: ${said} at column ${start + 1}`))
  return null
}

/** Each reference of an expression, in the order written. */
export function* referencesIn(expression: RuleExpression): Generator<RuleReference> {
  switch (expression.kind) {
    case 'rule':
      yield { text: expression.rule, span: expression.span }
      return
    case 'not':
      yield* referencesIn(expression.child)
      return
    case 'all':
    case 'any':
      for (const child of expression.children) yield* referencesIn(child)
  }
}

function compile(
  expression: Expression,
  id: NodeId,
  spanOf: (start: number, end: number) => Span,
  report: ReportProblem,
): RuleExpression | null {
  const span = spanOf(expression.start, expression.end)
  switch (expression.kind) {
    case 'and':
    case 'or': {
      const children = expression.operands.map((operand, index) => compile(operand, `${id}/${index}`, spanOf, report))
      const found = children.flatMap((child) => child ?? [])
      return found.length < children.length
        ? null
        : { kind: expression.kind === 'and' ? 'all' : 'any', id, span, children: found }
    }
    case 'not': {
      const child = compile(expression.operand, `${id}/0`, spanOf, report)
      return child === null ? null : { kind: 'not', id, span, child }
    }
    case 'name':
      return { kind: 'rule', id, span, rule: expression.name }
    case 'selector': {
      const detail = `'${expression.quantifier === 'all' ? 'all' : '1'} of' is not for rules`
      report(correlationCondition(span, detail, 'Write each rule, joined by and, or.'))
      return null
    }
  }
}
