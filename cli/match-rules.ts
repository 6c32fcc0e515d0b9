import { evaluateRule, type Fields, fitsLogSource, type Rule } from '../sigma/index.ts'

/** A rule that fires on an event, and its search identifiers that match. */
export interface RuleMatch {
  readonly rule: Rule
  readonly matched: readonly string[]
}

/** Makes a function that answers for an event which of the rules fire on it, in their order. */
export function matcherOf(rules: readonly Rule[]): (fields: Fields) => readonly RuleMatch[] {
  // Thousands of rules share some dozens of log sources: each is asked once for an event.
  const gates = Map.groupBy(rules, ({ logsource }) =>
    JSON.stringify([logsource.category, logsource.product, logsource.service]),
  )
  return (fields) => {
    const open = [...gates.values()].filter(([first]) => first !== undefined && fitsLogSource(first.logsource, fields))
    const candidates = new Set(open.flat())
    return rules.flatMap((rule) => (candidates.has(rule) ? matchOf(rule, fields) : []))
  }
}

function matchOf(rule: Rule, fields: Fields): readonly RuleMatch[] {
  const { condition, identifiers } = evaluateRule(rule, fields)
  if (!condition.matched) return []
  return [{ rule, matched: [...identifiers].flatMap(([name, evidence]) => (evidence.matched ? [name] : [])) }]
}
