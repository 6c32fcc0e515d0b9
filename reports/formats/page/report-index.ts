import type { RuleKey } from '../../../sigma/index.ts'
import type {
  EventReport,
  Finding,
  ObservationReport,
  Report,
  RuleSuggestions,
  ScenarioReport,
} from '../../document/report.ts'
import { findingsByRule } from '../finding-words.ts'

/** A report's lists by what the page looks them up with; made once for a page. */
export interface ReportIndex {
  /** Under null those that belong to no readable rule. */
  readonly findings: ReadonlyMap<RuleKey | null, readonly Finding[]>
  readonly observations: ReadonlyMap<RuleKey, readonly ObservationReport[]>
  /** By {@link placeKey}. */
  readonly scenarios: ReadonlyMap<string, ScenarioReport>
  /** By hash. */
  readonly events: ReadonlyMap<string, EventReport>
  readonly suggestions: ReadonlyMap<RuleKey, RuleSuggestions>
  /** Whether they were asked for. */
  readonly suggested: boolean
}

/** Indexes a report. */
export function indexOf({ findings, observations, scenarios, events, suggestions, suggested }: Report): ReportIndex {
  return {
    findings: findingsByRule(findings),
    observations: Map.groupBy(observations, (each) => each.rule),
    scenarios: new Map(scenarios.map((scenario) => [placeKey(scenario), scenario])),
    events: new Map(events.map((event) => [event.hash, event])),
    suggestions: new Map(suggestions.map((each) => [each.rule, each])),
    suggested,
  }
}

/** Names a scenario. */
export function placeKey({ uri, line }: { readonly uri: string; readonly line: number }): string {
  return `${uri}:${line}`
}
