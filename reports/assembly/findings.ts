import type { World } from '../../generators/index.ts'
import { unreadTag } from '../../measures/index.ts'
import type { RuleKey } from '../../sigma/index.ts'
import type {
  Finding,
  GapState,
  ObservationReport,
  PointReport,
  Report,
  RuleReport,
  ScenarioReport,
  StatementReport,
} from '../document/report.ts'
import { byPathAndLine } from './by-path-and-line.ts'
import { distinctViolations } from './event-reports.ts'
import { neverText, pointText } from './point-text.ts'

type FindingSources = Pick<Report, 'rules' | 'unreadable' | 'scenarios' | 'observations' | 'statements' | 'events'> & {
  readonly misread: readonly Finding[]
  /** Rules that scenarios name and that can never fire. */
  readonly dead: readonly Finding[]
}

/** Everything a reader should know or act on: the gravest kind first, then by path and line. */
export function findingsOf(parts: FindingSources): readonly Finding[] {
  const judged = new Set(rulesIn(parts.observations))
  const kinds: readonly (readonly Finding[])[] = [
    unreadableRules(parts),
    gaps(parts, 'closed'),
    failedScenarios(parts),
    parts.dead,
    parts.rules.filter((rule) => !judged.has(rule.key)).map(withoutScenario),
    parts.rules.flatMap((rule) => impossible(rule, 'logic')).filter(notToldOf(parts.dead)),
    parts.rules.flatMap(uncovered),
    silencesOf(parts, 'circular'),
    silencesOf(parts, 'vacuous'),
    parts.misread,
    unrealisticEvents(parts),
    gaps(parts, 'open'),
    skippedScenarios(parts),
    unreadScenarios(parts),
    parts.rules.flatMap((rule) => impossible(rule, 'source')).filter(notToldOf(parts.dead)),
  ]
  return kinds.flatMap((findings) => [...findings].sort(byPathAndLine))
}

function unreadableRules({ unreadable }: FindingSources): readonly Finding[] {
  return unreadable.flatMap(({ path, problems }) =>
    problems
      .filter((problem) => problem.severity === 'error')
      .map(({ code, message, hint, place }) => ({
        kind: 'unreadable-rule',
        path,
        line: place.line,
        column: place.column,
        code,
        message,
        hint,
      })),
  )
}

function gaps({ scenarios, observations, statements }: FindingSources, state: GapState): readonly Finding[] {
  const kind = state === 'open' ? 'known-gap' : 'closed-gap'
  return outlinesOf(scenarios.filter((scenario) => scenario.knownGap === state)).map((rows) => ({
    kind,
    ...outlineOf(rows),
    rules: rulesOf(rows, observations, statements),
  }))
}

/** Scenarios as they are written: the rows of one outline are one thing, seen from several sides. */
function outlinesOf(scenarios: readonly ScenarioReport[]): readonly (readonly ScenarioReport[])[] {
  return [...Map.groupBy(scenarios, ({ uri, line, outline }) => `${uri}:${outline?.line ?? line}`).values()]
}

function outlineOf(rows: readonly ScenarioReport[]): OutlinePlace {
  const [first] = rows
  return {
    path: first?.uri ?? '',
    line: first?.outline?.line ?? first?.line ?? 0,
    name: first?.outline?.name ?? first?.name ?? '',
    examples: rows.flatMap(examplesOf),
  }
}

type OutlinePlace = Pick<Finding & { readonly kind: 'known-gap' }, 'path' | 'line' | 'name' | 'examples'>

/** The rules that these scenarios judge or speak of. */
function rulesOf(
  rows: readonly ScenarioReport[],
  observations: readonly ObservationReport[],
  statements: readonly StatementReport[],
): readonly RuleKey[] {
  const spokenOf = assertedIn(rows, statements).flatMap(({ rules }) => rules)
  return [...new Set([...rulesIn(assertedIn(rows, observations)), ...spokenOf])]
}

function assertedIn<Asserted extends { readonly uri: string; readonly line: number }>(
  rows: readonly ScenarioReport[],
  asserted: readonly Asserted[],
): readonly Asserted[] {
  const places = new Set(rows.map(({ uri, line }) => `${uri}:${line}`))
  return asserted.filter(({ uri, line }) => places.has(`${uri}:${line}`))
}

function rulesIn(observations: readonly ObservationReport[]): readonly RuleKey[] {
  return [...new Set(observations.map((each) => each.rule))]
}

function examplesOf({ outline, steps }: ScenarioReport): readonly string[] {
  if (outline !== null) return [outline.row.map((cell) => cell.value).join(', ')]
  return steps.flatMap((step) => step.table.flat()).filter((cell) => cell !== '')
}

