import type { Paint } from '../paint.ts'

/** What the text of a check is laid out for. */
export interface Page {
  readonly columns: number
  readonly paint: Paint
  /** Whether everything is told. */
  readonly verbose: boolean
}
