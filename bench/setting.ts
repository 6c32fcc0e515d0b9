import type { Builds } from './builds.ts'
import type { Row } from './measuring/compare.ts'

/** What a bench is given. */
export interface Setting extends Builds {
  readonly rounds: number
  /** Whether the sizes that take long are asked for. */
  readonly isLarge: boolean
  /** A folder laid out like SigmaHQ's repository. */
  readonly rules: string
  /** A folder of recorded events. */
  readonly events: string
  /** A folder for what is made to measure by; what lies in it is removed in the end. */
  readonly scratch: string
}

export type Bench = (setting: Setting) => Promise<readonly Row[]>
