import { Command, CommanderError, Option } from 'commander'
import { SourceError } from '../sources/index.ts'
import { testCommand } from './commands/test.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { programExamples, testExamples } from './help.ts'
import type { Invocation } from './invocation.ts'
import { packageVersion } from './package-version.ts'
import { printError } from './print-error.ts'
import { UsageError } from './usage-error.ts'

/** Runs the command that the arguments name, and returns the exit code; throws nothing and does not end the process. */
export async function main(invocation: Invocation): Promise<ExitCode> {
  try {
    return await run(invocation)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.held : exitCodes.wrongUse
    printError(error, invocation.stderr, error instanceof UsageError || error instanceof SourceError)
    return exitCodes.wrongUse
  }
}

async function run(invocation: Invocation): Promise<ExitCode> {
  let code: ExitCode = exitCodes.held
  const program = new Command('sigmaproof')
    .description('Proves that Sigma rules fire on what they must, and stay silent on what they must not.')
    .version(packageVersion())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => invocation.stdout.write(text),
      writeErr: (text) => invocation.stderr.write(text),
    })
    .addHelpText('after', programExamples)
  program
    .command('test')
    .description('Run the features, print verdicts and coverage of each rule, write the reports.')
    .argument('[features...]', 'features to run')
    .addOption(
      new Option('--rules <path>', 'file, folder or glob of rules; may repeat (default: rules)').argParser(added),
    )
    .option('--out <folder>', 'folder for the reports (default: out)')
    .option('--seed <text>', 'makes the events; the same seed, the same events (default: sigmaproof)')
    .option('--tags <expression>', 'run only scenarios with these tags')
    .option('--strict', 'treat vacuous silence and unrealistic events as errors')
    .addHelpText('after', testExamples)
    .action(async (features: readonly string[], options: TestOptions) => {
      code = await testCommand(invocation, { features, ...options })
    })
  await program.parseAsync(invocation.argv, { from: 'user' })
  return code
}

interface TestOptions {
  readonly rules?: readonly string[]
  readonly out?: string
  readonly seed?: string
  readonly tags?: string
  readonly strict?: true
}

function added(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value]
}
