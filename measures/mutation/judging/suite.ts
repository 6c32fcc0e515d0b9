import { hash } from 'node:crypto'
import { meaningOf, type RuleKey, type RuleSet, visibleText } from '../../../sigma/index.ts'
import { faultOfText } from '../../judged-text.ts'
import type { Observation } from '../../observation.ts'
import { ObservationError } from '../../observation-error.ts'
import { statementCheck } from '../../statement-check.ts'
import { type Examples, examplesIn } from '../examples.ts'
import { type FileScope, fileScopesOf } from '../reading/file-scope.ts'
import type { MutationSubject } from '../reading/mutation-subject.ts'
import { alarmAssertion, claimAssertion } from './assert-statement.ts'
import { correlationAssertion, verdictAssertion } from './assert-verdict.ts'
import type { Assertion } from './assertion.ts'
import type { PassedScenario } from './passed-scenario.ts'
import { type RuleWorld, worldOf } from './rule-world.ts'

/** The scenarios of a run that passed, ready to be asked of changed rules. */
export interface Suite {
  /** The rules as they stand. */
  readonly world: RuleWorld
  /** What an edit of the file of a document can change. */
  readonly scopeOf: (subject: MutationSubject) => FileScope
  /** The rules and correlations that a document is judged by: itself; a filter document by the rules it applies to. */
  readonly judgedBy: (subject: MutationSubject) => readonly RuleKey[]
  /** What the scenarios show of a document. */
  readonly examplesOf: (subject: MutationSubject) => Examples
  /** The scenarios with an assertion that a change of these rules and correlations can change, in the order of the run. */
  readonly concernedBy: (keys: readonly RuleKey[]) => readonly SuiteScenario[]
}

export interface SuiteScenario extends Pick<PassedScenario, 'uri' | 'line' | 'name' | 'unread'> {
  /** What is quick to ask stands first. */
  readonly assertions: readonly Assertion[]
  /** Hash of all that it asserted, the place included. */
  readonly hash: string
}

/**
 * Makes a suite of the scenarios that passed. Throws one {@link ObservationError} for all that judged another text of
 * their rule than the one given, and one for every scenario that does not hold any more when it is asked again: without a
 * green suite no mutant can be told from the rule.
 */
export function suiteOf(ruleSet: Omit<RuleSet, 'problems'>, passed: readonly PassedScenario[]): Suite {
  const world = worldOf(ruleSet)
  const meanings = new Map([...ruleSet.rules, ...ruleSet.correlations].map((rule) => [rule.key, meaningOf(rule)]))
  const faultOf = statementCheck(ruleSet)
  const stale = passed.flatMap((scenario) => [
    ...scenario.observations.flatMap((each) => faultOfText(scenario, each, meanings.get(each.rule)) ?? []),
    ...scenario.statements.flatMap((statement) => faultOf(statement) ?? []),
  ])
  if (stale.length > 0) throw new ObservationError([...new Set(stale)])
  const scenarios = passed.map((scenario): SuiteScenario => {
    const { uri, line, name, unread = false } = scenario
    const assertions = assertionsOf(scenario, world).toSorted((one, other) => one.cost - other.cost)
    return { uri, line, name, ...(unread && { unread }), assertions, hash: hashOf(scenario) }
  })
  const broken = scenarios.filter(({ assertions }) => !assertions.every((assertion) => assertion.holds(world)))
  if (broken.length > 0) {
    throw new ObservationError(
      broken.map(
        ({ uri, line }) =>
          `${visibleText(uri)}:${line} passed, but does not hold when it is judged again; run it again`,
      ),
    )
  }
  const scopeAt = fileScopesOf(ruleSet)
  const scopeOf = ({ source }: MutationSubject) => scopeAt(source.path)
  const judgedBy = judgedIn(scopeOf)
  const shownOf = Map.groupBy(
    passed.flatMap(({ observations }) => observations),
    ({ rule }) => rule,
  )
  const rules = new Map(ruleSet.rules.map((rule) => [rule.key, rule]))
  const examplesOf = (subject: MutationSubject): Examples =>
    examplesIn(
      judgedBy(subject).flatMap((key) => rules.get(key) ?? []),
      (key) => shownOf.get(key) ?? [],
    )
  return { world, scopeOf, judgedBy, examplesOf, concernedBy: concernedIn(scenarios) }
}

/**
 * Hash of a scenario. What all rules mean counts only in a known gap: there it shows that the right ones do not fire, not
 * which do.
 */
function hashOf(scenario: PassedScenario): string {
  const statements = scenario.statements.map((statement) =>
    statement.kind === 'alarm' && !statement.knownGap ? { ...statement, meaning: '' } : statement,
  )
  return hash('sha256', JSON.stringify({ ...scenario, statements }))
}

function judgedIn(scopeOf: Suite['scopeOf']): Suite['judgedBy'] {
  return (subject) =>
    subject.kind === 'filter'
      ? scopeOf(subject)
          .rules.filter(({ filters }) => filters.some(({ key }) => key === subject.key))
          .map(({ key }) => key)
      : [subject.key]
}

function concernedIn(scenarios: readonly SuiteScenario[]): Suite['concernedBy'] {
  const positions = new Map<RuleKey | 'every', number[]>()
  for (const [position, { assertions }] of scenarios.entries()) {
    const read = new Set(assertions.flatMap(({ reads }) => (reads === 'every' ? ['every'] : [...reads])))
    for (const key of read) {
      const found = positions.get(key)
      if (found === undefined) positions.set(key, [position])
      else found.push(position)
    }
  }
  return (keys) => {
    const found = ['every', ...keys].flatMap((key) => positions.get(key) ?? [])
    return [...new Set(found)].sort((one, other) => one - other).flatMap((position) => scenarios[position] ?? [])
  }
}

function assertionsOf({ observations, statements }: PassedScenario, world: RuleWorld): readonly Assertion[] {
  const ofAlarms = new Set(statements.flatMap(({ kind, scenario }) => (kind === 'alarm' ? [scenario.stepLine] : [])))
  return [
    // What such a step leaves of the rules it names is said by its own statement, and exactly.
    ...observations
      .filter(({ scenario }) => !ofAlarms.has(scenario.stepLine))
      .map((observation) => observed(observation, world)),
    ...statements.map((statement) =>
      statement.kind === 'claim' ? claimAssertion(statement) : alarmAssertion(statement, world),
    ),
  ]
}

function observed(observation: Observation, world: RuleWorld): Assertion {
  const correlation = world.correlationOf(observation.rule)
  return correlation === undefined
    ? verdictAssertion(observation, world)
    : correlationAssertion(observation, correlation, world)
}
