import { eventTitle, windowsEventOf } from '../../catalogue/index.ts'
import {
  type Answer,
  type EventShape,
  type Impossible,
  inTurn,
  RecipeError,
  renderEvent,
  solve,
  type Witness,
  whyNoXml,
} from '../../generators/index.ts'
import { findRule } from '../../project/index.ts'
import { inertXml, type Rule, safeJson, visibleText } from '../../sigma/index.ts'
import { type Settings, settingsOf } from '../../sources/index.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Invocation } from '../invocation.ts'
import { aimIn, type GoalAim } from '../options/goal-option.ts'
import { UsageError } from '../options/usage-error.ts'
import { printErrors } from '../printing/print-problems.ts'
import { inPieces } from '../printing/write-in-pieces.ts'

/** The arguments of `sigmaproof generate` as given. */
export interface GenerateArguments {
  readonly rule: string
  readonly rules?: readonly string[]
  readonly goal?: string
  readonly number?: string
  readonly seed?: string
  readonly shape?: EventShape
  readonly format?: 'ndjson' | 'json'
}

/** One run makes no more than this. */
const mostEvents = 100_000

/**
 * Makes events for a goal of a rule and prints them, and nothing else, on stdout; what is unrealistic about them, or why
 * there are none, on stderr. That there can be none is a finding. Throws a UsageError for what the rule does not have,
 * and for a shape that shows none of the events.
 */
export async function generateCommand(invocation: Invocation, given: GenerateArguments): Promise<ExitCode> {
  const { stderr } = invocation
  const count = countIn(given.number ?? '1')
  const settings = settingsOf(
    {
      ...(given.rules === undefined ? {} : { rules: given.rules }),
      ...(given.seed === undefined ? {} : { seed: given.seed }),
    },
    invocation.cwd,
  )
  const { rule, loaded } = findRule(settings, given.rule)
  if (rule === null) {
    printErrors(loaded, stderr)
    return exitCodes.unreadable
  }
  const goal = given.goal ?? 'fires'
  const aim = aimIn(goal, rule, (name) => anotherRule(settings, name))
  const answer = solved(aim, goal, count, settings.seed, invocation)
  const events = shown(answer, given.shape ?? 'evtx', invocation)
  await print(events, given, invocation)
  if (answer.kind === 'impossible') {
    const instead = events.length > 0 ? '; what is printed only another agent could write' : ''
    stderr.write(`${noEvent(answer, goal)}: ${visibleText(answer.reason)}${instead}\n`)
  } else if (answer.kind === 'unknown') stderr.write(`gave up ${visibleText(answer.limit)}\n`)
  else if (answer.events.length < count) stderr.write(`only ${answer.events.length} different events were found\n`)
  if (answer.kind === 'witness' && answer.notSysmon !== null) {
    const titles = new Set(events.flatMap(({ eventId }) => windowsEventOf(eventId) ?? []).map(eventTitle))
    const also = `events of its log source are also written by ${[...titles].join(' and ')}, as is what is printed`
    stderr.write(`no event of Sysmon reaches ${visibleText(goal)}: ${visibleText(answer.notSysmon)}; ${also}\n`)
  }
  tellViolations(events, invocation)
  if (events.some(({ eventId }) => eventId === null)) {
    stderr.write('no catalogue describes events of this log source: they hold only what the rule reads\n')
  }
  return events.length === 0 ? exitCodes.finding : exitCodes.held
}

/** Whose events the proof speaks of. */
function noEvent({ world, isOfCatalogue }: Impossible, goal: string): string {
  if (world === 'logic') return `no event reaches ${visibleText(goal)}`
  if (isOfCatalogue && goal === 'fires') return 'no event of the catalogue fires it'
  return `no event of its log source reaches ${visibleText(goal)}`
}

function countIn(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text) && Number(text) <= mostEvents) return Number(text)
  throw new UsageError(`-n takes a number from 1 to ${mostEvents}, got "${visibleText(text)}"`)
}

function anotherRule(settings: Settings, name: string): Rule {
  const { rule } = findRule(settings, name)
  if (rule === null) throw new UsageError(`the rule "${visibleText(name)}" cannot be read; "sigmaproof check" says why`)
  return rule
}

function solved({ goal, rules }: GoalAim, text: string, count: number, seed: string, { stderr }: Invocation): Answer {
  const isTerminal = 'isTTY' in stderr && stderr.isTTY === true
  const onEvent = (found: number): void => {
    if (isTerminal && found % 100 === 0) stderr.write(`\r${found} of ${count} events \r`)
  }
  try {
    const answer = solve(rules, goal, { count, chance: `generate ${text}`, seed, onEvent })
    return answer.kind === 'unknown' ? answer : { ...answer, events: inTurn(answer.events, rules, goal, seed) }
  } catch (error) {
    if (error instanceof RecipeError) throw new UsageError(error.message)
    throw error
  }
}

/** Those that a reader of this shape judges as the rule judges the event; of the others stderr says how many, and why. */
function shown(answer: Answer, shape: EventShape, { stderr }: Invocation): readonly Witness[] {
  const events = answer.kind === 'unknown' ? [] : answer.events
  const reasons = shape === 'xml' ? events.map(whyNoXml) : []
  const [reason] = reasons.filter((each) => each !== null)
  if (reason === undefined) return events
  const why = `XML cannot show what the rule reads: ${visibleText(reason)}; --shape flat can`
  const left = events.filter((_, index) => reasons[index] === null)
  if (left.length === 0 && answer.kind === 'witness') throw new UsageError(why)
  stderr.write(`${events.length - left.length} of ${events.length} events are left out: ${why}\n`)
  return left
}

async function print(events: readonly Witness[], given: GenerateArguments, { stdout }: Invocation): Promise<void> {
  const shape = given.shape ?? 'evtx'
  const output = inPieces(stdout)
  const isList = given.format === 'json'
  const texts = events.map((event) => {
    const rendered = renderEvent(event, shape)
    return typeof rendered === 'string' && !isList ? inertXml(rendered) : safeJson(rendered)
  })
  if (isList) await output.write(`[\n${texts.join(',\n')}\n]\n`)
  else for (const text of texts) await output.write(`${text}\n`)
  await output.end()
}

/** Each kind of breach once, with how many events it is about. */
function tellViolations(events: readonly Witness[], { stderr }: Invocation): void {
  const messages = events.flatMap(({ breaches }) => [
    ...new Set(breaches.map(({ fact, message }) => `${fact}: ${message}`)),
  ])
  const counts = new Map<string, number>()
  for (const message of messages) counts.set(message, (counts.get(message) ?? 0) + 1)
  for (const [message, count] of [...counts].slice(0, 10)) {
    stderr.write(`unrealistic (${count} of ${events.length}) ${visibleText(message)}\n`)
  }
}
