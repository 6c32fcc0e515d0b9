import { closeProjects } from '../project/index.ts'
import { fileFault, SourceError } from '../sources/faults/index.ts'
import { unlockAll } from '../sources/output/index.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { Invocation } from './invocation.ts'
import { UsageError } from './options/usage-error.ts'
import { printError } from './printing/print-error.ts'

/** Runs a command to its exit code: what it throws is printed, and others may write where it has written. */
export async function runCommand(
  command: (invocation: Invocation) => Promise<ExitCode>,
  invocation: Invocation,
): Promise<ExitCode> {
  try {
    return await command(invocation)
  } catch (error) {
    const isExpected = error instanceof UsageError || error instanceof SourceError
    const fault = isExpected ? null : fileFault(error, invocation.cwd)
    printError(fault ?? error, invocation.stderr, isExpected || fault !== null)
    return exitCodes.wrongUse
  } finally {
    unlockAll()
    closeProjects()
  }
}
