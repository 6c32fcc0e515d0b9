import type { Observation } from '../../observation.ts'
import type { Statement } from '../../statement.ts'

/** A scenario that passed in its last attempt, with all that it asserted. */
export interface PassedScenario {
  /** From the project root with `/`. */
  readonly uri: string
  readonly line: number
  readonly name: string
  /** A program wrote it and nobody has read it yet. */
  readonly unread?: boolean
  readonly observations: readonly Observation[]
  readonly statements: readonly Statement[]
}
