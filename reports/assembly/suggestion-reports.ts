import { createHash } from 'node:crypto'
import { scenarioTexts, suggestionsFor } from '../../authoring/index.ts'
import { type CoveredPoint, isRulePoint, type RuleCoverage } from '../../measures/index.ts'
import { byCodeUnit, type Correlation, type Rule, type RuleKey } from '../../sigma/index.ts'
import type { RuleSuggestions } from '../document/report.ts'

/** Points of one rule that are asked for at most: a rule of thousands of values is suggested for over several runs. */
const mostPoints = 200

/** What was suggested before, by what it was suggested for. It may be there for any rule or for none. */
export type KnownSuggestions = ReadonlyMap<string, Suggested>

/** What is missing for a rule, whatever its path. */
export type Suggested = Omit<RuleSuggestions, 'rule'>

/** Suggestions with what can be kept of them. */
export interface SuggestionReports {
  /** By key of the rule. */
  readonly reports: readonly RuleSuggestions[]
  readonly kept: KnownSuggestions
}

/**
 * What is missing for each of these rules: the scenarios for the points that nothing covers and nothing rules out; of a
 * correlation only that they are missing. `known` spares asking and changes no answer; `tell` hears which rule of how many
 * is asked about.
 */
export function suggestionReports(
  rules: readonly (Rule | Correlation)[],
  coverage: readonly RuleCoverage[],
  seed: string,
  known: KnownSuggestions = new Map(),
  tell: (rule: Rule | Correlation, number: number, all: number) => void = () => undefined,
): SuggestionReports {
  const pointsOf = new Map(coverage.map(({ rule, points }) => [rule, points]))
  const kept = new Map<string, Suggested>()
  const reports = [...rules]
    .sort((one, other) => byCodeUnit(one.key, other.key))
    .flatMap((rule, index): RuleSuggestions[] => {
      const missing = (pointsOf.get(rule.key) ?? []).filter((point) => isMissing(point, rule.key))
      if (missing.length === 0) return []
      tell(rule, index + 1, rules.length)
      if (rule.kind === 'correlation') return [{ rule: rule.key, scenarios: [], open: missing.map(notSuggested) }]
      const key = keyOf(rule, missing, seed)
      const suggested = known.get(key) ?? suggestedFor(rule, missing, seed)
      kept.set(key, suggested)
      return [{ rule: rule.key, ...suggested }]
    })
  return { reports, kept }
}

function notSuggested({ point }: CoveredPoint): RuleSuggestions['open'][number] {
  return { point: point.id, reason: 'no solver makes timelines: its scenario is yours to write' }
}

/** A filter document's point is missing in one of the rules that it applies to: there it is asked for. */
function isMissing({ coveredBy, impossible, ofFilter }: CoveredPoint, rule: RuleKey): boolean {
  return coveredBy.length === 0 && impossible === null && (ofFilter === null || ofFilter.rule === rule)
}

function keyOf({ meaning }: Rule, missing: readonly CoveredPoint[], seed: string): string {
  const ids = missing.map(({ point, unknown }) => [point.id, unknown])
  return createHash('sha256')
    .update(JSON.stringify([meaning, seed, ids]))
    .digest('hex')
}

function suggestedFor(rule: Rule, missing: readonly CoveredPoint[], seed: string): Suggested {
  const ids = new Set(missing.map(({ point }) => point.id))
  // Where the solver has given up, it is not asked again; another scenario may cover the point by the way.
  const asked = missing.flatMap(({ point, unknown }) => (unknown === null && isRulePoint(point) ? [point] : []))
  const { suggestions, open } = suggestionsFor(rule, asked, { seed, most: mostPoints })
  const covered = new Set(suggestions.flatMap(({ covers }) => covers))
  const unknown = missing.flatMap(({ point, unknown: limit }) =>
    limit === null || covered.has(point.id) ? [] : [{ point: point.id, reason: `the solver gave up ${limit}` }],
  )
  return {
    scenarios: scenarioTexts(suggestions).map(({ name, text, scenarios, covers, breaches }) => ({
      name,
      text,
      scenarios,
      points: covers.filter((id) => ids.has(id)),
      breaches,
    })),
    open: [...unknown, ...open.map(({ point, reason }) => ({ point: point.id, reason }))].sort((one, other) =>
      byCodeUnit(one.point, other.point),
    ),
  }
}
