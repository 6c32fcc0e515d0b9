import {
  ObservationError,
  observationMediaType,
  type PassedScenario,
  parseObservation,
  parseStatement,
  rulesSolvedFor,
  statementMediaType,
  unreadTag,
} from '../../measures/index.ts'
import { type RuleKey, visibleText } from '../../sigma/index.ts'
import type { Message } from '../../sources/index.ts'
import { isRed } from '../assembly/scenario-judgement.ts'
import { collectRun } from './collect-run.ts'
import { bodiesOf, type CollectedScenario } from './collected-run.ts'

/** What a run says to whoever judges mutants by it. */
export interface RunForMutation {
  /** In the order of the report: by uri and line. */
  readonly passed: readonly PassedScenario[]
  /** Those that ran and did not pass, as `uri:line`. */
  readonly failed: readonly string[]
  /** Those that ran at all, as `uri:line`. */
  readonly ran: ReadonlySet<string>
  /** The texts of its features, by path. */
  readonly features: ReadonlyMap<string, string>
}

/**
 * The scenarios of a run with all that they asserted, in their last attempt. Throws an ObservationError for an attachment
 * that cannot be read.
 */
export function runForMutation(messages: readonly Message[]): RunForMutation {
  const whole = collectRun(messages)
  const { scenarios } = whole
  const run = scenarios.filter(({ status }) => status !== 'not-run')
  return {
    passed: scenarios.filter(({ status }) => status === 'passed').map(passedScenario),
    failed: run.filter((scenario) => isRed(scenario, whole)).map(({ uri, line }) => `${visibleText(uri)}:${line}`),
    ran: new Set(run.map(({ uri, line }) => `${uri}:${line}`)),
    features: new Map(
      messages.flatMap(({ source }) => (source ? [[source.uri.replaceAll('\\', '/'), source.data] as const] : [])),
    ),
  }
}

function passedScenario(scenario: CollectedScenario): PassedScenario {
  const { uri, line, name } = scenario
  const unread = scenario.tags.includes(unreadTag)
  const origin = `${visibleText(uri)}:${line}`
  return {
    uri,
    line,
    name,
    ...(unread && { unread }),
    observations: bodiesOf(scenario, observationMediaType).map((body) =>
      placed(parseObservation(body, origin), scenario, origin),
    ),
    statements: bodiesOf(scenario, statementMediaType).map((body) =>
      placed(parseStatement(body, origin), scenario, origin),
    ),
  }
}

/** Where a scenario stands is told by the stream, not by the attachment. */
function placed<Told extends { readonly scenario: { readonly uri: string; readonly line: number } }>(
  told: Told,
  { uri, line }: CollectedScenario,
  origin: string,
): Told {
  if (told.scenario.uri === uri && told.scenario.line === line) return told
  throw new ObservationError([
    `${origin}: carries what ${visibleText(told.scenario.uri)}:${told.scenario.line} asserted`,
  ])
}

/** What scenarios of these features are about. */
export function rulesJudgedIn({ passed }: RunForMutation, features: ReadonlySet<string>): ReadonlySet<RuleKey> {
  return new Set(
    passed
      .filter(({ uri }) => features.has(uri))
      .flatMap(({ observations, statements }) => [
        ...observations.flatMap(({ rule, recipe }) => [rule, ...rulesSolvedFor(recipe)]),
        ...statements.flatMap((statement) =>
          statement.kind === 'claim' ? [statement.rule] : [...statement.rules, ...rulesSolvedFor(statement.recipe)],
        ),
      ]),
  )
}
