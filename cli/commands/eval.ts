import { correlationsOver, type EventMatches, referenceMatcher, replayOf } from '../../matching/index.ts'
import { type Correlation, fieldsFor, type Occurrence, type Rule, safeJson, visibleText } from '../../sigma/index.ts'
import {
  type EventFault,
  type EventFile,
  eventCensus,
  findEventFiles,
  type ReadEvent,
  readEvents,
} from '../../sources/events/index.ts'
import type { EventFormat } from '../../sources/formats/index.ts'
import { type LoadedRules, loadRules } from '../../sources/rules/index.ts'
import { settingsOf } from '../../sources/settings/index.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Invocation } from '../invocation.ts'
import { hasUnreadableRule, printErrors, printProblems } from '../printing/print-problems.ts'
import { inPieces } from '../printing/write-in-pieces.ts'

/** The arguments of `sigmaproof eval` as given. */
export interface EvalArguments {
  readonly events: readonly string[]
  readonly rules?: readonly string[]
  readonly input?: EventFormat
  readonly strict?: boolean
}

/** A file full of faults must not fill the screen. */
const shownFaults = 10

/**
 * Replays recorded events against the rules: one line of JSON on stdout for each rule that fires on an event, then for
 * each time that a correlation fires over all of them; everything else on stderr. A match is no failure; an event or a
 * rule that cannot be read is. Wrong use, like the SourceError that is thrown where there are no files, are files of which
 * none holds anything.
 */
export async function evalCommand(invocation: Invocation, given: EvalArguments): Promise<ExitCode> {
  const { events, rules: paths, input, strict } = given
  const asked = { ...(paths === undefined ? {} : { rules: paths }), ...(strict === undefined ? {} : { strict }) }
  const settings = settingsOf(asked, invocation.cwd)
  const files = findEventFiles(settings.root, events, input)
  const loaded = loadRules(settings.root, settings.rules, settings.placeholders)
  printErrors(loaded, invocation.stderr)

  const tally: MatchTally = { events: 0, matches: 0, faults: 0, untimed: 0, fired: new Set() }
  const output = inPieces(invocation.stdout)
  const report = async (place: MatchPlace, rule: Rule | Correlation, matched: readonly string[]): Promise<void> => {
    tally.matches += 1
    tally.fired.add(rule.key)
    await output.write(`${lineOf(place, rule, matched)}\n`)
  }

  const matchesOf = replayOf(referenceMatcher(loaded.rules))
  const correlated = collector(loaded, tally)
  const census = eventCensus()
  const empty: EventFile[] = []
  for (const file of files) {
    const before = tally.events + tally.faults
    for await (const found of readEvents(settings.root, file, settings)) {
      if (found.kind === 'fault') {
        printFault(found, tally, invocation)
        continue
      }
      tally.events += 1
      const { matches, isJudged } =
        found.kind === 'event' ? matchesOf(found.event, found.envelope !== null) : nothingMatched
      census.add(found, isJudged)
      for (const { rule, matched } of matches) {
        if (found.kind === 'event') correlated.add(rule, found)
        if (!loaded.unreported.has(rule.key)) await report(found, rule, matched)
      }
      showProgress(tally, invocation)
    }
    if (tally.events + tally.faults === before) empty.push(file)
  }
  printEmpty(empty, invocation)
  const { fired, problems } = correlationsOver(loaded, correlated.occurrences)
  for (const { correlation, event, matched } of fired) {
    await report(correlated.places[event] ?? { path: '', position: 0 }, correlation, matched)
  }
  await output.end()
  printProblems({ problems, sources: loaded.sources }, invocation.stderr)
  for (const warning of census.warnings()) invocation.stderr.write(`warning: ${warning}\n`)
  printTally(tally, files, loaded, invocation)
  if (empty.length === files.length || census.isLost()) return exitCodes.wrongUse
  const isStrictlyWrong = settings.strict && census.warnings().length > 0
  return hasUnreadableRule(loaded) || tally.faults > 0 || isStrictlyWrong ? exitCodes.unreadable : exitCodes.held
}

