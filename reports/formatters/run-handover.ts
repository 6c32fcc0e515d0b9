import type { Message } from '../../sources/index.ts'
import type { Report } from '../document/report.ts'

/** The formatter's option by which `sigmaproof test` says that it judges a run of nothing itself: a {@link TakeRun}. */
export const commandOption = 'takeRun'

/** What the formatter made of a run, once it is written: none of it has to be read back. */
export interface ReportedRun {
  readonly report: Report
  /** The table as it stands in `summary.txt`. */
  readonly summary: string
  readonly messages: readonly Message[]
}

/** Takes what the formatter hands over to the command that runs Cucumber in this process. */
export type TakeRun = (run: ReportedRun) => void

/** Whether an option's value is one. */
export function isTakeRun(value: unknown): value is TakeRun {
  return typeof value === 'function'
}
