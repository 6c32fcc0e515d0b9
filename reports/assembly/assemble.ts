import {
  type Coverage,
  cover,
  coverageOf,
  distancesOf,
  hashOfEvent,
  type JudgedObservation,
  knownGapTag,
  type NeverFires,
  neverFires,
  ObservationError,
  observationMediaType,
  parseObservation,
  provePoints,
  type RunObservation,
  type Statement,
  statementCheck,
  statementJudge,
  unreadTag,
} from '../../measures/index.ts'
import {
  byCodeUnit,
  meaningOf,
  type Rule,
  type RuleKey,
  type RuleSet,
  type Source,
  type Span,
  sourceOf,
  visibleText,
} from '../../sigma/index.ts'
import type { Finding, MeasureRatios, Place, Report, RuleReport, RuleSuggestions } from '../document/report.ts'
import { bodiesOf, type CollectedRun, type CollectedScenario } from '../run/collected-run.ts'
import { coverageGroups } from './coverage-groups.ts'
import { eventReports } from './event-reports.ts'
import { findingsOf } from './findings.ts'
import { misreadValues } from './misread-values.ts'
import { nextPoints } from './next-points.ts'
import { observationReport } from './observation-report.ts'
import { placesIn } from './places.ts'
import { ruleReport } from './rule-report.ts'
import { type Asserted, isRed, isRefuted } from './scenario-judgement.ts'
import { scenarioReport } from './scenario-report.ts'
import { statementReport, statementsIn } from './statement-report.ts'
import { summedCoverage } from './summed-coverage.ts'
import { thresholdReports, type WantedCoverage, type WantedScenarios } from './threshold-reports.ts'
import { totalsOf } from './totals.ts'
import { unreadableFiles } from './unreadable-files.ts'

/** What a report is made of. */
export interface ReportParts extends Pick<RuleSet, 'rules' | 'correlations' | 'problems'> {
  /** The files of the rules and problems, by path. */
  readonly sources: ReadonlyMap<string, Source>
  readonly run: CollectedRun
  readonly seed: string
  /** What the coverage must reach. */
  readonly thresholds?: readonly WantedCoverage[]
  /** What every rule must have. */
  readonly required?: WantedScenarios
  /** Whether what nobody has read counts for them too. */
  readonly unreadCounts?: boolean
  /** The rules that may have scenarios though they can never fire, with the reason. */
  readonly neverFires?: ReadonlyMap<RuleKey, string>
  /** Finds out which uncovered points nothing can cover; the solver is asked about each when nothing else is said. */
  readonly prove?: (coverage: Coverage) => Coverage
  /** Finds the scenarios that are missing; none when nothing else is said. */
  readonly suggest?: (coverage: Coverage) => readonly RuleSuggestions[]
}

/**
 * The report of a run: rules in, observations in, verdicts judged again, points counted, document out. Throws an
 * ObservationError for attachments that cannot be counted: unreadable, or about a rule that is not loaded or has changed.
 */
