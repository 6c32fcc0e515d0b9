import { Then } from '@cucumber/cucumber'
import { exactlyTheseRulesFire, noRuleFires } from './judging/judge-all-rules.ts'
import {
  ruleFires,
  ruleFiresOnlyFor,
  ruleFiresTimes,
  ruleFiresVia,
  ruleIsSilent,
  ruleIsSilentBecause,
  ruleIsSilentByLogSource,
  ruleIsSuppressedBy,
} from './judging/state-verdicts.ts'
import type { ScenarioWorld } from './scenario/scenario-state.ts'
import type { StatedValue } from './values/stated-value.ts'
import { namesIn, type Table } from './values/table-cells.ts'

Then('{the rule} fires', function (this: ScenarioWorld, rule: string | null) {
  ruleFires(this, rule)
})

Then('{the rule} fires via {part}', function (this: ScenarioWorld, rule: string | null, part: string) {
  ruleFiresVia(this, rule, part)
})

Then('{the rule} fires exactly {int} time(s)', function (this: ScenarioWorld, rule: string | null, times: number) {
  ruleFiresTimes(this, rule, times)
})

Then(
  '{the rule} fires only for {field} {value}',
  function (this: ScenarioWorld, rule: string | null, field: string, value: StatedValue) {
    ruleFiresOnlyFor(this, rule, field, value.text)
  },
)

Then('{the rule} is silent', function (this: ScenarioWorld, rule: string | null) {
  ruleIsSilent(this, rule)
})

Then(
  '{the rule} is silent because {part} does not match',
  function (this: ScenarioWorld, rule: string | null, part: string) {
    ruleIsSilentBecause(this, rule, [part])
  },
)

Then(
  '{the rule} is silent because these do not match:',
  function (this: ScenarioWorld, rule: string | null, table: Table) {
    ruleIsSilentBecause(this, rule, namesIn(table))
  },
)

Then('{the rule} is silent because of its log source', function (this: ScenarioWorld, rule: string | null) {
  ruleIsSilentByLogSource(this, rule)
})

Then('{the rule} is suppressed by {filter}', function (this: ScenarioWorld, rule: string | null, filter: string) {
  ruleIsSuppressedBy(this, rule, [filter])
})

Then('{the rule} is suppressed by:', function (this: ScenarioWorld, rule: string | null, table: Table) {
  ruleIsSuppressedBy(this, rule, namesIn(table))
})

Then('exactly these rules fire:', function (this: ScenarioWorld, table: Table) {
  exactlyTheseRulesFire(this, namesIn(table))
})

Then('no rule fires', function (this: ScenarioWorld) {
  noRuleFires(this)
})
