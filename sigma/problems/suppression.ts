import type { Span } from '../source.ts'
import { type Problem, type WarningCode, warningAt } from './problem.ts'

export function unknownDirective(span: Span, directive: string): Problem {
  const hint = 'Write sigmaproof-ignore, a code, a colon and a reason.'
  return warningAt('W-IGNORE', span, `a comment says '${directive}', which means nothing here`, hint)
}

export function commentWithoutCode(span: Span): Problem {
  const hint = 'Write # sigmaproof-ignore W-UNUSED: why it is right as it stands.'
  return warningAt('W-IGNORE', span, 'sigmaproof-ignore names no code', hint)
}

export function commentWithoutReason(span: Span, code: string): Problem {
  const hint = `Write # sigmaproof-ignore ${code}: why it is right as it stands.`
  return warningAt('W-IGNORE', span, 'sigmaproof-ignore gives no reason, and so ignores nothing', hint)
}

export function codeIsNone(span: Span, message: string, hint: string): Problem {
  return warningAt('W-IGNORE', span, `sigmaproof-ignore: ${message}`, hint)
}

/** `where` says what the comment covers: `in line 5`. */
export function commentWithoutUse(span: Span, code: WarningCode, where: string, hint: string): Problem {
  return warningAt('W-IGNORE', span, `sigmaproof-ignore ${code} ignores nothing: there is no ${code} ${where}`, hint)
}

export function settingWithoutUse(span: Span, code: WarningCode, where: string): Problem {
  const message = `the entry for ${code} under "ignore" ignores nothing: there is no ${code} ${where}`
  return warningAt('W-IGNORE', span, message, 'Remove it.')
}
