import type { Span } from '../source.ts'
import { errorAt, type Problem, warningAt } from './problem.ts'

export function unknownModifier(span: Span, modifier: string, key: string, nearest: readonly string[]): Problem {
  const advice = modifier === 'not' ? '; negate in the condition or use neq' : ''
  const hint = nearest.length === 0 ? '' : `Nearest: ${nearest.join(', ')}.`
  return errorAt('E-MODIFIER-UNKNOWN', span, `unknown modifier '${modifier}' in '${key}'${advice}`, hint)
}

export function modifierOrder(
  span: Span,
  modifier: string,
  side: 'before' | 'after',
  other: string,
  key: string,
): Problem {
  return errorAt('E-MODIFIER-ORDER', span, `modifier '${modifier}' must come ${side} '${other}' in '${key}'`)
}

export function modifierConflict(span: Span, one: string, other: string, key: string): Problem {
  return errorAt('E-MODIFIER-CONFLICT', span, `modifiers '${one}' and '${other}' cannot be combined in '${key}'`)
}

export function flagWithoutRegex(span: Span, flag: string, key: string): Problem {
  const message = `modifier '${flag}' has no meaning without 're' in '${key}'`
  return errorAt('E-MODIFIER-CONFLICT', span, message, `Write re|${flag}.`)
}

export function modifierValue(span: Span, modifier: string, type: string, got: string): Problem {
  return errorAt('E-MODIFIER-VALUE', span, `modifier '${modifier}' needs a ${type} value, got ${got}`)
}

export function tooManyAlternatives(span: Span, modifier: string, limit: number): Problem {
  const message = `modifier '${modifier}' makes more than ${limit} alternatives of one value, or too long ones`
  return errorAt('E-MODIFIER-VALUE', span, message, 'Split the value.')
}

export function allOfOne(span: Span, key: string): Problem {
  const message = `modifier 'all' has a single value in '${key}', which it means anyway`
  return warningAt('W-ALL-SINGLE', span, message, "Drop 'all', or add the other values.")
}

/** `meant` is what YAML 1.1 would have made of the value. */
export function existsValue(span: Span, key: string, meant: boolean | null): Problem {
  const hint = meant === null ? '' : `Write ${meant}: in YAML 1.2 this is a text.`
  return errorAt('E-EXISTS', span, `modifier 'exists' needs true or false in '${key}'`, hint)
}

export function badRegex(span: Span, key: string, detail: string): Problem {
  return errorAt('E-REGEX', span, `invalid regular expression in '${key}': ${detail}`)
}

export function badNetwork(span: Span, network: string, detail: string): Problem {
  return errorAt('E-CIDR', span, `invalid CIDR '${network}': ${detail}`)
}

export function encodedWildcard(span: Span, key: string): Problem {
  const hint = 'Escape it as \\* or \\?, and write contains after base64.'
  return errorAt('E-BASE64-WILDCARD', span, `'${key}': a value with wildcards cannot be base64-encoded`, hint)
}

export function fieldrefWildcard(span: Span, key: string): Problem {
  return errorAt('E-FIELDREF-WILDCARD', span, `'${key}': a field reference must be a plain field name`)
}

export function placeholderWithoutValue(span: Span, name: string): Problem {
  return errorAt('E-PLACEHOLDER', span, `placeholder '%${name}%' has no value`)
}

export function repeatedModifier(span: Span, modifier: string, key: string): Problem {
  return warningAt('W-DUP-MODIFIER', span, `modifier '${modifier}' is repeated in '${key}', without effect`)
}

export function allWithoutContains(span: Span, key: string): Problem {
  const hint = 'One value cannot equal several texts; contains or re is usually meant.'
  return warningAt('W-ALL-NO-CONTAINS', span, `'all' without contains or re in '${key}'`, hint)
}

export function offsetWithoutContains(span: Span, key: string): Problem {
  const hint = 'Write base64offset|contains.'
  return warningAt('W-B64OFFSET-NO-CONTAINS', span, `'${key}' compares base64 fragments for equality`, hint)
}

export function utf16WithoutBase64(span: Span, key: string): Problem {
  const hint = 'Write base64offset|contains after it, if base64 is what the log holds.'
  return warningAt('W-UTF16-NO-BASE64', span, `'${key}' compares UTF-16 bytes as characters`, hint)
}

export function windashWithAll(span: Span, key: string): Problem {
  return warningAt('W-WINDASH-ALL', span, `'windash' with 'all' in '${key}': the spellings of one value stay ORed`)
}

export function outOfRange(span: Span, part: string, value: number): Problem {
  return warningAt('W-RANGE', span, `no ${part} is ${value}`)
}

export function namedGroup(span: Span, key: string): Problem {
  const hint = 'Write a group without a name.'
  return warningAt('W-REGEX-SUBSET', span, `'${key}' names a group, which not every Sigma back end takes`, hint)
}
