import { errorAt, type Problem, warningAt } from '../problem.ts'
import type { Span } from '../source.ts'

export function detectionMissing(span: Span): Problem {
  return errorAt('E-DETECTION-MISSING', span, 'detection has no search identifier')
}

export function detectionEmpty(span: Span, identifier: string): Problem {
  return errorAt('E-DETECTION-EMPTY', span, `search identifier '${identifier}' is empty`)
}

export function notScalar(span: Span, place: string): Problem {
  return errorAt('E-DETECTION-TYPE', span, `'${place}': value must be a scalar or a list of scalars`)
}

export function keywordNeedsField(span: Span, identifier: string, what: string): Problem {
  return errorAt('E-KEYWORD', span, `'${identifier}': ${what} needs a field name`)
}

export function nullInList(span: Span, place: string): Problem {
  const message = `'${place}': null is not allowed among other list values; give it its own search identifier`
  return errorAt('E-NULL-LIST', span, message)
}

export function notFinite(span: Span, place: string): Problem {
  return errorAt('E-NUMBER', span, `'${place}': not a finite number`)
}

export function emptyList(span: Span, place: string): Problem {
  return warningAt(
    'W-EMPTY-LIST',
    span,
    `'${place}' is an empty list, which is read as null`,
    'Write null if so meant.',
  )
}

export function timeframeIgnored(span: Span): Problem {
  const hint = 'Write a correlation rule with a timespan.'
  return warningAt('W-TIMEFRAME', span, "'timeframe' is ignored: it belonged to the removed aggregations", hint)
}

export function escapedWildcard(span: Span, written: string): Problem {
  const hint = 'If a backslash before a wildcard is meant, write two backslashes.'
  return warningAt('W-ESCAPED-WILDCARD', span, `'${written}' escapes a wildcard: it is matched literally`, hint)
}

export function controlCharacter(span: Span, place: string): Problem {
  return warningAt('W-CONTROL-CHAR', span, `'${place}' has a control character in its value`)
}
