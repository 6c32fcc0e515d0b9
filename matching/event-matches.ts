import { type Event, fieldsFor, fieldValue, leavesOf, type Rule, treeHolds } from '../sigma/index.ts'
import type { Matcher } from './matcher.ts'

/** A rule that fires on an event, and its search identifiers that match. */
export interface RuleMatch {
  readonly rule: Rule
  readonly matched: readonly string[]
}

/** What rules say of one event. */
export interface EventMatches {
  /** In the order of the rules. */
  readonly matches: readonly RuleMatch[]
  /** Whether any rule was asked. */
  readonly isJudged: boolean
}

/**
 * Makes a function that answers for a recorded event which rules of a matcher fire on it. An event that nothing explains and
 * that does not say where it comes from is of a rule's log source only where it has one of the rule's fields, or the rule a
 * keyword: silence about anything else would be no answer (semantics 6.7).
 */
export function replayOf(matcher: Matcher): (event: Event, isExplained: boolean) => EventMatches {
  const reads = new Map<Rule, ReadonlySet<string | null>>()
  const isAbout = (rule: Rule, event: Event): boolean => {
    const own = reads.get(rule) ?? fieldsRead(rule)
    reads.set(rule, own)
    const fields = fieldsFor(rule.logsource, event)
    return [...own].some((field) => field === null || fieldValue(fields, field) !== undefined)
  }
  return (event, isExplained) => {
    const [candidates, firing] = [matcher.candidates(event), matcher.firing(event)]
    const isPlaced = isExplained || Object.values(event.origin).some((part) => part !== null)
    return {
      matches: (isPlaced ? firing : firing.filter((rule) => isAbout(rule, event))).map((rule) => matchOf(rule, event)),
      isJudged: isPlaced ? candidates.length > 0 : candidates.some((rule) => isAbout(rule, event)),
    }
  }
}

/** The fields that a rule reads; null among them for a keyword. */
function fieldsRead({ identifiers }: Rule): ReadonlySet<string | null> {
  return new Set(identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)].map(({ field }) => field)))
}

function matchOf(rule: Rule, event: Event): RuleMatch {
  const fields = fieldsFor(rule.logsource, event)
  const matching = rule.identifiers.filter(({ predicate }) => treeHolds(predicate, fields))
  return { rule, matched: matching.map(({ name }) => name) }
}
