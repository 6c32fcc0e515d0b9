// Importing this file registers every parameter type, step and hook with Cucumber.
import './parameter-types.ts'
import './given-rule.ts'
import './given-event.ts'
import './when-change.ts'
import './then-verdict.ts'
import './then-claim.ts'
import './hooks.ts'

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
export { putUnderTest } from './rules/name-rules.ts'
export { ScenarioError } from './scenario/scenario-error.ts'
export type { ScenarioState, ScenarioWorld, StepPlace } from './scenario/scenario-state.ts'
export type { StatedValue } from './values/stated-value.ts'
