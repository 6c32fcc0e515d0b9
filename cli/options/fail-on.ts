import type { CheckReport } from '../../reports/index.ts'
import { errorCodes, nearestNames, warningCodes } from '../../sigma/index.ts'
import { UsageError } from './usage-error.ts'

/** Which warnings are findings, and fail `check`: all, or those of some codes. */
export type FailOn = 'warning' | ReadonlySet<string>

/**
 * Reads the values of `--fail-on`, each a list of codes with commas, or `warning` for all of them. Errors fail anyway. Throws
 * a UsageError for a code that does not exist, with the nearest.
 */
export function failOnIn(given: readonly string[]): FailOn {
  const words = given.flatMap((list) => list.split(',')).map((word) => word.trim())
  for (const word of words) if (!isKnown(word)) throw unknown(word)
  return words.includes('warning') ? 'warning' : new Set(words)
}

/** Whether a report holds a warning that fails it. */
export function failsOn({ problems }: CheckReport, failOn: FailOn): boolean {
  return problems.some(({ code, severity }) => severity === 'warning' && (failOn === 'warning' || failOn.has(code)))
}

function isKnown(word: string): boolean {
  return word === 'warning' || [...errorCodes, ...warningCodes].some((code) => code === word)
}

function unknown(word: string): UsageError {
  const near = nearestNames(word, ['warning', ...warningCodes, ...errorCodes])
  const hint = near.length > 0 ? `nearest: ${near.join(', ')}` : 'write codes such as W-UNUSED, or warning for all'
  return new UsageError(`--fail-on: there is no code "${word}"; ${hint}`)
}
