import type { Span } from '../source.ts'
import { noteAt, type Problem, warningAt } from './problem.ts'

/** `said`: which events have no field of that name. */
export function fieldUnknown(span: Span, said: string, hint: string): Problem {
  return warningAt('W-FIELD-UNKNOWN', span, said, hint)
}

/** `who`: `of Aurora, which follows the parents of a process`. */
export function fieldOfOtherAgent(span: Span, said: string, who: string, instead: string): Problem {
  return noteAt('W-FIELD-UNKNOWN', span, `${said}: it is a field ${who}`, instead)
}

export function logSourceKey(span: Span, key: string, meant: string, isThere: boolean): Problem {
  const hint = isThere
    ? `The log source has ${meant} as well: write it once.`
    : `Write ${meant}: as it stands, the rule is read without it and takes the events of other log sources too.`
  return warningAt('W-LOGSOURCE-KEY', span, `'${brief(key)}' in logsource is no key of Sigma's`, hint)
}

/** `isFirst`: the text names the network's first address, as `cidr` wants it. */
export function cidrMissing(span: Span, field: string, network: string, isFirst: boolean): Problem {
  const hint = isFirst
    ? `Write ${brief(field)}|cidr: '${network}'.`
    : `Write ${brief(field)}|cidr and the first address of the network.`
  return warningAt('W-CIDR-MISSING', span, `'${network}' is compared as text: no address is equal to a network`, hint)
}

export function pathWithoutDrive(span: Span, field: string, written: string, hint: string): Problem {
  const message = `'${brief(written)}' begins with a backslash, and ${brief(field)} holds whole paths, which begin with a drive`
  return warningAt('W-PATH', span, message, hint)
}

export function registryRoot(span: Span, field: string, root: string, hint: string): Problem {
  return warningAt('W-PATH', span, `no value of ${brief(field)} begins with ${root}`, hint)
}

export function percentWithoutExpand(span: Span, field: string, name: string, isConfigured: boolean): Problem {
  const why = isConfigured ? 'a placeholder of the configuration' : 'a placeholder by its name'
  const message = `'%${brief(name)}%' is ${why}, but without expand it is compared as it stands`
  return warningAt('W-PERCENT', span, message, `Write ${brief(field)}|expand.`)
}

export function matchesAll(span: Span, field: string, written: string): Problem {
  const hint = 'Write the values that are meant, or drop the entry.'
  return warningAt(
    'W-MATCHES-ALL',
    span,
    `'${brief(written)}' matches every value, and every event has ${brief(field)}`,
    hint,
  )
}

export function matchesPresent(span: Span, field: string, written: string): Problem {
  const message = `'${brief(written)}' matches every value: it says that ${brief(field)} is there and not null`
  return noteAt('W-MATCHES-ALL', span, message, `${brief(field)}|exists: true says it too, and takes null for a value.`)
}

/** `named`: the keys of documents with the same id, as far as they are named; `count`: how many there are. */
export function idDuplicate(span: Span, id: string, named: readonly string[], count: number): Problem {
  const shown = count > named.length ? `${named.join(', ')} and ${count - named.length} more` : named.join(', ')
  const hint = 'Give each rule an id of its own; refer to what it came from under related.'
  return warningAt('W-ID-DUPLICATE', span, `id '${brief(id)}' is also the id of ${shown}`, hint)
}

/** A name or value of a hostile rule may be as long as the file, and stand in as many messages as it has values. */
export function brief(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}...` : text
}

const longestShown = 200
