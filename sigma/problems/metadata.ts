import { errorAt, type Problem, warningAt } from '../problem.ts'
import type { Span } from '../source.ts'

export function badTitle(span: Span): Problem {
  return errorAt('E-TITLE', span, 'title is required (string, 1-256 characters)')
}

export function badMetadata(span: Span, field: string, expected: string, got: string): Problem {
  return errorAt('E-META', span, `'${field}' must be ${expected}, got ${got}`)
}

export function obsoleteRelation(span: Span): Problem {
  const hint = "Write 'obsolete': 'obsoletes' is its spelling before Sigma 2.0."
  return errorAt('E-META', span, "'related' must be of type obsolete, got obsoletes", hint)
}

export function idNotUuid(span: Span, id: string): Problem {
  return warningAt('W-ID', span, `id '${id}' is not a UUID`, 'Sigma advises a random UUID (version 4).')
}

export function slashDate(span: Span, field: string, date: string): Problem {
  const hint = `Write ${date.replaceAll('/', '-')}.`
  return warningAt('W-DATE', span, `'${field}' has slashes, which Sigma 2.0 dropped`, hint)
}

export function oddTag(span: Span, tag: string): Problem {
  const hint = 'Tags are a namespace, a dot and a name, in lower case: attack.t1059.001.'
  return warningAt('W-TAG', span, `tag '${tag}' is not in the form namespace.name`, hint)
}

export function otherTaxonomy(span: Span, taxonomy: string): Problem {
  return warningAt('W-TAXONOMY', span, `taxonomy '${taxonomy}' is not sigma; field names are used as written`)
}

export function badLogSource(span: Span): Problem {
  return errorAt('E-LOGSOURCE', span, 'logsource needs at least one of category, product, service')
}

export function badLogSourceValue(span: Span, attribute: string): Problem {
  return errorAt('E-LOGSOURCE', span, `logsource needs text in '${attribute}'`)
}

/** `instead` says what to write, as far as something is near. */
export function unknownLogSource(span: Span, logSource: string, instead: string): Problem {
  const hint = [instead, 'Its events are told apart by product only.'].filter((part) => part !== '').join(' ')
  return warningAt('W-LOGSOURCE-UNKNOWN', span, `no known log source is ${logSource}`, hint)
}
