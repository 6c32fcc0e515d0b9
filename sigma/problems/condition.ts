import type { Span } from '../source.ts'
import { errorAt, type Problem, warningAt } from './problem.ts'

export function conditionMissing(span: Span): Problem {
  return errorAt('E-CONDITION-MISSING', span, 'detection has no condition')
}

export function conditionSyntax(span: Span, detail: string, column: number): Problem {
  return errorAt('E-CONDITION-SYNTAX', span, `condition: ${detail} at column ${column}`)
}

export function conditionNotText(span: Span): Problem {
  return errorAt('E-CONDITION-SYNTAX', span, 'condition: text is expected at column 1')
}

/** `part` is the text from the pipe on; `type` is null where no correlation type replaces it. */
export function conditionPipe(span: Span, part: string, type: string | null, hint: string): Problem {
  const instead = type === null ? 'write a correlation rule' : `write a correlation rule of type ${type}`
  return errorAt('E-CONDITION-PIPE', span, `condition uses the removed aggregation syntax '${part}'; ${instead}`, hint)
}

export function unknownIdentifier(span: Span, name: string, defined: readonly string[]): Problem {
  const hint = defined.length === 0 ? '' : `Defined: ${defined.slice(0, 10).join(', ')}.`
  return errorAt('E-CONDITION-UNKNOWN', span, `condition refers to '${name}', which is not defined`, hint)
}

export function selectorWithoutTarget(span: Span, selector: string): Problem {
  return errorAt('E-CONDITION-NOMATCH', span, `'${selector}' selects no search identifier`)
}

export function selectsTooMuch(span: Span, limit: number): Problem {
  const message = `condition: the selectors select more than ${limit} search identifiers`
  return errorAt('E-CONDITION-SYNTAX', span, message, 'Name what they share in one search identifier.')
}

export function unusedIdentifier(span: Span, name: string): Problem {
  return warningAt('W-UNUSED', span, `search identifier '${name}' is used by no condition`)
}

export function allOfThem(span: Span): Problem {
  const hint = 'Name the identifiers, so that adding one does not silently change the rule.'
  return warningAt('W-ALL-OF-THEM', span, "'all of them' is discouraged", hint)
}
