import { errorCodes, type WarningCode, warningCodes } from '../problems/problem.ts'
import { nearestNames } from '../text/nearest-names.ts'

/** A code that can be ignored, or why it cannot. */
export type IgnorableCode =
  | { readonly kind: 'warning'; readonly code: WarningCode }
  | { readonly kind: 'none'; readonly message: string; readonly hint: string }

/** What a user's word for a code means. Errors cannot be ignored: the rule stays rejected whatever anybody says of it. */
export function ignorableCode(word: string): IgnorableCode {
  const code = warningCodes.find((each) => each === word)
  if (code === 'W-IGNORE') {
    return { kind: 'none', message: 'W-IGNORE is about what is ignored and cannot be ignored itself', hint: 'Drop it.' }
  }
  if (code !== undefined) return { kind: 'warning', code }
  if (errorCodes.some((each) => each === word)) {
    const hint = 'Correct the rule; in an old repository, "check --baseline" leaves aside what is known.'
    return { kind: 'none', message: `${word} rejects the rule and cannot be ignored`, hint }
  }
  const near = nearestNames(word, warningCodes)
  const hint = near.length > 0 ? `Nearest: ${near.join(', ')}.` : 'The message of a problem ends in its code.'
  return { kind: 'none', message: `there is no code '${word}'`, hint }
}
