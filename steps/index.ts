// In a run of Cucumber, importing this file registers every parameter type, step and hook.
import { registerIfRunning } from './cucumber/register.ts'

registerIfRunning()

export {
  changeLetterCase,
  emptyField,
  replaceInField,
  setField,
  setFieldInside,
  setFieldJustOutside,
  setFieldToAccount,
  setFieldToAccountEverywhere,
  setFieldToEach,
  setFieldToText,
  shortenInField,
} from './events/change-events.ts'
export {
  makeBenignEvent,
  makeEventsMatching,
  makeEventsMatchingWithin,
  makeEventsWith,
  makeEventWith,
  makeMatchingEvents,
  makeMatchingEventVia,
  takeEvent,
} from './events/make-events.ts'
export { letTimePass } from './events/play.ts'
export { VerdictError } from './failures/verdict-error.ts'
export { exactlyTheseRulesFire, noRuleFires } from './judging/judge-all-rules.ts'
export { ruleCanNeverMatch, ruleDoesNotNeed } from './judging/state-claims.ts'
export {
  ruleFires,
  ruleFiresOnlyFor,
  ruleFiresTimes,
  ruleFiresVia,
  ruleIsSilent,
  ruleIsSilentBecause,
  ruleIsSilentByLogSource,
  ruleIsSuppressedBy,
} from './judging/state-verdicts.ts'
export { patterns } from './patterns.ts'
export { putUnderTest } from './rules/name-rules.ts'
export { ScenarioError } from './scenario/scenario-error.ts'
export type { ScenarioState, ScenarioWorld, StepPlace } from './scenario/scenario-state.ts'
export type { StatedValue } from './values/stated-value.ts'
export { type ParameterName, parameters } from './vocabulary/parameters.ts'
export type { StepPattern } from './vocabulary/step-pattern.ts'
export { stepReference } from './vocabulary/step-reference.ts'
