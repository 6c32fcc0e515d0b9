import type { Span } from '../source.ts'
import { type ErrorCode, errorAt, type Problem, warningAt } from './problem.ts'

type CorrelationCode = Extract<ErrorCode, `E-CORR-${string}`>

function fault(code: CorrelationCode, span: Span, detail: string, hint = ''): Problem {
  return errorAt(code, span, `correlation: ${detail}`, hint)
}

export function correlationNotMap(span: Span): Problem {
  return fault('E-CORR-TYPE', span, 'a map with type, rules, timespan and condition is expected')
}

export function correlationType(span: Span, got: string, types: readonly string[]): Problem {
  return fault('E-CORR-TYPE', span, `'type' must be one of ${types.join(', ')}, got ${got}`)
}

export function strangeKey(span: Span, key: string, keys: readonly string[], nearest: readonly string[]): Problem {
  const hint = nearest.length === 0 ? '' : `Nearest: ${nearest.join(', ')}.`
  return fault('E-CORR-KEY', span, `it is made of ${keys.join(', ')}, got '${key}'`, hint)
}

export function correlationRules(span: Span): Problem {
  const hint = 'List the id or name of each rule it counts or orders.'
  return fault('E-CORR-RULES', span, "'rules' must be the id or name of a rule, or a list of them", hint)
}

export function ruleListedTwice(span: Span, name: string): Problem {
  return fault('E-CORR-RULES', span, `'${name}' is a rule listed before`, 'List each rule once.')
}

export function unknownReference(span: Span, name: string, hint: string): Problem {
  return fault('E-CORR-REF', span, `no rule has the id or name '${name}'`, hint)
}

export function ambiguousReference(span: Span, name: string, keys: readonly string[]): Problem {
  const detail = `'${name}' names ${keys.length} rules: ${keys.slice(0, 3).join(', ')}`
  return fault('E-CORR-REF', span, detail, 'Give each rule an id or name of its own.')
}

export function rejectedReference(span: Span, name: string, key: string): Problem {
  return fault('E-CORR-REF', span, `'${name}' is rejected itself`, `See the problems of ${key}.`)
}

export function referenceCycle(span: Span, path: readonly string[]): Problem {
  const hint = 'Refer to detection rules, or to correlations that do not lead back here.'
  const shown = path.length > 8 ? [...path.slice(0, 4), '...', ...path.slice(-3)] : path
  return fault('E-CORR-CYCLE', span, `the correlation refers to itself: ${shown.join(' → ')}`, hint)
}

export function badTimespan(span: Span, got: string): Problem {
  const hint = 'Write a whole number over 0 and s, m, h or d right after it: 90s, 10m.'
  return fault('E-CORR-TIMESPAN', span, `'timespan' must be a number and a unit, got ${got}`, hint)
}

export function timeframeKey(span: Span): Problem {
  return fault('E-CORR-TIMESPAN', span, "'timeframe' is not a key of a correlation", 'Write timespan.')
}

export function oddTimespanUnit(span: Span, unit: string, seconds: number): Problem {
  const hint = 'Sigma defines s, m, h and d.'
  return warningAt('W-TIMESPAN-UNIT', span, `correlation: the unit '${unit}' is read as ${seconds} seconds`, hint)
}

export function correlationCondition(span: Span, detail: string, hint = ''): Problem {
  return fault('E-CORR-CONDITION', span, detail, hint)
}

export function correlationField(span: Span, type: string, wanted: string): Problem {
  return fault('E-CORR-FIELD', span, `the condition of ${type} needs ${wanted} in 'field'`)
}

export function badAlias(span: Span, detail: string, hint = ''): Problem {
  return fault('E-CORR-ALIAS', span, detail, hint)
}

export function badGroupBy(span: Span): Problem {
  return fault('E-CORR-GROUPBY', span, "'group-by' must be a field name or a list of them")
}

export function badGenerate(span: Span, detail: string): Problem {
  return fault('E-CORR-GENERATE', span, `'generate' ${detail}`)
}

/** `missing` of `total` occurrences have no text in the field, in these events (counted from 1). */
export function groupByMissing(span: Span, field: string, missing: number, total: number): Problem {
  const message = `correlation: ${missing} of ${total} occurrences are not counted: they have no value in '${field}'`
  return warningAt('W-GROUPBY-MISSING', span, message, 'Group by a field that every event of the rules carries.')
}
