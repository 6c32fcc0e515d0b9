import { Then } from '@cucumber/cucumber'
import { ruleCanNeverMatch, ruleDoesNotNeed } from './judging/state-claims.ts'
import type { ScenarioWorld } from './scenario/scenario-state.ts'
import type { StatedValue } from './values/stated-value.ts'

Then(
  '{the rule} can never match {field} {value}',
  function (this: ScenarioWorld, rule: string | null, field: string, value: StatedValue) {
    ruleCanNeverMatch(this, rule, field, value)
  },
)

Then('{the rule} does not need {part}', function (this: ScenarioWorld, rule: string | null, part: string) {
  ruleDoesNotNeed(this, rule, part)
})
