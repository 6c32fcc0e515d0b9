import { noteAt, type Problem, warningAt } from '../problem.ts'
import type { Span } from '../source.ts'

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
  return warningAt('W-LOGSOURCE-KEY', span, `'${key}' in logsource is no key of Sigma's`, hint)
}

/** `isFirst`: the text names the network's first address, as `cidr` wants it. */
export function cidrMissing(span: Span, field: string, network: string, isFirst: boolean): Problem {
  const hint = isFirst
    ? `Write ${field}|cidr: '${network}'.`
    : `Write ${field}|cidr and the first address of the network.`
  return warningAt('W-CIDR-MISSING', span, `'${network}' is compared as text: no address is equal to a network`, hint)
}

export function pathWithoutDrive(span: Span, field: string, written: string, hint: string): Problem {
  const message = `'${written}' begins with a backslash, and ${field} holds whole paths, which begin with a drive`
  return warningAt('W-PATH', span, message, hint)
}

export function registryRoot(span: Span, field: string, root: string, hint: string): Problem {
  return warningAt('W-PATH', span, `no value of ${field} begins with ${root}`, hint)
}

export function percentWithoutExpand(span: Span, field: string, name: string, isConfigured: boolean): Problem {
  const why = isConfigured ? 'a placeholder of the configuration' : 'a placeholder by its name'
  const message = `'%${name}%' is ${why}, but without expand it is compared as it stands`
  return warningAt('W-PERCENT', span, message, `Write ${field}|expand.`)
}

export function matchesAll(span: Span, field: string, written: string): Problem {
  const hint = 'Write the values that are meant, or drop the entry.'
  return warningAt('W-MATCHES-ALL', span, `'${written}' matches every value, and every event has ${field}`, hint)
}

export function matchesPresent(span: Span, field: string, written: string): Problem {
  const message = `'${written}' matches every value: it says that ${field} is there and not null`
  return noteAt('W-MATCHES-ALL', span, message, `${field}|exists: true says it too, and takes null for a value.`)
}

/** `others`: the keys of the documents with the same id. */
export function idDuplicate(span: Span, id: string, others: readonly string[]): Problem {
  const shown = others.length > 3 ? `${others.slice(0, 3).join(', ')} and ${others.length - 3} more` : others.join(', ')
  const hint = 'Give each rule an id of its own; refer to what it came from under related.'
  return warningAt('W-ID-DUPLICATE', span, `id '${id}' is also the id of ${shown}`, hint)
}
