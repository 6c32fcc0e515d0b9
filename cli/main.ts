import { CommanderError } from 'commander'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { Invocation } from './invocation.ts'
import { inertStream } from './printing/inert-stream.ts'
import { printError } from './printing/print-error.ts'
import { programFor } from './program.ts'

/** Runs the command that the arguments name, and returns the exit code; throws nothing and does not end the process. */
export async function main(given: Omit<Invocation, 'commands'>): Promise<ExitCode> {
  const invocation: Invocation = {
    ...given,
    stdout: inertStream(given.stdout),
    stderr: inertStream(given.stderr),
    commands: given.stdout,
  }
  let code: ExitCode = exitCodes.held
  const program = programFor(invocation, (ended) => {
    code = ended
  })
  try {
    await program.parseAsync(invocation.argv, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.held : exitCodes.wrongUse
    printError(error, invocation.stderr, false)
    return exitCodes.wrongUse
  }
}
