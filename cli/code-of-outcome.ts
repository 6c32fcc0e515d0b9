import type { RunOutcome } from '../reports/index.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { Invocation } from './invocation.ts'

/** The exit code for what a run came to. A part of a run to which nothing fell is none of nothing. */
export function codeOfOutcome(outcome: RunOutcome, isPartOfMore: boolean, { stderr }: Invocation): ExitCode {
  switch (outcome) {
    case 'held':
      return exitCodes.held
    case 'red':
      return exitCodes.finding
    case 'nothing-ran':
      if (isPartOfMore) {
        stderr.write('\nNo scenario of this part was run; the others have some.\n')
        return exitCodes.held
      }
      stderr.write('\nNothing was run; scenarios that are skipped on purpose do not count.\n')
      return exitCodes.wrongUse
  }
}
