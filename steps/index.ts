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
} from './change-events.ts'
export { exactlyTheseRulesFire, noRuleFires } from './judge-all-rules.ts'
export {
  makeBenignEvent,
  makeEventsMatching,
  makeEventsMatchingWithin,
  makeEventsWith,
  makeEventWith,
  makeMatchingEvents,
  makeMatchingEventVia,
  takeEvent,
} from './make-events.ts'
export { putUnderTest } from './name-rules.ts'
export { letTimePass } from './play.ts'
export { ScenarioError } from './scenario-error.ts'
export type { ScenarioState, ScenarioWorld, StepPlace } from './scenario-state.ts'
export { ruleCanNeverMatch, ruleDoesNotNeed } from './state-claims.ts'
export {
  ruleFires,
  ruleFiresOnlyFor,
  ruleFiresTimes,
  ruleFiresVia,
  ruleIsSilent,
  ruleIsSilentBecause,
  ruleIsSilentByLogSource,
  ruleIsSuppressedBy,
} from './state-verdicts.ts'
export type { StatedValue } from './stated-value.ts'
export { VerdictError } from './verdict-error.ts'
