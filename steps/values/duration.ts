import { visibleText } from '../../sigma/index.ts'
import { ScenarioError } from '../scenario/scenario-error.ts'

const units: Readonly<Record<string, number>> = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 }

const duration = /^(\d{1,9}) (second|minute|hour|day)s?$/

/** Some hundred years: a date can go no further. */
const longest = 100 * 365 * 86_400_000

/** Whether a text is a time such as `10 minutes`. */
export function isDuration(text: string): boolean {
  return duration.test(text)
}

/** Milliseconds of a text such as `10 minutes`. Throws a ScenarioError for any other, or one over a hundred years. */
export function durationIn(text: string): number {
  const [, count = '', unit = ''] = duration.exec(text) ?? []
  const milliseconds = Number(count) * (units[unit] ?? 0)
  if (unit === '' || milliseconds > longest) {
    throw new ScenarioError(
      `a time is such as "10 seconds", "1 minute", "2 hours" or "1 day", got "${visibleText(text)}"`,
    )
  }
  return milliseconds
}
