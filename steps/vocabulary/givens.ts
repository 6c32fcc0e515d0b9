import {
  makeBenignEvent,
  makeEventsMatching,
  makeEventsMatchingWithin,
  makeEventsWith,
  makeEventWith,
  makeMatchingEvents,
  makeMatchingEventVia,
  takeEvent,
} from '../events/make-events.ts'
import { putUnderTest } from '../rules/name-rules.ts'
import { fieldsIn, namesIn, rowsIn } from '../values/table-cells.ts'
import { type StepPattern, step } from './step-pattern.ts'

/** The steps that name rules and make events. */
export const givens: readonly StepPattern[] = [
  step({
    keyword: 'Given',
    pattern: 'the rule {rule}',
    meaning: 'Puts this rule under test.',
    example: 'Given the rule "Failed Logon"',
    takes: 'nothing',
    run(name) {
      putUnderTest(this, [name])
    },
  }),
  step({
    keyword: 'Given',
    pattern: 'these rules:',
    meaning: 'Puts the rules of a list under test.',
    example: 'Given these rules:',
    takes: 'a table',
    run(table) {
      putUnderTest(this, namesIn(table))
    },
  }),
  step({
    keyword: 'Given',
    pattern: 'a matching event',
    meaning: 'Makes an event on which every rule under test fires.',
    example: 'Given a matching event',
    takes: 'nothing',
    run() {
      makeMatchingEvents(this, 1)
    },
  }),
  step({
    keyword: 'Given',
    pattern: 'a matching event via {part}',
    meaning: 'The same, this part alone carrying it.',
    example: 'Given a matching event via selection',
    takes: 'nothing',
    run(part) {
      makeMatchingEventVia(this, part)
    },
  }),
  step({
    keyword: 'Given',
    pattern: '{int} matching event(s)',
    meaning: 'Makes this many different events on which every rule under test fires.',
    example: 'Given 50 matching events',
    takes: 'nothing',
    run(count) {
      makeMatchingEvents(this, count)
    },
  }),
  step({
    keyword: 'Given',
    pattern: 'a benign {sysmon event} event',
    meaning: 'Makes a realistic event without looking at any rule.',
    example: 'Given a benign process creation event',
    takes: 'nothing',
    run(event) {
      makeBenignEvent(this, event)
    },
  }),
  step({
    keyword: 'Given',
    pattern: 'a(n) {sysmon event} event with:',
    meaning: 'Makes a realistic event around these fields and values, a row each.',
    example: 'Given a network connection event with:',
    takes: 'a table',
    run(event, table) {
      makeEventWith(this, event, fieldsIn(table))
    },
  }),
  step({
    keyword: 'Given',
    pattern: 'these {sysmon event} events:',
    meaning: 'Makes a realistic event around each row, under a heading of fields; `time` says how long after now.',
    example: 'Given these process creation events:',
    takes: 'a table',
    run(event, table) {
      makeEventsWith(this, event, rowsIn(table))
    },
  }),
  step({
    keyword: 'Given',
    pattern: 'the event:',
    meaning: 'Takes an event as it is, in JSON as any exporter writes it.',
    example: 'Given the event:',
    takes: 'a doc string',
    run(text) {
      takeEvent(this, text)
    },
  }),
  step({
    keyword: 'Given',
    pattern: '{some events} matching {rule}',
    meaning: 'Makes events on which this rule fires, whichever is under test.',
    example: 'Given 5 events matching "Failed Logon"',
    takes: 'nothing',
    run(count, rule) {
      makeEventsMatching(this, count, rule)
    },
  }),
  step({
    keyword: 'Given',
    pattern: '{some events} matching {rule} within {duration}',
    meaning: 'The same, spread evenly over a time: the first now, the last at its end.',
    example: 'Given 5 events matching "Failed Logon" within 10 minutes',
    takes: 'nothing',
    run(count, rule, duration) {
      makeEventsMatchingWithin(this, count, rule, duration)
    },
  }),
]
