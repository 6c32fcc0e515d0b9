import { Given } from '@cucumber/cucumber'
import {
  makeBenignEvent,
  makeEventsMatching,
  makeEventsMatchingWithin,
  makeEventsWith,
  makeEventWith,
  makeMatchingEvents,
  makeMatchingEventVia,
  takeEvent,
} from './events/make-events.ts'
import type { ScenarioWorld } from './scenario/scenario-state.ts'
import { fieldsIn, rowsIn, type Table } from './values/table-cells.ts'

Given('a matching event', function (this: ScenarioWorld) {
  makeMatchingEvents(this, 1)
})

Given('a matching event via {part}', function (this: ScenarioWorld, part: string) {
  makeMatchingEventVia(this, part)
})

Given('{int} matching event(s)', function (this: ScenarioWorld, count: number) {
  makeMatchingEvents(this, count)
})

Given('a benign {sysmon event} event', function (this: ScenarioWorld, event: string) {
  makeBenignEvent(this, event)
})

Given('a(n) {sysmon event} event with:', function (this: ScenarioWorld, event: string, table: Table) {
  makeEventWith(this, event, fieldsIn(table))
})

Given('these {sysmon event} events:', function (this: ScenarioWorld, event: string, table: Table) {
  makeEventsWith(this, event, rowsIn(table))
})

Given('the event:', function (this: ScenarioWorld, text: string) {
  takeEvent(this, text)
})

Given('{some events} matching {rule}', function (this: ScenarioWorld, count: number, rule: string) {
  makeEventsMatching(this, count, rule)
})

Given(
  '{some events} matching {rule} within {duration}',
  function (this: ScenarioWorld, count: number, rule: string, duration: number) {
    makeEventsMatchingWithin(this, count, rule, duration)
  },
)
