import type { Span } from '../source.ts'
import { errorAt, type Problem, warningAt } from './problem.ts'

export function filterRules(span: Span): Problem {
  const hint = "List ids or names of rules, or write 'any'."
  return errorAt('E-FILTER-RULES', span, "filter: 'rules' must say which rules it applies to", hint)
}

export function filterCondition(span: Span): Problem {
  return errorAt('E-FILTER-CONDITION', span, 'filter: one condition is required, as text', 'Write condition: not NAME.')
}

export function filterEmpty(span: Span): Problem {
  return errorAt('E-FILTER-EMPTY', span, 'filter: it has no search identifier')
}

/** `detail` is what the reader of log sources found wrong. */
export function filterLogSource(span: Span, detail: string): Problem {
  return errorAt('E-FILTER-LOGSOURCE', span, `filter: ${detail}`)
}

export function filterWithoutNot(span: Span): Problem {
  const hint = 'A filter is ANDed to the rule: to exclude what it describes, write not before it.'
  return warningAt('W-FILTER-NO-NOT', span, 'filter: the condition has no not, so it keeps only what it matches', hint)
}

export function filterReference(span: Span, name: string, hint: string): Problem {
  return warningAt('W-FILTER-REF', span, `filter: no rule has the id or name '${name}'`, hint)
}

export function filterOnCorrelation(span: Span, name: string): Problem {
  const hint = 'Name the detection rules that it refers to.'
  return warningAt('W-FILTER-REF', span, `filter: '${name}' is a correlation, which no filter applies to`, hint)
}

export function filterOutOfReach(span: Span, name: string, logSource: string): Problem {
  const hint = 'It applies to rules with the same values; what it leaves out is free.'
  const message = `filter: it does not apply to '${name}', whose log source is ${logSource}`
  return warningAt('W-FILTER-REF', span, message, hint)
}
