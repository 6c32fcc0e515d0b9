import type { Span } from '../source.ts'
import { errorAt, type Problem, warningAt } from './problem.ts'

/** `written` is a key that may be a misspelt detection. */
export function detectionMissing(span: Span, written?: string): Problem {
  const hint = written === undefined ? '' : `If '${written}' is meant to be detection, write detection.`
  return errorAt('E-DETECTION-MISSING', span, 'detection has no search identifier', hint)
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
  const message = `'${place}': null among other values means that the field may also be absent or null`
  const hint = 'A search identifier of its own for null says it more plainly.'
  return warningAt('W-NULL-LIST', span, message, hint)
}

/** `ours` and `theirs` say what the value is to YAML 1.2 and to YAML 1.1. */
export function otherInYaml11(span: Span, written: string, ours: string, theirs: string): Problem {
  const message = `'${written}' is ${ours} here, and ${theirs} to tools that read YAML 1.1, such as pySigma`
  return warningAt(
    'W-YAML11',
    span,
    message,
    'Put quotes around a text; write a number in decimal, without a leading 0.',
  )
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
