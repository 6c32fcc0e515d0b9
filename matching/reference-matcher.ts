import { conditionHolds, fitsLogSource, type Rule } from '../sigma/index.ts'
import type { Matcher } from './matcher.ts'

/** The matcher that others are held against: asks each log source once for an event, then every rule of those it is of. */
export function referenceMatcher(rules: readonly Rule[]): Matcher {
  const candidates = candidatesAmong(rules)
  return { candidates, firing: (event) => candidates(event).filter((rule) => conditionHolds(rule, event)) }
}

/** Thousands of rules share some dozens of log sources, and events are of few sets of these. */
function candidatesAmong(rules: readonly Rule[]): Matcher['candidates'] {
  const placed = rules.map((rule, position) => ({ rule, position }))
  const sources = [
    ...Map.groupBy(placed, ({ rule: { logsource } }) => {
      return JSON.stringify([logsource.category, logsource.product, logsource.service])
    }).values(),
  ].flatMap((own) => (own[0] === undefined ? [] : [{ logsource: own[0].rule.logsource, own }]))
  const known = new Map<string, readonly Rule[]>()
  return (event) => {
    const fitting = sources.filter(({ logsource }) => fitsLogSource(logsource, event))
    const key = fitting.map(({ own }) => own[0]?.position).join(' ')
    const candidates =
      known.get(key) ??
      fitting
        .flatMap(({ own }) => own)
        .sort((one, other) => one.position - other.position)
        .map(({ rule }) => rule)
    known.set(key, candidates)
    return candidates
  }
}
