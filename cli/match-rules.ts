import { evaluateRule, type Fields, type LogSource, logSourceFits, type Rule } from '../sigma/index.ts'

/** A rule that fires on an event, and its search identifiers that match. */
export interface RuleMatch {
  readonly rule: Rule
  readonly matched: readonly string[]
}

/** Every rule that fires on an event, in the order of the rules. */
export function matchesOf(rules: readonly Rule[], fields: Fields): readonly RuleMatch[] {
  const gates = new Map<string, boolean>()
  return rules.flatMap((rule) => {
    if (!passesGate(rule.logsource, fields, gates)) return []
    const { condition, identifiers } = evaluateRule(rule, fields)
    if (!condition.matched) return []
    return [{ rule, matched: [...identifiers].flatMap(([name, evidence]) => (evidence.matched ? [name] : [])) }]
  })
}

/** Thousands of rules share some dozens of log sources: each is asked once for an event. */
function passesGate(logsource: LogSource, fields: Fields, gates: Map<string, boolean>): boolean {
  const key = JSON.stringify([logsource.category, logsource.product, logsource.service])
  const known = gates.get(key)
  if (known !== undefined) return known
  const { fits } = logSourceFits(logsource, fields)
  gates.set(key, fits)
  return fits
}
