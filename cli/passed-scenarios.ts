import {
  ObservationError,
  observationMediaType,
  type PassedScenario,
  parseObservation,
  parseStatement,
  statementMediaType,
  unreadTag,
} from '../measures/index.ts'
import { type CollectedScenario, collectRun, type Envelope, isRed } from '../reports/index.ts'
import { visibleText } from '../sigma/index.ts'

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
export function runForMutation(messages: readonly Envelope[]): RunForMutation {
  const whole = collectRun(messages, observationMediaType)
  const { scenarios } = whole
  const run = scenarios.filter(({ status }) => status !== 'not-run')
  const statements = collectRun(messages, statementMediaType).scenarios
  return {
    passed: scenarios.flatMap((scenario, index) =>
      scenario.status === 'passed' ? [passedScenario(scenario, statements[index]?.observations ?? [])] : [],
    ),
    failed: run.filter((scenario) => isRed(scenario, whole)).map(({ uri, line }) => `${visibleText(uri)}:${line}`),
    ran: new Set(run.map(({ uri, line }) => `${uri}:${line}`)),
    features: new Map(
      messages.flatMap(({ source }) => (source ? [[source.uri.replaceAll('\\', '/'), source.data] as const] : [])),
    ),
  }
}

function passedScenario(scenario: CollectedScenario, statements: readonly string[]): PassedScenario {
  const { uri, line, name } = scenario
  const unread = scenario.tags.includes(unreadTag)
  const origin = `${visibleText(uri)}:${line}`
  return {
    uri,
    line,
    name,
    ...(unread && { unread }),
    observations: scenario.observations.map((body) => placed(parseObservation(body, origin), scenario, origin)),
    statements: statements.map((body) => placed(parseStatement(body, origin), scenario, origin)),
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
