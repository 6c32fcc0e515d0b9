import type { Span } from '../source.ts'
import { nearestNames } from '../text/nearest-names.ts'
import { errorAt, type Problem, warningAt } from './problem.ts'

export function yamlProblem(span: Span, detail: string, hint: string): Problem {
  return errorAt('E-YAML', span, `YAML error: ${detail}`, hint)
}

export function documentNotMap(span: Span, number: number): Problem {
  return errorAt('E-DOC', span, `document ${number} is not a map`, 'A rule is a YAML map that starts with "title:".')
}

export function unknownAction(span: Span, action: string, actions: readonly string[]): Problem {
  const message = `unknown collection action '${action}' (expected ${actions.join(', ')})`
  return errorAt('E-ACTION', span, message, hintForAction(action, actions))
}

/** A draft of correlations was told apart by their action; what they are now has a key of its own. */
function hintForAction(action: string, actions: readonly string[]): string {
  if (action.toLowerCase() === 'correlation') {
    return "Drop 'action' and put type, rules, group-by, timespan and condition under a key 'correlation:'."
  }
  const meant = actions.find((each) => each === action.toLowerCase())
  if (meant !== undefined) return `Write ${meant}.`
  const nearest = nearestNames(action, actions)
  return nearest.length === 0
    ? "Drop 'action' if the document is a rule of its own."
    : `Nearest: ${nearest.join(', ')}.`
}

const outsideHint = "Leave the file out with 'exclude:' in sigmaproof.yml, or '!FILE' among the paths of the rules."

/** A map that has nothing of a rule. `meant` is a key that is misspelt, and what it may have meant. */
export function notARule(span: Span, meant: readonly [written: string, key: string] | null): Problem {
  const message = 'this is no Sigma rule: it has no detection, correlation, filter, logsource or action'
  const hint = meant === null ? outsideHint : `If '${meant[0]}' is meant to be ${meant[1]}, write ${meant[1]}.`
  return warningAt('W-NOT-A-RULE', span, message, hint)
}

/** A file without any document: empty, or of comments only. */
export function nothingInFile(span: Span): Problem {
  return warningAt(
    'W-NOT-A-RULE',
    span,
    'there is no rule in the file: it is empty or holds only comments',
    outsideHint,
  )
}

export function nothingToRepeat(span: Span): Problem {
  return errorAt('E-ACTION', span, "'action: repeat' has no previous rule", 'Put it after the rule it repeats.')
}

export function collectionAction(span: Span): Problem {
  return warningAt('W-ACTION', span, 'collection actions are legacy', 'Write each rule out in a document of its own.')
}

export function versionTooNew(span: Span, version: string): Problem {
  return errorAt('E-VERSION', span, `rule targets Sigma version ${version}; this tool implements version 2`)
}
