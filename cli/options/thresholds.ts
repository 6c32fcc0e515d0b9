import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Report } from '../../reports/index.ts'
import { nearestOrKnown, visibleText } from '../../sigma/index.ts'
import { isPercentage, type Settings, type ThresholdMeasure, thresholdMeasures } from '../../sources/index.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Invocation } from '../invocation.ts'
import { UsageError } from './usage-error.ts'

/**
 * The settings with thresholds as `--threshold` gives them (`mcdc=100`) in place of their own over all rules. Throws a
 * UsageError for an unknown measure and for what is not a number from 0 to 100.
 */
export function withThresholds(settings: Settings, given: readonly string[] = []): Settings {
  const asked = Object.fromEntries(given.map(thresholdIn))
  return { ...settings, thresholds: { ...settings.thresholds, ...asked } }
}

function thresholdIn(text: string): readonly [ThresholdMeasure, number] {
  const at = text.indexOf('=')
  const [name, value] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
  const measure = thresholdMeasures.find((each) => each === name)
  if (measure === undefined) {
    if (at < 0)
      throw new UsageError(`--threshold takes a measure and per cent, such as mcdc=90, got "${visibleText(text)}"`)
    const hint = nearestOrKnown(name, thresholdMeasures)
    throw new UsageError(`--threshold: there is no measure "${visibleText(name)}"; ${hint}`)
  }
  const wanted = /^\d+(\.\d+)?$/.test(value) ? Number(value) : null
  if (isPercentage(wanted)) return [measure, wanted]
  throw new UsageError(`--threshold ${measure}=... takes a number from 0 to 100, got "${visibleText(value)}"`)
}

/** What was selected of the suite, as asked for on the command line. */
export interface AskedFor {
  readonly features: readonly string[]
  readonly tags: string | undefined
  /** How many shards there are. */
  readonly shards: number
}

/** Whether only a part of the suite runs. A folder is a suite of its own, a file or a line of one is not. */
export function isSelection({ features, tags, shards }: AskedFor, root: string): boolean {
  const isFolder = (path: string) => statSync(resolve(root, path), { throwIfNoEntry: false })?.isDirectory() ?? false
  return tags !== undefined || shards > 1 || !features.every(isFolder)
}

/** What missed thresholds make of the exit code; where only a part was run they are but printed, which is said. */
export function codeOfThresholds({ thresholds }: Report, isPart: boolean, { stderr }: Invocation): ExitCode {
  if (thresholds.every(({ met }) => met)) return exitCodes.held
  if (!isPart) return exitCodes.finding
  stderr.write('\nOnly a part of the suite ran: its thresholds are not judged.\n')
  return exitCodes.held
}

/** Says that a mutation score was asked for and that nobody looked; it is judged where mutants are. */
export function tellUnjudgedMutation({ thresholds }: Settings, { stderr }: Invocation): void {
  const least = thresholds.mutation?.break
  if (least === undefined) return
  stderr.write(
    `\nThe mutation score, ${least} % wanted, was not judged: run "sigmaproof test --mutate" or "sigmaproof mutate".\n`,
  )
}
