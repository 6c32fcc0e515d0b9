import { exactlyTheseRulesFire, noRuleFires } from '../judging/judge-all-rules.ts'
import { ruleCanNeverMatch, ruleDoesNotNeed } from '../judging/state-claims.ts'
import {
  ruleFires,
  ruleFiresOnlyFor,
  ruleFiresTimes,
  ruleFiresVia,
  ruleIsSilent,
  ruleIsSilentBecause,
  ruleIsSilentByLogSource,
  ruleIsSuppressedBy,
} from '../judging/state-verdicts.ts'
import { namesIn } from '../values/table-cells.ts'
import { type StepPattern, step } from './step-pattern.ts'

/** The steps that judge. Each leaves an attachment of its verdict. */
export const thens: readonly StepPattern[] = [
  step({
    keyword: 'Then',
    pattern: '{the rule} fires',
    meaning: 'It fires on every event; a correlation, at least once.',
    example: 'Then the rule fires',
    takes: 'nothing',
    run(rule) {
      ruleFires(this, rule)
    },
  }),
  step({
    keyword: 'Then',
    pattern: '{the rule} fires via {part}',
    meaning: 'It fires on every event, and would not if the part did not match.',
    example: 'Then the rule fires via selection',
    takes: 'nothing',
    run(rule, part) {
      ruleFiresVia(this, rule, part)
    },
  }),
  step({
    keyword: 'Then',
    pattern: '{the rule} fires exactly {int} time(s)',
    meaning: 'It fires on this many of the events; a correlation, this many times.',
    example: 'Then the rule fires exactly 3 times',
    takes: 'nothing',
    run(rule, times) {
      ruleFiresTimes(this, rule, times)
    },
  }),
  step({
    keyword: 'Then',
    pattern: '{the rule} fires only for {field} {value}',
    meaning: 'A correlation fires, and every time for this value of a field that it groups by.',
    example: 'Then the rule fires only for User "anna"',
    takes: 'nothing',
    run(rule, field, value) {
      ruleFiresOnlyFor(this, rule, field, value.text)
    },
  }),
  step({
    keyword: 'Then',
    pattern: '{the rule} is silent',
    meaning: 'It fires on none of the events.',
    example: 'Then the rule is silent',
    takes: 'nothing',
    run(rule) {
      ruleIsSilent(this, rule)
    },
  }),
  step({
    keyword: 'Then',
    pattern: '{the rule} is silent because {part} does not match',
    meaning: 'On every event this part, and nothing else, stands between the event and firing.',
    example: 'Then the rule is silent because Image does not match',
    takes: 'nothing',
    run(rule, part) {
      ruleIsSilentBecause(this, rule, [part])
    },
  }),
  step({
    keyword: 'Then',
    pattern: '{the rule} is silent because these do not match:',
    meaning: 'The same of several parts, all search identifiers or all fields.',
    example: 'Then the rule is silent because these do not match:',
    takes: 'a table',
    run(rule, table) {
      ruleIsSilentBecause(this, rule, namesIn(table))
    },
  }),
  step({
    keyword: 'Then',
    pattern: '{the rule} is silent because of its log source',
    meaning: "No event is of the rule's log source.",
    example: 'Then the rule is silent because of its log source',
    takes: 'nothing',
    run(rule) {
      ruleIsSilentByLogSource(this, rule)
    },
  }),
  step({
    keyword: 'Then',
    pattern: '{the rule} is suppressed by {filter}',
    meaning: 'On every event this filter alone keeps it from firing.',
    example: 'Then the rule is suppressed by filter_main_admin',
    takes: 'nothing',
    run(rule, filter) {
      ruleIsSuppressedBy(this, rule, [filter])
    },
  }),
  step({
    keyword: 'Then',
    pattern: '{the rule} is suppressed by:',
    meaning: 'On every event exactly these filters do.',
    example: 'Then the rule is suppressed by:',
    takes: 'a table',
    run(rule, table) {
      ruleIsSuppressedBy(this, rule, namesIn(table))
    },
  }),
  step({
    keyword: 'Then',
    pattern: 'exactly these rules fire:',
    meaning: 'These rules fire on every event, and no other rule of the project does.',
    example: 'Then exactly these rules fire:',
    takes: 'a table',
    run(table) {
      exactlyTheseRulesFire(this, namesIn(table))
    },
  }),
  step({
    keyword: 'Then',
    pattern: 'no rule fires',
    meaning: 'No rule of the project fires on any event.',
    example: 'Then no rule fires',
    takes: 'nothing',
    run() {
      noRuleFires(this)
    },
  }),
  step({
    keyword: 'Then',
    pattern: '{the rule} can never match {field} {value}',
    meaning: 'It is proved that no event of its log source makes this value match.',
    example: 'Then the rule can never match SourceIp "::1"',
    takes: 'nothing',
    run(rule, field, value) {
      ruleCanNeverMatch(this, rule, field, value)
    },
  }),
  step({
    keyword: 'Then',
    pattern: '{the rule} does not need {part}',
    meaning: 'It is proved that without the part it says the same of every event of its log source.',
    example: 'Then the rule does not need OriginalFileName',
    takes: 'nothing',
    run(rule, part) {
      ruleDoesNotNeed(this, rule, part)
    },
  }),
]
