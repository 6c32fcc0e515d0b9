import { When } from '@cucumber/cucumber'
import {
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
import { letTimePass } from './events/play.ts'
import type { ScenarioWorld } from './scenario/scenario-state.ts'
import type { StatedValue } from './values/stated-value.ts'
import { listIn, namesIn, type Table } from './values/table-cells.ts'

When('its {field} is {value}', function (this: ScenarioWorld, field: string, value: StatedValue) {
  setField(this, field, value)
})

When('its {field} is:', function (this: ScenarioWorld, field: string, text: string) {
  setFieldToText(this, field, text)
})

When('its {field} is {absence}', function (this: ScenarioWorld, field: string, absence: string) {
  emptyField(this, field, absence)
})

When('its {field} is each of:', function (this: ScenarioWorld, field: string, table: Table) {
  setFieldToEach(this, field, listIn(table))
})

When('its {field} is inside {cidr}', function (this: ScenarioWorld, field: string, network: string) {
  setFieldInside(this, field, [network])
})

When('its {field} is inside each of:', function (this: ScenarioWorld, field: string, table: Table) {
  setFieldInside(this, field, namesIn(table))
})

When('its {field} is just outside {cidr}', function (this: ScenarioWorld, field: string, network: string) {
  setFieldJustOutside(this, field, [network])
})

When('its {field} is just outside each of:', function (this: ScenarioWorld, field: string, table: Table) {
  setFieldJustOutside(this, field, namesIn(table))
})

When(
  'its {field} is {account} in {language}',
  function (this: ScenarioWorld, field: string, account: string, language: string) {
    setFieldToAccount(this, field, account, language)
  },
)

When(
  'its {field} is {account} in every Windows language',
  function (this: ScenarioWorld, field: string, account: string) {
    setFieldToAccountEverywhere(this, field, account)
  },
)

When(
  'its {field} has {value} instead of {value}',
  function (this: ScenarioWorld, field: string, replacement: StatedValue, found: StatedValue) {
    replaceInField(this, field, replacement, found)
  },
)

When('its {field} falls just short of {value}', function (this: ScenarioWorld, field: string, text: StatedValue) {
  shortenInField(this, field, text)
})

When('its {field} is in {letter case}', function (this: ScenarioWorld, field: string, letterCase: string) {
  changeLetterCase(this, field, letterCase)
})

When('{duration} pass(es)', function (this: ScenarioWorld, duration: number) {
  letTimePass(this, duration)
})