function failedScenarios({ scenarios }: FindingSources): readonly Finding[] {
  return scenarios
    .filter(({ isRed, knownGap }) => isRed && knownGap !== 'closed')
    .map(({ uri, line, name, status }) => ({ kind: 'failed-scenario', path: uri, line, name, status }))
}

/** That a rule can never fire is told once. */
function notToldOf(dead: readonly Finding[]): (finding: Finding) => boolean {
  const rules = new Set(dead.flatMap((finding) => ('rule' in finding ? [finding.rule] : [])))
  return (finding) =>
    !(finding.kind === 'impossible' || finding.kind === 'impossible-here') ||
    finding.point !== 'outcomes/fires' ||
    !rules.has(finding.rule)
}

function unreadScenarios({ scenarios, observations, statements }: FindingSources): readonly Finding[] {
  return outlinesOf(scenarios.filter(({ tags }) => tags.includes(unreadTag))).map((rows) => ({
    kind: 'unread-scenario',
    ...outlineOf(rows),
    rules: rulesOf(rows, observations, statements),
  }))
}

function skippedScenarios({ scenarios }: FindingSources): readonly Finding[] {
  return scenarios.flatMap(({ uri, line, name, skipped }) =>
    skipped === null ? [] : [{ kind: 'skipped-scenario', path: uri, line, name, reason: skipped }],
  )
}

function withoutScenario({ key, firstLine, points }: RuleReport): Finding {
  return { kind: 'rule-without-scenario', path: points[0]?.place.path ?? key, line: firstLine, rule: key }
}

function uncovered(rule: RuleReport): readonly Finding[] {
  return rule.points
    .filter((point) => isToldHere(rule, point) && point.observations.length === 0 && point.impossible === null)
    .map((point) => ({
      kind: 'uncovered',
      path: point.place.path,
      line: point.place.line,
      rule: rule.key,
      point: point.id,
      text: pointText(point),
      unknown: point.unknown,
    }))
}

/** What is true of a filter document in all of its rules is told in one of them. */
function isToldHere({ key }: RuleReport, { ofFilter }: PointReport): boolean {
  return ofFilter === null || ofFilter.rule === key
}

/** Points that nothing covers: faults of the rule, or what it says to other agents on purpose. */
function impossible(rule: RuleReport, world: World): readonly Finding[] {
  return rule.points.flatMap((point) => {
    if (!isToldHere(rule, point) || point.observations.length > 0 || point.impossible?.world !== world) return []
    const { path, line } = point.place
    const kind = world === 'logic' ? 'impossible' : 'impossible-here'
    return [
      { kind, path, line, rule: rule.key, point: point.id, text: neverText(point), reason: point.impossible.reason },
    ]
  })
}

function silencesOf({ observations, scenarios }: FindingSources, kind: 'circular' | 'vacuous'): readonly Finding[] {
  const names = new Map(scenarios.map(({ uri, line, name }) => [`${uri}:${line}`, name]))
  return observations.flatMap((each, observation) =>
    each[kind] && each.held && !each.knownGap
      ? [
          {
            kind,
            path: each.uri,
            line: each.step.line,
            rule: each.rule,
            name: names.get(`${each.uri}:${each.line}`) ?? '',
            observation,
          },
        ]
      : [],
  )
}

function unrealisticEvents({ observations, statements, events, scenarios }: FindingSources): readonly Finding[] {
  const unrealisticByHash = new Map(
    events.filter(({ breaches }) => breaches.length > 0).map((event) => [event.hash, event]),
  )
  const unrealistic = observations.filter((each) => each.events.some(({ event }) => unrealisticByHash.has(event)))
  const alarms = statements.filter((each) => each.events.some((event) => unrealisticByHash.has(event)))
  const places = new Set([...unrealistic, ...alarms].map(({ uri, line }) => `${uri}:${line}`))
  return outlinesOf(scenarios.filter(({ uri, line }) => places.has(`${uri}:${line}`))).map((rows) => {
    const hashes = [
      ...assertedIn(rows, unrealistic).flatMap((each) => each.events.map(({ event }) => event)),
      ...assertedIn(rows, alarms).flatMap((each) => each.events),
    ]
    const found = [...new Set(hashes)].map((hash) => unrealisticByHash.get(hash)).filter((event) => event !== undefined)
    return {
      kind: 'unrealistic',
      ...outlineOf(rows),
      rules: rulesOf(rows, unrealistic, alarms),
      events: found.map((event) => event.hash),
      breaches: distinctViolations(found.flatMap((event) => event.breaches)),
    }
  })
}
