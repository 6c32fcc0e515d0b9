import type { Message } from '../../sources/index.ts'

/**
 * Whether these are the messages of a dry run: steps and hooks were told of, and not one of them ran. Cucumber says so nowhere
 * else; in any other run the hooks after a scenario take their time, be all of it skipped.
 */
export function isDryRun(messages: Iterable<Message>): boolean {
  let hasSteps = false
  for (const { testStepFinished: step } of messages) {
    if (step === undefined) continue
    const { status, duration } = step.testStepResult
    if (!notRun.includes(status) || duration.seconds > 0 || duration.nanos > 0) return false
    hasSteps = true
  }
  return hasSteps
}

const notRun: readonly string[] = ['SKIPPED', 'UNDEFINED', 'AMBIGUOUS']
