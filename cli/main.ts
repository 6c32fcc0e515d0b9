import { Command, CommanderError, Option } from 'commander'
import { packageVersion, SourceError } from '../sources/index.ts'
import type { CheckArguments } from './commands/check.ts'
import type { EvalArguments } from './commands/eval.ts'
import type { GenerateArguments } from './commands/generate.ts'
import type { MutateArguments } from './commands/mutate.ts'
import type { ReportArguments } from './commands/report.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import {
  checkExamples,
  evalExamples,
  generateExamples,
  mutateExamples,
  programExamples,
  reportExamples,
  testExamples,
} from './help.ts'
import type { Invocation } from './invocation.ts'
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

/** Each command is loaded when it is asked for: what it stands on takes longer to load than a small one to run. */
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
    .option('--suggest', 'print the scenarios that are missing, ready to paste, and write them to files')
    .addOption(
      new Option('--threshold <measure=per cent>', 'what coverage must reach; may repeat: mcdc=100').argParser(added),
    )
    .option('--mutate', 'judge mutants of the rules by the run, as the command mutate does')
    .option('--jobs <number>', 'share the scenarios out to so many processes (default: 1)')
    .option('--shard <i/n>', 'run one of n equal parts; "report" merges their message files')
    .addHelpText('after', testExamples)
    .action(async (features: readonly string[], options: TestOptions) => {
      const { testCommand } = await import('./commands/test.ts')
      code = await testCommand(invocation, { features, ...options })
    })
  program
    .command('report')
    .description('Make the reports again from saved message files; those of several shards become one.')
    .argument('<messages...>', 'files, folders or globs of *.ndjson')
    .addOption(
      new Option('--rules <path>', 'file, folder or glob of rules; may repeat (default: rules)').argParser(added),
    )
    .option('--out <folder>', 'folder for the reports (default: out)')
    .addOption(
      new Option('--threshold <measure=per cent>', 'what coverage must reach; may repeat: mcdc=100').argParser(added),
    )
    .option('--partial', 'a scenario that no file ran is no finding')
    .addHelpText('after', reportExamples)
    .action(async (files: readonly string[], options: Omit<ReportArguments, 'files'>) => {
      const { reportCommand } = await import('./commands/report.ts')
      code = await reportCommand(invocation, { files, ...options })
    })
  program
    .command('check')
    .description('Read and validate rules, and print all that is wrong with them.')
    .argument('[paths...]', 'files, folders or globs of rules (default: rules)')
    .addOption(
      new Option('--format <name[:path]>', 'text, json, sarif or github, to stdout or a file; may repeat').argParser(
        added,
      ),
    )
    .option('--strict', 'a warning is a finding too')
    .addHelpText('after', checkExamples)
    .action(async (paths: readonly string[], options: Omit<CheckArguments, 'paths'>) => {
      const { checkCommand } = await import('./commands/check.ts')
      code = await checkCommand(invocation, { paths, ...options })
    })
  program
    .command('eval')
    .description('Replay recorded events against rules, and print one line of JSON a match.')
    .argument('<events...>', 'files, folders or globs of events')
    .addOption(
      new Option('--rules <path>', 'file, folder or glob of rules; may repeat (default: rules)').argParser(added),
    )
    .addOption(
      new Option('--input <kind>', 'how every file is written (default: by its name)').choices(['json', 'text']),
    )
    .addHelpText('after', evalExamples)
    .action(async (events: readonly string[], options: Omit<EvalArguments, 'events'>) => {
      const { evalCommand } = await import('./commands/eval.ts')
      code = await evalCommand(invocation, { events, ...options })
    })
  program
    .command('generate')
    .description('Make events for a rule: that fire it, that only one filter stops, that miss it by one value.')
    .argument('<rule>', 'path of its file, or its title, name or id')
    .addOption(new Option('--goal <goal>', 'what the events are for (default: fires)'))
    .option('-n, --number <count>', 'how many different events (default: 1)')
    .option('--seed <text>', 'the same seed, the same events (default: sigmaproof)')
    .addOption(new Option('--shape <shape>', 'of each event (default: evtx)').choices(['evtx', 'flat', 'xml']))
    .addOption(new Option('--format <format>', 'of all of them (default: ndjson)').choices(['ndjson', 'json']))
    .addOption(
      new Option('--rules <path>', 'where to look for a rule by its name; may repeat (default: rules)').argParser(
        added,
      ),
    )
    .addHelpText('after', generateExamples)
    .action(async (rule: string, options: Omit<GenerateArguments, 'rule'>) => {
      const { generateCommand } = await import('./commands/generate.ts')
      code = await generateCommand(invocation, { rule, ...options })
    })
  program
    .command('mutate')
    .description('Change the rules a little, and see which scenarios of the last run notice.')
    .argument('[only...]', 'only these rules: a file or folder they stand in, or a title, name or id')
    .addOption(new Option('--rules <path>', 'the rules of the last run; may repeat (default: rules)').argParser(added))
    .option('--out <folder>', 'folder with the last run, and for the report (default: out)')
    .option('--since <git ref>', 'only rules that changed since, and those whose features did')
    .option('--threshold-break <per cent>', 'a lower mutation score is a finding')
    .addHelpText('after', mutateExamples)
    .action(async (only: readonly string[], options: Omit<MutateArguments, 'only'>) => {
      const { mutateCommand } = await import('./commands/mutate.ts')
      code = await mutateCommand(invocation, { only, ...options })
    })
  await program.parseAsync(invocation.argv, { from: 'user' })
  return code
}

interface TestOptions {
  readonly mutate?: true
  readonly rules?: readonly string[]
  readonly out?: string
  readonly seed?: string
  readonly tags?: string
  readonly strict?: true
  readonly jobs?: string
  readonly shard?: string
}

function added(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value]
}
