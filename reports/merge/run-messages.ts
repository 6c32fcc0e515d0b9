import type { Envelope } from '../collect-run.ts'

/** The messages of one run, as a file holds them. */
export interface RunMessages {
  readonly path: string
  readonly messages: readonly Envelope[]
  /** The line of each message, from 1. */
  readonly lines: readonly number[]
}
