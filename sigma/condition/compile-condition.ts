import {
  allOfThem,
  conditionMissing,
  conditionNotText,
  conditionPipe,
  conditionSyntax,
  selectorWithoutTarget,
  selectsTooMuch,
  unknownIdentifier,
} from '../problems/condition.ts'
import type { ReportProblem } from '../problems/problem.ts'
import type { NodeId, Predicate } from '../rule/predicate.ts'
import type { Source, Span } from '../source.ts'
import type { YamlNode, YamlScalar } from '../yaml/node.ts'
import { spansWithin } from './condition-spans.ts'
import type { Expression, Selector } from './expression.ts'
import { parseCondition } from './parse-condition.ts'
import { correlationInstead } from './pipe-hint.ts'
import { selectIdentifiers } from './select-identifiers.ts'

/** What a condition is compiled against. */
export interface ConditionScope {
  readonly source: Source
  /** The search identifiers it may use, in the order written. */
  readonly names: readonly string[]
  readonly report: ReportProblem
}

/** All selectors of a condition together select no more; a hostile rule would otherwise fill the memory. */
const longestSelection = 100_000

interface CompilationScope extends ConditionScope {
  readonly room: { left: number }
}

/**
 * Compiles the value of `condition` to a predicate over references (semantics section 5); a list of conditions is an
 * `any`. Null after a problem.
 */
export function compileCondition(value: YamlNode, given: ConditionScope): Predicate | null {
  const { report } = given
  const scope: CompilationScope = { ...given, room: { left: longestSelection } }
  if (value.kind === 'map') {
    report(conditionNotText(value.span))
    return null
  }
  if (value.kind === 'scalar') return compileText(value, 'condition', scope)
  if (value.items.length === 0) {
    report(conditionMissing(value.span))
    return null
  }
  const children = value.items.map((item, index) => {
    if (item.kind === 'scalar') return compileText(item, `condition/${index}`, scope)
    report(conditionNotText(item.span))
    return null
  })
  const found = children.flatMap((child) => (child === null ? [] : [child]))
  return found.length < children.length ? null : { kind: 'any', id: 'condition', span: value.span, children: found }
}

function compileText(value: YamlScalar, id: NodeId, scope: CompilationScope): Predicate | null {
  const { report } = scope
  if (typeof value.value !== 'string') {
    report(value.value === null ? conditionMissing(value.span) : conditionNotText(value.span))
    return null
  }
  const spanOf = spansWithin(scope.source, value)
  const parsed = parseCondition(value.value)
  if ('expression' in parsed) return compileExpression(parsed.expression, id, spanOf, scope)
  const { kind, detail, start, end } = parsed.fault
  const span = spanOf(start, end)
  if (kind === 'pipe') {
    const { type, hint } = correlationInstead(detail)
    report(conditionPipe(span, detail, type, hint))
  } else report(conditionSyntax(span, detail, start + 1))
  return null
}

type SpanOf = (start: number, end: number) => Span

function compileExpression(
  expression: Expression,
  id: NodeId,
  spanOf: SpanOf,
  scope: CompilationScope,
): Predicate | null {
  const span = spanOf(expression.start, expression.end)
  switch (expression.kind) {
    case 'and':
    case 'or': {
      const { operands } = expression
      const children = operands.map((operand, index) => compileExpression(operand, `${id}/${index}`, spanOf, scope))
      const found = children.flatMap((child) => (child === null ? [] : [child]))
      if (found.length < children.length) return null
      return { kind: expression.kind === 'and' ? 'all' : 'any', id, span, children: found }
    }
    case 'not': {
      const child = compileExpression(expression.operand, `${id}/0`, spanOf, scope)
      return child === null ? null : { kind: 'not', id, span, child }
    }
    case 'name':
      if (scope.names.includes(expression.name)) return { kind: 'identifier', id, span, name: expression.name }
      scope.report(unknownIdentifier(span, expression.name, scope.names))
      return null
    case 'selector':
      return compileSelector(expression, id, span, scope)
  }
}

function compileSelector(selector: Selector, id: NodeId, span: Span, scope: CompilationScope): Predicate | null {
  if (scope.room.left < 0) return null
  const { quantifier, pattern } = selector
  const selected = selectIdentifiers(pattern, scope.names)
  if (selected.length === 0) {
    scope.report(selectorWithoutTarget(span, `${quantifier === 'all' ? 'all' : '1'} of ${pattern}`))
    return null
  }
  scope.room.left -= selected.length
  if (scope.room.left < 0) {
    scope.report(selectsTooMuch(span, longestSelection))
    return null
  }
  if (quantifier === 'all' && pattern === 'them') scope.report(allOfThem(span))
  const children = selected.map((name, index): Predicate => ({ kind: 'identifier', id: `${id}/${index}`, span, name }))
  return { kind: quantifier, id, span, children }
}
