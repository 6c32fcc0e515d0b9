import type { Observation, ObservedEvent, RunObservation } from '../../measures/index.ts'
import { type Expectation, eventOf, type Fields, judge, meaningOf, type Rule } from '../../sigma/index.ts'

/** An event under the sample rules' log source, stated throughout unless told otherwise. */
export function anEvent(fields: Fields, stated: ObservedEvent['stated'] = 'every'): ObservedEvent {
  return {
    ...eventOf({ Channel: 'Microsoft-Windows-Sysmon/Operational', EventID: 3, ...fields }),
    stated,
    breaches: [],
    time: 0,
  }
}

/** An observation that is counted unless a change says otherwise. */
export function anObservation(
  rule: Rule,
  expected: Expectation,
  events: readonly ObservedEvent[],
  changes: Partial<Observation> = {},
): Observation {
  return {
    version: 2,
    rule: rule.key,
    meaning: meaningOf(rule),
    expected,
    held: true,
    knownGap: null,
    scenario: { uri: 'features/sample.feature', name: 'Sample', line: 3, stepLine: 5, stepText: 'the rule fires' },
    recipe: { seed: 'sigmaproof', steps: [] },
    events: { kind: 'whole', events },
    ...changes,
  }
}

/** What the best scenario on an event under the sample rules' log source would ask: the verdict, by its cause. */
export function expectedOf(rule: Rule, fields: Fields): Expectation {
  const { verdict } = judge(rule, anEvent(fields))
  switch (verdict.kind) {
    case 'suppressed':
      return { kind: 'suppressed', filters: verdict.by }
    case 'missed':
      return { kind: 'silent-because', parts: verdict.fields }
    case 'fires':
    case 'wrong-log-source':
      return { kind: verdict.kind }
  }
}

/** What a run makes of an observation whose scenario passed. */
export function passed(observation: Observation): RunObservation {
  return { observation, passed: true }
}
