import type { Span } from '../source.ts'
import { errorAt, type Problem, warningAt } from './problem.ts'

export function titleMissing(span: Span): Problem {
  const message = 'title is required: there is no id and no file name to call the rule by'
  return errorAt('E-TITLE', span, message)
}

/** `found` is what is there instead: `got a map`, `item 2 is a list`. */
export function badMetadata(span: Span, field: string, expected: string, found: string, hint = ''): Problem {
  return warningAt('W-META', span, `'${field}' must be ${expected}, ${found}`, hint)
}

export function noTitle(span: Span, found: string, called: string): Problem {
  const message = `'title' must be text of 1 to 256 characters, ${found}; the rule is called '${called}'`
  return warningAt('W-META', span, message)
}

export function obsoleteRelation(span: Span): Problem {
  const hint = "Write 'obsolete': 'obsoletes' is its spelling before Sigma 2.0."
  return warningAt('W-META', span, "'related' must be of type obsolete, got obsoletes", hint)
}

export function keyInOtherCase(span: Span, written: string, key: string): Problem {
  return warningAt('W-META', span, `'${written}' is not read: the key is written ${key}`, `Write ${key}.`)
}

export function correlationRemark(span: Span): Problem {
  const hint = 'A correlation is a document of its own with a map under this key.'
  return warningAt('W-META', span, "'correlation' must be a map, got a text; it is kept as a remark on the rule", hint)
}

export function idNotUuid(span: Span, id: string): Problem {
  return warningAt('W-ID', span, `id '${id}' is not a UUID`, 'Sigma advises a random UUID (version 4).')
}

export function slashDate(span: Span, field: string, date: string): Problem {
  const hint = `Write ${date.replaceAll('/', '-')}.`
  return warningAt('W-DATE', span, `'${field}' has slashes, which Sigma 2.0 dropped`, hint)
}

/** Whether a tag is a namespace, a dot and a name (semantics 1.2). */
export function isTag(text: string): boolean {
  return /^[a-z0-9_-]+\.[a-z0-9._-]+$/.test(text)
}

export function oddTag(span: Span, tag: string): Problem {
  const lower = tag.toLowerCase()
  const hint = isTag(lower)
    ? `Write ${lower}.`
    : 'Tags are a namespace, a dot and a name, in lower case: attack.t1059.001.'
  return warningAt('W-TAG', span, `tag '${tag}' is not in the form namespace.name`, hint)
}

export function otherTaxonomy(span: Span, taxonomy: string): Problem {
  return warningAt('W-TAXONOMY', span, `taxonomy '${taxonomy}' is not sigma; field names are used as written`)
}

/** `written` is a key that may be a misspelt logsource. */
export function badLogSource(span: Span, written?: string): Problem {
  const hint = written === undefined ? '' : `If '${written}' is meant to be logsource, write logsource.`
  return errorAt('E-LOGSOURCE', span, 'logsource needs at least one of category, product, service', hint)
}

export function badLogSourceValue(span: Span, attribute: string, got: string): Problem {
  const hint = 'Put quotes around the value.'
  return errorAt('E-LOGSOURCE', span, `logsource needs text in '${attribute}', got ${got}`, hint)
}

/** `attribute` is null where the log source itself is a list. */
export function severalLogSources(span: Span, attribute: string | null): Problem {
  const message =
    attribute === null
      ? 'a rule has one log source: logsource takes a map, got a list'
      : `a rule has one log source: '${attribute}' takes one value, got a list`
  const hint =
    attribute === null
      ? 'Write a rule for each log source; of a single one, take the dash away.'
      : `Write a rule for each value, or leave '${attribute}' out if the other keys say enough.`
  return errorAt('E-LOGSOURCE', span, message, hint)
}

/** `instead` says what to write, as far as something is near. */
export function unknownLogSource(span: Span, logSource: string, instead: string): Problem {
  const hint = [instead, 'Its events are told apart by product only.'].filter((part) => part !== '').join(' ')
  return warningAt('W-LOGSOURCE-UNKNOWN', span, `no known log source is ${logSource}`, hint)
}
