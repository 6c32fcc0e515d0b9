import { type Event, evaluateRule, fieldsFor, fieldValue, fitsLogSource, leavesOf, type Rule } from '../sigma/index.ts'

/** A rule that fires on an event, and its search identifiers that match. */
export interface RuleMatch {
  readonly rule: Rule
  readonly matched: readonly string[]
}

/** What rules say of one event. */
export interface EventMatches {
  readonly matches: readonly RuleMatch[]
  /** Whether any rule was asked. */
  readonly isJudged: boolean
}

/**
 * Makes a function that answers for an event which of the rules fire on it, in their order. An event that does not say
 * where it comes from is of a rule's log source only where it has one of the rule's fields, or the rule a keyword: silence
 * about anything else would be no answer (amendment 5).
 */
export function matcherOf(rules: readonly Rule[]): (event: Event, isExplained: boolean) => EventMatches {
  // Thousands of rules share some dozens of log sources: each is asked once for an event.
  const gates = [
    ...Map.groupBy(rules, ({ logsource: { category, product, service } }) =>
      JSON.stringify([category, product, service]),
    ).values(),
  ]
  const reads = new Map(rules.map((rule) => [rule, fieldsRead(rule)]))
  return (event, isExplained) => {
    const open = gates.filter(([first]) => first !== undefined && fitsLogSource(first.logsource, event)).flat()
    const isAnonymous = !isExplained && Object.values(event.origin).every((part) => part === null)
    const candidates = new Set(isAnonymous ? open.filter((rule) => isAbout(reads.get(rule) ?? [], rule, event)) : open)
    const matches = rules.flatMap((rule) => (candidates.has(rule) ? matchOf(rule, event) : []))
    return { matches, isJudged: candidates.size > 0 }
  }
}

/** The fields that a rule reads; null among them for a keyword. */
function fieldsRead({ identifiers }: Rule): readonly (string | null)[] {
  return [...new Set(identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)].map(({ field }) => field)))]
}

function isAbout(reads: readonly (string | null)[], { logsource }: Rule, event: Event): boolean {
  const fields = fieldsFor(logsource, event)
  return reads.some((field) => field === null || fieldValue(fields, field) !== undefined)
}

function matchOf(rule: Rule, event: Event): readonly RuleMatch[] {
  const { condition, identifiers } = evaluateRule(rule, event)
  if (!condition.matched) return []
  return [{ rule, matched: [...identifiers].flatMap(([name, evidence]) => (evidence.matched ? [name] : [])) }]
}
