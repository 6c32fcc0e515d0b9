import type { Message } from '../../sources/index.ts'

/** The messages of one run, as a file holds them. */
export interface RunMessages {
  readonly path: string
  readonly messages: readonly Message[]
  /** The line of each message, from 1. */
  readonly lines: readonly number[]
}
