import {
  type Correlation,
  type CorrelationExpectation,
  type CorrelationJudgement,
  correlationMeets,
  judgeCorrelation,
  visibleText,
} from '../../sigma/index.ts'
import { correlationFailure } from '../failures/correlation-failure.ts'
import { VerdictError } from '../failures/verdict-error.ts'
import { type RuleBook, ruleBookOf, titlesOf } from '../rules/rule-book.ts'
import type { ScenarioWorld } from '../scenario/scenario-state.ts'
import { warn } from '../scenario/warn.ts'
import { attachObservation } from './attach-observation.ts'
import { beginVerdict } from './judge-events.ts'
import { closedLine } from './known-gap.ts'
import { unrealistic } from './verdict-warnings.ts'

/**
 * Judges everything that happened by a correlation, the end of the scenario closing what windows are open, and holds that
 * against what was expected. Leaves one observation. Throws a VerdictError when it does not hold or, in a known gap, when
 * it does.
 */
export function expectOfCorrelation(
  world: ScenarioWorld,
  correlation: Correlation,
  expectation: CorrelationExpectation,
): void {
  const { scene, settings, knownGap } = beginVerdict(world)
  const book = ruleBookOf(settings)
  const judgement = judgeCorrelation(book, correlation, scene.events)
  const numbered = scene.events.map((event, index) => ({ event, number: index + 1 }))
  warn(world, [...unrealistic(numbered), ...(knownGap ? [] : warningsAbout(book, correlation, judgement, expectation))])
  const held = correlationMeets(correlation, judgement, expectation)
  attachObservation(world, correlation, expectation, { held, isClosed: held })
  if (knownGap) {
    if (held) throw new VerdictError(closedLine(1, 1, correlation))
  } else if (!held) {
    throw new VerdictError(correlationFailure(book, correlation, judgement, expectation))
  }
}

function warningsAbout(
  book: RuleBook,
  { title, rules }: Correlation,
  { occurrencesOf, problems }: CorrelationJudgement,
  { kind }: CorrelationExpectation,
): readonly string[] {
  const isVacuous = kind === 'silent' && [...occurrencesOf.values()].every((count) => count === 0)
  const vacuous = `vacuous: "${visibleText(title)}" is silent as none of its rules fires on any event: ${titlesOf(book, rules)}`
  return [
    ...problems.map((problem) => `${visibleText(problem.message)} [${problem.code}]`),
    ...(isVacuous ? [vacuous] : []),
  ]
}
