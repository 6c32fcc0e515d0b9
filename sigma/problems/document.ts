import { errorAt, type Problem, warningAt } from '../problem.ts'
import type { Span } from '../source.ts'

export function yamlProblem(span: Span, detail: string): Problem {
  const hint = 'Look at this line and at the one above it: indentation, quotes, brackets.'
  return errorAt('E-YAML', span, `YAML error: ${detail}`, hint)
}

export function documentNotMap(span: Span, number: number): Problem {
  return errorAt('E-DOC', span, `document ${number} is not a map`, 'A rule is a YAML map that starts with "title:".')
}

export function unknownAction(span: Span, action: string): Problem {
  return errorAt('E-ACTION', span, `unknown collection action '${action}' (expected global, reset, repeat)`)
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