export function assembleReport({
  rules,
  correlations,
  problems,
  sources,
  run,
  seed,
  thresholds: wanted = [],
  required = {},
  unreadCounts = false,
  neverFires: allowed = new Map(),
  prove = (found) => provePoints(rules, found).coverage,
  suggest,
}: ReportParts): Report {
  const placeOf = placeFinder(sources)

  const faultOf = statementCheck({ rules, correlations })
  const isSo = statementJudge({ rules, correlations })
  const passedAt = new Set(run.scenarios.filter(({ status }) => status === 'passed').map(placeKey))
  const gapAt = new Set(run.scenarios.filter(({ tags }) => tags.includes(knownGapTag)).map(placeKey))
  const said = run.scenarios
    .flatMap((scenario) => statementsIn(scenario, rules, faultOf))
    .map(({ statement, events: own }) => {
      const at = placeKey(statement.scenario)
      const placed: Statement = { ...statement, knownGap: gapAt.has(at) }
      // What failed has failed, whatever it says.
      return { statement: passedAt.has(at) ? { ...placed, isSo: isSo(placed) } : placed, events: own }
    })
  const saidIn = Map.groupBy(said, ({ statement }) => placeKey(statement.scenario))
  const assertedIn = (judged: readonly JudgedObservation[]): ((scenario: CollectedScenario) => Asserted) => {
    const judgedAt = Map.groupBy(judged, ({ observation }) => placeKey(observation.scenario))
    return (scenario) => ({
      judged: judgedAt.get(placeKey(scenario)) ?? [],
      said: (saidIn.get(placeKey(scenario)) ?? []).map(({ statement }) => statement),
    })
  }

  const first = cover({ rules, correlations }, run.scenarios.flatMap(observationsIn))
  const asFirst = assertedIn(first.observations)
  const played = run.scenarios.map((scenario) =>
    scenario.status === 'passed' && isRefuted(asFirst(scenario))
      ? { ...scenario, status: 'failed' as const }
      : scenario,
  )
  const isAsTold = played.every((scenario, at) => scenario === run.scenarios[at])
  const coverage = prove(isAsTold ? first : cover({ rules, correlations }, played.flatMap(observationsIn)))
  const asserted = assertedIn(coverage.observations)

  const judgedOf = Map.groupBy(coverage.observations, ({ observation }) => observation.rule)

  const observationReports = coverage.observations.map((each) => observationReport(each, hashOfEvent))
  const unread = new Set(coverage.observations.flatMap((each, position) => (each.unread ? [position] : [])))
  const pointsOf = new Map(coverage.rules.map(({ rule, points }) => [rule, points]))
  const ruleReports = [...rules, ...correlations].sort(byKey).map((rule) => {
    const points = pointsOf.get(rule.key) ?? []
    const ratios: MeasureRatios = {
      outcomes: coverageOf(points, 'outcomes', unread),
      detections: coverageOf(points, 'detections', unread),
      values: coverageOf(points, 'values', unread),
      mcdc: coverageOf(points, 'mcdc', unread),
    }
    const judged = judgedOf.get(rule.key) ?? []
    return ruleReport({ rule, meaning: meaningOf(rule), points, ratios, unread, judged, problems, placeOf })
  })
  const scenarios = played.map((scenario) => scenarioReport(scenario, asserted(scenario), isRed(scenario, run)))
  const events = eventReports(
    coverage.observations,
    said.flatMap((each) => each.events),
    hashOfEvent,
  )
  const unreadable = unreadableFiles(problems, sources, placeOf)

  const parts = {
    rules: ruleReports,
    unreadable,
    scenarios,
    observations: observationReports,
    statements: said.map((each) => statementReport(each, hashOfEvent)),
    events,
  }
  const files = new Map([...rules, ...correlations].map(({ key, source }) => [key, source.path]))
  const fileOf = ({ key }: RuleReport) => files.get(key) ?? key
  const thresholds = thresholdReports(ruleReports, wanted, required, fileOf, unreadCounts)
  const ruleOf = new Map(rules.map((rule) => [rule.key, rule]))
  const next = nextPoints(
    ruleReports,
    thresholds,
    (key) => {
      const rule = ruleOf.get(key)
      if (rule === undefined) return new Map()
      return distancesOf(rule, pointsOf.get(key) ?? [], judgedOf.get(key) ?? [])
    },
    unreadCounts,
  )
  const named = new Set<RuleKey>([
    ...coverage.observations.map(({ observation }) => observation.rule),
    ...said.flatMap(({ statement }) => (statement.kind === 'claim' ? [statement.rule] : statement.rules)),
  ])
  const dead = rules
    .filter(({ key }) => named.has(key))
    .flatMap((rule) => deadRule(rule, neverFires(rule, pointsOf.get(rule.key) ?? []), allowed, placeOf))
  return {
    version: 1,
    seed,
    ...parts,
    totals: totalsOf(parts, summedCoverage(ruleReports)),
    groups: coverageGroups(ruleReports, fileOf),
    thresholds,
    next,
    findings: findingsOf({ ...parts, misread: misreadValues(run.scenarios), dead }),
    suggestions: suggest === undefined ? [] : suggest(coverage),
    suggested: suggest !== undefined,
    run: run.run,
  }
}

/** A rule that scenarios name and that can never fire: a finding, unless it may or is meant for another agent. */
function deadRule(
  { key, condition }: Rule,
  proof: NeverFires | null,
  allowed: ReadonlyMap<RuleKey, string>,
  placeOf: (span: Span) => Place,
): readonly Finding[] {
  if (proof === null) return []
  const { path, line } = placeOf(condition.span)
  const because = allowed.get(key) ?? null
  const kind = proof.isForeign ? 'never-fires-here' : because === null ? 'never-fires' : 'never-fires-allowed'
  return [{ kind, path, line, rule: key, reason: proof.reason, because }]
}

function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return byCodeUnit(a.key, b.key)
}

/** The scenario's attachments; where it stands is told by the stream, not by the attachment. */
function observationsIn(scenario: CollectedScenario): readonly RunObservation[] {
  const origin = `${visibleText(scenario.uri)}:${scenario.line}`
  const passed = scenario.status === 'passed'
  return bodiesOf(scenario, observationMediaType).map((body) => {
    const observation = parseObservation(body, origin)
    const { uri, line } = observation.scenario
    if (uri !== scenario.uri || line !== scenario.line) {
      throw new ObservationError([`${origin}: carries an observation of ${visibleText(uri)}:${line}`])
    }
    const knownGap = scenario.tags.includes(knownGapTag) ? (observation.knownGap ?? 'open') : null
    const unread = scenario.tags.includes(unreadTag)
    return { observation: { ...observation, knownGap }, passed, unread }
  })
}

function placeKey({ uri, line }: { readonly uri: string; readonly line: number }): string {
  return `${uri}:${line}`
}

function placeFinder(sources: ReadonlyMap<string, Source>): (span: Span) => Place {
  const finders = new Map([...sources].map(([path, source]) => [path, placesIn(source)]))
  return (span) => (finders.get(span.path) ?? placesIn(sourceOf(span.path, '')))(span)
}
