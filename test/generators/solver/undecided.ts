import assert from 'node:assert/strict'
import { isPinned } from '../../fast-check.ts'

/** How many of the cases of a property the solver may give up. */
export interface Undecided {
  /** Exactly so many of those of the pinned seed: what makes it better or worse at them says so by changing the number. */
  readonly pinned: number
  /** At most so many of any others. */
  readonly most: number
}

/** Holds the number of cases that were given up, of so many, against what is allowed. */
export function assertUndecided(undecided: number, all: number, { pinned, most }: Undecided): void {
  const told = `${undecided} of ${all} are undecided`
  if (isPinned) assert.equal(undecided, pinned, told)
  else assert.ok(undecided <= most, told)
}