const nothingMatched: EventMatches = { matches: [], isJudged: false }

/** Where an event stands: its file, and its position in it from 0. */
interface MatchPlace {
  readonly path: string
  readonly position: number
}

type FoundEvent = Extract<ReadEvent, { kind: 'event' }>

interface MatchTally {
  events: number
  matches: number
  faults: number
  /** Events that a correlation would count, if they told their time. */
  untimed: number
  readonly fired: Set<string>
}

interface Collector {
  readonly occurrences: readonly Occurrence[]
  /** By the event of an occurrence. */
  readonly places: readonly MatchPlace[]
  readonly add: (rule: Rule, found: FoundEvent) => void
}

/** Keeps of all events only those that correlations count. */
function collector({ correlations }: LoadedRules, tally: MatchTally): Collector {
  const wanted = new Set(correlations.flatMap(({ rules }) => rules))
  const occurrences: Occurrence[] = []
  const places: MatchPlace[] = []
  return {
    occurrences,
    places,
    add: (rule, { path, position, event, time }) => {
      if (!wanted.has(rule.key)) return
      if (time === null) {
        tally.untimed += 1
        return
      }
      const last = places.at(-1)
      if (last?.path !== path || last.position !== position) places.push({ path, position })
      const fields = fieldsFor(rule.logsource, event)
      occurrences.push({ rule: rule.key, time, event: places.length - 1, fields })
    },
  }
}

/** One match as JSON (design: the contract of `eval`). */
function lineOf({ path, position }: MatchPlace, rule: Rule | Correlation, matched: readonly string[]): string {
  const { key, id, title, author, level } = rule
  return safeJson({ file: path, event: position, rule: key, id, title, author, level, matched })
}

function printFault({ path, line, column, message }: EventFault, tally: MatchTally, { stderr }: Invocation): void {
  tally.faults += 1
  if (tally.faults <= shownFaults) stderr.write(`${visibleText(path)}:${line}:${column}: ${visibleText(message)}\n`)
  else if (tally.faults === shownFaults + 1) stderr.write('More places that cannot be read are only counted.\n')
}

/** Nobody keeps an empty file of events on purpose: most often, an export went wrong. */
function printEmpty(empty: readonly EventFile[], { stderr }: Invocation): void {
  for (const { path } of empty.slice(0, shownFaults)) stderr.write(`${visibleText(path)} holds no event\n`)
  if (empty.length > shownFaults) stderr.write(`${empty.length - shownFaults} more files hold no event\n`)
}

function printTally(tally: MatchTally, files: readonly EventFile[], loaded: LoadedRules, { stderr }: Invocation): void {
  const rules = loaded.rules.length + loaded.correlations.length
  const read = `${counted(tally.events, 'event')} in ${counted(files.length, 'file')}, ${counted(rules, 'rule')}`
  const found = `${counted(tally.matches, 'match')} of ${counted(tally.fired.size, 'rule')}`
  const lost = tally.faults === 0 ? '' : `; ${counted(tally.faults, 'place')} could not be read`
  const untimed =
    tally.untimed === 0 ? '' : `; ${counted(tally.untimed, 'match')} without a time, counted by no correlation`
  stderr.write(`${read}: ${found}${lost}${untimed}\n`)
}

const plurals: Readonly<Record<string, string>> = { match: 'matches' }

function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : (plurals[noun] ?? `${noun}s`)}`
}

/** A line that is written over, on a terminal only, and no oftener than every so many events. */
function showProgress(tally: MatchTally, { stderr }: Invocation): void {
  if (tally.events % 1000 !== 0 || !('isTTY' in stderr) || stderr.isTTY !== true) return
  stderr.write(`\r${counted(tally.events, 'event')}, ${counted(tally.matches, 'match')} \r`)
}
