import { Command, Option } from 'commander'
import { eventFormatRows } from '../sources/formats/index.ts'
import { checkFormats } from '../sources/output-formats/index.ts'
import type { CheckArguments } from './commands/check.ts'
import type { EvalArguments } from './commands/eval.ts'
import type { GenerateArguments } from './commands/generate.ts'
import type { MutateArguments } from './commands/mutate.ts'
import type { ReportArguments } from './commands/report.ts'
import type { TestArguments } from './commands/test.ts'
import type { ExitCode } from './exit-codes.ts'
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
import { packageVersion } from './package-version.ts'

/** Runs a command, and hears how it ended. */
type Run = (command: (invocation: Invocation) => Promise<ExitCode>) => Promise<void>

/**
 * The program with all its commands, which runs one when it parses arguments. Each is loaded when it is asked for, with no
 * more than it stands on: loading takes longer than a small one takes to run.
 */
export function programFor(invocation: Invocation, end: (code: ExitCode) => void): Command {
  const run: Run = async (command) => {
    const { runCommand } = await import('./run-command.ts')
    end(await runCommand(command, invocation))
  }
  const program = new Command('sigmaproof')
    .description('Proves that Sigma rules fire on what they must, and stay silent on what they must not.')
    .version(packageVersion())
    .exitOverride()
    .showHelpAfterError('(add --help for the commands, arguments and options that there are)')
    .configureOutput({
      writeOut: (text) => invocation.stdout.write(text),
      writeErr: (text) => invocation.stderr.write(text),
    })
    .addHelpText('after', programExamples)
  for (const add of [addTest, addReport, addCheck, addEval, addGenerate, addMutate]) add(program, run)
  return program
}

function addTest(program: Command, run: Run): void {
  program
    .command('test')
    .description('Run the features, print verdicts and coverage of each rule, write the reports.')
    .argument('[features...]', 'features to run')
    .addOption(rulesOption('file, folder or glob of rules'))
    .option('--out <folder>', 'folder for the reports (default: out)')
    .option('--seed <text>', 'makes the events; the same seed, the same events (default: sigmaproof)')
    .option('--tags <expression>', 'run only scenarios with these tags')
    .option('--strict', 'treat vacuous silence and unrealistic events as errors')
    .option('--suggest', 'print the scenarios that are missing, ready to paste, and write them to files')
    .addOption(thresholdOption())
    .option('--mutate', 'judge mutants of the rules by the run, as the command mutate does')
    .option('--jobs <number>', 'share the scenarios out to so many processes (default: 1)')
    .option('--shard <i/n>', 'run one of n equal parts; "report" merges their message files')
    .addHelpText('after', testExamples)
    .action((features: readonly string[], options: Omit<TestArguments, 'features'>) =>
      run(async (invocation) => (await import('./commands/test.ts')).testCommand(invocation, { features, ...options })),
    )
}

function addReport(program: Command, run: Run): void {
  program
    .command('report')
    .description('Make the reports again from saved message files; those of several shards become one.')
    .argument('<messages...>', 'files, folders or globs of *.ndjson')
    .addOption(rulesOption('file, folder or glob of rules'))
    .option('--out <folder>', 'folder for the reports (default: out)')
    .addOption(thresholdOption())
    .option('--partial', 'a scenario that no file ran is no finding')
    .addHelpText('after', reportExamples)
    .action((files: readonly string[], options: Omit<ReportArguments, 'files'>) =>
      run(async (invocation) =>
        (await import('./commands/report.ts')).reportCommand(invocation, { files, ...options }),
      ),
    )
}

function addCheck(program: Command, run: Run): void {
  program
    .command('check')
    .description('Read and validate rules, and print all that is wrong with them.')
    .argument('[paths...]', 'files, folders or globs of rules, !path to leave out (default: rules)')
    .addOption(
      listOption('--format <name[:path]>', `${listed(Object.keys(checkFormats))}, to stdout or a file; may repeat`),
    )
    .option('--strict', 'every warning is a finding')
    .addOption(
      listOption('--fail-on <codes>', 'warnings of these codes are findings: W-UNUSED,W-TAG, or warning for all'),
    )
    .option('--baseline <file>', 'problems that stand in this file are known, and not told')
    .option('--write-baseline <file>', 'write all problems there are into a file for --baseline')
    .option('--verbose', 'tell every warning, not three of each code')
    .addHelpText('after', checkExamples)
    .action((paths: readonly string[], options: Omit<CheckArguments, 'paths'>) =>
      run(async (invocation) => (await import('./commands/check.ts')).checkCommand(invocation, { paths, ...options })),
    )
}

function addEval(program: Command, run: Run): void {
  program
    .command('eval')
    .description('Replay recorded events against rules, and print one line of JSON a match.')
    .argument('<events...>', 'files, folders or globs of events')
    .addOption(rulesOption('file, folder or glob of rules'))
    .addOption(
      new Option('--input <format>', 'how every file is written (default: by its name)').choices(
        eventFormatRows().map(([name]) => name),
      ),
    )
    .option('--strict', 'exit with 2 where an event was not understood')
    .addHelpText('after', evalExamples)
    .action((events: readonly string[], options: Omit<EvalArguments, 'events'>) =>
      run(async (invocation) => (await import('./commands/eval.ts')).evalCommand(invocation, { events, ...options })),
    )
}

function addGenerate(program: Command, run: Run): void {
  program
    .command('generate')
    .description('Make events for a rule: that fire it, that only one filter stops, that miss it by one value.')
    .argument('<rule>', 'path of its file, or its title, name or id')
    .option('--goal <goal>', 'what the events are for (default: fires)')
    .option('-n, --number <count>', 'how many different events (default: 1)')
    .option('--seed <text>', 'the same seed, the same events (default: sigmaproof)')
    .addOption(new Option('--shape <shape>', 'of each event (default: evtx)').choices(['evtx', 'flat', 'xml']))
    .addOption(new Option('--format <format>', 'of all of them (default: ndjson)').choices(['ndjson', 'json']))
    .addOption(rulesOption('where to look for a rule by its name'))
    .addHelpText('after', generateExamples)
    .action((rule: string, options: Omit<GenerateArguments, 'rule'>) =>
      run(async (invocation) =>
        (await import('./commands/generate.ts')).generateCommand(invocation, { rule, ...options }),
      ),
    )
}

function addMutate(program: Command, run: Run): void {
  program
    .command('mutate')
    .description('Change the rules a little, and see which scenarios of the last run notice.')
    .argument('[only...]', 'only these rules: a file or folder they stand in, or a title, name or id')
    .addOption(rulesOption('the rules of the last run'))
    .option('--out <folder>', 'folder with the last run, and for the report (default: out)')
    .option('--since <git ref>', 'only rules that changed since, and those whose features did')
    .option('--threshold-break <per cent>', 'a lower mutation score is a finding')
    .addHelpText('after', mutateExamples)
    .action((only: readonly string[], options: Omit<MutateArguments, 'only'>) =>
      run(async (invocation) => (await import('./commands/mutate.ts')).mutateCommand(invocation, { only, ...options })),
    )
}

function rulesOption(what: string): Option {
  return listOption('--rules <path>', `${what}; !path leaves out; may repeat (default: rules)`)
}

function thresholdOption(): Option {
  return listOption('--threshold <measure=per cent>', 'what coverage must reach; may repeat: mcdc=100')
}

/** Names as a sentence has them: `a, b or c`. */
function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}

/** An option that may be given several times. */
function listOption(flags: string, what: string): Option {
  return new Option(flags, what).argParser(added)
}

function added(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value]
}
