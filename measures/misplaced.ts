import { visibleText } from '../sigma/index.ts'
import type { Observation } from './observation.ts'
import { ObservationError } from './observation-error.ts'

/** The error for an observation that asks of its rule what a rule of that kind cannot be asked. */
export function misplaced({ scenario, rule, expected }: Observation): ObservationError {
  return new ObservationError([
    `${visibleText(scenario.uri)}:${scenario.line}: asks of ${visibleText(rule)} what it has not: ${expected.kind}`,
  ])
}
