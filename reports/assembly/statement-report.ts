import {
  eventsOf,
  ObservationError,
  type ObservedEvent,
  parseStatement,
  type Statement,
  statementMediaType,
} from '../../measures/index.ts'
import { type Fields, type Rule, visibleText } from '../../sigma/index.ts'
import type { StatementReport } from '../document/report.ts'
import { bodiesOf, type CollectedScenario } from '../run/collected-run.ts'

/** A statement of a scenario with the events it is about. */
export interface StatedInScenario {
  readonly statement: Statement
  readonly events: readonly ObservedEvent[]
}

/**
 * The statements that a scenario attached; where it stands is told by the stream, not by the attachment. Throws an
 * ObservationError for what cannot be read, for what was said of other rules, in the words of `faultOf`, and for events
 * that cannot be made again.
 */
export function statementsIn(
  scenario: CollectedScenario,
  rules: readonly Rule[],
  faultOf: (statement: Statement) => string | null,
): readonly StatedInScenario[] {
  const origin = `${visibleText(scenario.uri)}:${scenario.line}`
  return bodiesOf(scenario, statementMediaType).map((body) => {
    const statement = parseStatement(body, origin)
    const { uri, line } = statement.scenario
    if (uri !== scenario.uri || line !== scenario.line) {
      throw new ObservationError([`${origin}: carries a statement of ${visibleText(uri)}:${line}`])
    }
    const fault = faultOf(statement)
    if (fault !== null) throw new ObservationError([fault])
    const events = statement.kind === 'alarm' ? eventsOf({ ...statement, rule: null }, ruleOf) : []
    return { statement, events }
  })

  function ruleOf(key: string): Rule {
    const rule = rules.find((each) => each.key === key)
    if (rule === undefined) throw new ObservationError([`${origin}: no rule has the key ${visibleText(key)}`])
    return rule
  }
}

/** A statement as the document holds it: its events by hash. */
export function statementReport(
  { statement, events }: StatedInScenario,
  hashOf: (fields: Fields) => string,
): StatementReport {
  const { kind, knownGap, isSo, scenario } = statement
  return {
    kind,
    rules: statement.kind === 'claim' ? [statement.rule] : statement.rules,
    uri: scenario.uri,
    line: scenario.line,
    step: { line: scenario.stepLine, text: scenario.stepText },
    held: isSo,
    knownGap,
    events: events.map(({ fields }) => hashOf(fields)),
  }
}
