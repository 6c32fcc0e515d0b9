import { safeJson } from '../../reports/index.ts'
import { flattenEvent, type Rule, visibleText } from '../../sigma/index.ts'
import {
  type EventFault,
  type EventFile,
  findEventFiles,
  loadRules,
  readEvents,
  settingsOf,
} from '../../sources/index.ts'
import { type ExitCode, exitCodes, highestOf } from '../exit-codes.ts'
import type { Invocation } from '../invocation.ts'
import { matchesOf, type RuleMatch } from '../match-rules.ts'
import { hasUnreadableRule, printErrors } from '../print-problems.ts'
import { inPieces } from '../write-in-pieces.ts'

/** The arguments of `sigmaproof eval` as given. */
export interface EvalArguments {
  readonly events: readonly string[]
  readonly rules?: readonly string[]
  readonly input?: EventFile['input']
}

/** A file full of faults must not fill the screen. */
const shownFaults = 10

/**
 * Replays recorded events against the rules: one line of JSON on stdout for each rule that fires on an event, everything
 * else on stderr. A match is no failure; an event or a rule that cannot be read is. Throws a SourceError where there is
 * nothing to read.
 */
export async function evalCommand(invocation: Invocation, given: EvalArguments): Promise<ExitCode> {
  const { events, rules: paths, input } = given
  const settings = settingsOf(paths === undefined ? {} : { rules: paths }, invocation.cwd)
  const files = findEventFiles(settings.root, events, input)
  const loaded = loadRules(settings.root, settings.rules, settings.placeholders)
  printErrors(loaded, invocation.stderr)

  const tally: Tally = { events: 0, matches: 0, faults: 0, fired: new Set() }
  const output = inPieces(invocation.stdout)
  for (const file of files) {
    for await (const found of readEvents(settings.root, file)) {
      if (found.kind === 'fault') {
        printFault(found, tally, invocation)
        continue
      }
      tally.events += 1
      for (const match of matchesOf(loaded.rules, flattenEvent(found.json))) {
        tally.matches += 1
        tally.fired.add(match.rule.key)
        await output.write(`${lineOf(file.path, found.position, match)}\n`)
      }
      showProgress(tally, invocation)
    }
  }
  await output.end()
  printTally(tally, files, loaded.rules, invocation)
  return highestOf([hasUnreadableRule(loaded) || tally.faults > 0 ? exitCodes.unreadable : exitCodes.held])
}

interface Tally {
  events: number
  matches: number
  faults: number
  readonly fired: Set<string>
}

/** One match as JSON (design: the contract of `eval`). */
function lineOf(file: string, event: number, { rule, matched }: RuleMatch): string {
  const { key, id, title, author, level } = rule
  return safeJson({ file, event, rule: key, id, title, author, level, matched })
}

function printFault({ path, line, column, message }: EventFault, tally: Tally, { stderr }: Invocation): void {
  tally.faults += 1
  if (tally.faults <= shownFaults) stderr.write(`${visibleText(path)}:${line}:${column}: ${visibleText(message)}\n`)
  else if (tally.faults === shownFaults + 1) stderr.write('More places that cannot be read are only counted.\n')
}

function printTally(tally: Tally, files: readonly EventFile[], rules: readonly Rule[], { stderr }: Invocation): void {
  const read = `${counted(tally.events, 'event')} in ${counted(files.length, 'file')}, ${counted(rules.length, 'rule')}`
  const found = `${counted(tally.matches, 'match')} of ${counted(tally.fired.size, 'rule')}`
  const lost = tally.faults === 0 ? '' : `; ${counted(tally.faults, 'place')} could not be read`
  stderr.write(`${read}: ${found}${lost}\n`)
}

const plurals: Readonly<Record<string, string>> = { match: 'matches' }

function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : (plurals[noun] ?? `${noun}s`)}`
}

/** A line that is written over, on a terminal only, and no oftener than every so many events. */
function showProgress(tally: Tally, { stderr }: Invocation): void {
  if (tally.events % 1000 !== 0 || !('isTTY' in stderr) || stderr.isTTY !== true) return
  stderr.write(`\r${counted(tally.events, 'event')}, ${counted(tally.matches, 'match')} \r`)
}
