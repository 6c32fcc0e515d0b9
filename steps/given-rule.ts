import { Given } from '@cucumber/cucumber'
import { putUnderTest } from './rules/name-rules.ts'
import type { ScenarioWorld } from './scenario/scenario-state.ts'
import { namesIn, type Table } from './values/table-cells.ts'

Given('the rule {rule}', function (this: ScenarioWorld, name: string) {
  putUnderTest(this, [name])
})

Given('these rules:', function (this: ScenarioWorld, table: Table) {
  putUnderTest(this, namesIn(table))
})
