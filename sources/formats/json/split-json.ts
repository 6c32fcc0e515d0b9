import type { Json } from '../../../sigma/index.ts'
import { type EventLimits, eventLimits, lengthInWords } from '../event-limits.ts'
import { gatheredText } from '../gathered-text.ts'
import { placeAfter } from '../text-position.ts'
import { shallowJson } from './exact-json.ts'
import { hintForCharacter } from './json-hints.ts'
import { type JsonScan, scanJson } from './scan-json.ts'

/** What comes of a file of events, in its order. Lines and columns count from 1. */
export type JsonFinding =
  | { readonly kind: 'event'; readonly json: Json }
  | {
      readonly kind: 'fault'
      readonly line: number
      readonly column: number
      readonly message: string
      /** The last line that was passed over to find the next event; null when no event could be found again. */
      readonly skippedTo: number | null
    }

/** Takes a text in chunks. */
export interface JsonSplitter {
  readonly push: (chunk: string) => Generator<JsonFinding>
  /** After the last chunk. */
  readonly end: () => Generator<JsonFinding>
}

/** What `evtx_dump` writes before each event unless told not to. */
const recordLine = /^Record \d+\s*$/

/** No such line is longer. */
const longestRecordLine = 200

/** Blanks before an event that are remembered, to know the start of the next one by; nobody indents further. */
const deepestIndent = 1000

interface JsonFault {
  readonly line: number
  readonly column: number
  readonly message: string
}

type SplitState =
  /** Between events; in a list, `comma` says that one must come before the next. */
  | { readonly kind: 'between' }
  | {
      readonly kind: 'event'
      readonly scan: JsonScan
      readonly indent: string | null
      /** Where it begins. */
      readonly line: number
      readonly column: number
    }
  /** After a fault: on to a line that starts as the broken event's did. */
  | { readonly kind: 'skipping'; readonly fault: JsonFault; readonly indent: string | null }
  /** In a line between events that is none. */
  | { readonly kind: 'line' }

/**
 * Splits a text into the JSON objects in it: one, a list of them, or one after another over any number of lines. Holds
 * one event at a time, and none that is more than the limits allow. After a fault it goes on at the next line that starts like the broken event, and says how far that
 * was; where events do not start on lines of their own, it cannot.
 */
export function splitJson(limits: EventLimits = eventLimits): JsonSplitter {
  let mode: SplitState = { kind: 'between' }
  let list: 'none' | 'first' | 'value' | 'comma' = 'none'
  /** The open event's or line's text so far. */
  const text = gatheredText()
  let length = 0
  let flawed: JsonFault | null = null
  let line = 1
  let column = 1
  /** The blanks before the current character on its line; null when there is more than blanks, or too many. */
  let head: string | null = ''
  let lastIndent: string | null = ''

  return { push, end }

  function* push(chunk: string): Generator<JsonFinding> {
    let at = 0
    while (at < chunk.length) {
      switch (mode.kind) {
        case 'between': {
          const whole: WholeLine | null = list === 'none' && head === '' ? wholeLine(chunk, at, limits) : null
          if (whole !== null) {
            yield { kind: 'event', json: whole.json }
            lastIndent = ''
            line += 1
            column = 1
            at = whole.end + 1
          } else at = yield* betweenEvents(chunk, at)
          break
        }
        case 'event': {
          const event: SplitState & { kind: 'event' } = mode
          // One character too many is where an event is given up, however the text is cut into chunks.
          const most = at + limits.length + 1 - length
          const stop = event.scan(chunk.length > most ? chunk.slice(0, most) : chunk, at)
          const to = stop.kind === 'open' ? Math.min(chunk.length, most) : stop.kind === 'closed' ? stop.end : stop.at
          keep(chunk, at, to)
          at = to
          if (length > limits.length) fail(tooLong(event), event.indent)
          else if (stop.kind === 'flaw') {
            flawed ??= { line, column: Math.max(1, column - stop.length), message: stop.message }
            text.take()
          } else if (stop.kind === 'fault') fail(here(stop.message), event.indent)
          else if (stop.kind === 'closed') yield finished()
          break
        }
        case 'skipping': {
          const { fault, indent }: { fault: JsonFault; indent: string | null } = mode
          const found = nextStart(chunk, at, indent)
          pass(chunk, at, found)
          at = found
          if (found < chunk.length) {
            yield { kind: 'fault', ...fault, skippedTo: Math.max(fault.line, line - 1) }
            start()
          }
          break
        }
        case 'line': {
          const feed = chunk.indexOf('\n', at)
          const to = Math.min(feed < 0 ? chunk.length : feed, at + longestRecordLine + 1 - length)
          keep(chunk, at, to)
          at = to
          if (feed === to || length > longestRecordLine) endOfLine()
          break
        }
      }
    }
  }

  function* end(): Generator<JsonFinding> {
    if (mode.kind === 'line') endOfLine()
    if (mode.kind === 'event') fail(here('the text ends inside an event'), mode.indent)
    else if (mode.kind === 'between' && list !== 'none') fail(here("the text ends before the list's ']'"), null)
    if (mode.kind === 'skipping') yield { kind: 'fault', ...mode.fault, skippedTo: null }
  }

  /** Takes one character, or some blanks, that stand outside events. Returns where to read on. */
  function* betweenEvents(chunk: string, at: number): Generator<JsonFinding, number> {
    const ink = endOfBlanks(chunk, at)
    if (ink > at) {
      pass(chunk, at, ink)
      return ink
    }
    const char = chunk.charAt(at)
    if (char === '{' && list !== 'comma') start()
    else if (list === 'none' && char === 'R' && head === '') mode = { kind: 'line' }
    else if (isOfList(char)) {
      if (char === ']' && list === 'value') yield { kind: 'fault', ...here(commaBeforeEnd), skippedTo: line }
      list = char === '[' ? 'first' : char === ',' ? 'value' : 'none'
      pass(chunk, at, at + 1)
      return at + 1
    } else fail(here(unwantedHere(char)), lastIndent)
    return at
  }

  /** Whether a character begins, parts or ends the list of events where it stands; before the end a comma may be too many. */
  function isOfList(char: string): boolean {
    if (list === 'none') return char === '['
    return char === ']' || (char === ',' && list === 'comma')
  }

  function unwantedHere(char: string): string {
    if (list === 'comma') return `',' or ']' is expected after an event${hintForCharacter(char)}`
    const hint =
      list !== 'none' && char === '['
        ? '; lists inside the list of events are not read'
        : list === 'none' && char === ','
          ? '; only in a list, between [ and ], do commas part events'
          : hintForCharacter(char)
    return `an event must be a JSON object${hint}`
  }

  function start(): void {
    lastIndent = head ?? (list === 'none' ? '' : null)
    mode = { kind: 'event', scan: scanJson(limits), indent: lastIndent, line, column }
  }

  function finished(): JsonFinding {
    const json = flawed === null ? shallowJson(text.take(), limits.depth) : undefined
    const fault: JsonFault = flawed ?? here('this event is no JSON')
    forget()
    mode = { kind: 'between' }
    if (list !== 'none') list = 'comma'
    return json === undefined ? { kind: 'fault', ...fault, skippedTo: line } : { kind: 'event', json }
  }

  function endOfLine(): void {
    const isRecord = length <= longestRecordLine && recordLine.test(text.take())
    const before = length
    forget()
    mode = { kind: 'between' }
    if (isRecord) return
    column -= before
    fail(here('an event must be a JSON object'), lastIndent)
  }

  /** Gives the open event up; what was wrong with it first is told. */
  function fail(fault: JsonFault, indent: string | null): void {
    mode = { kind: 'skipping', fault: flawed ?? fault, indent }
    if (list === 'comma' || list === 'first') list = 'value'
    forget()
  }

  function here(message: string): JsonFault {
    return { line, column, message }
  }

  function tooLong(start: { readonly line: number; readonly column: number }): JsonFault {
    return {
      line: start.line,
      column: start.column,
      message: `an event is longer than ${lengthInWords(limits.length)}`,
    }
  }

  function forget(): void {
    text.take()
    length = 0
    flawed = null
  }

  /** The next place from `at` where a line of these blanks begins an object; the chunk's end when there is none. */
  function nextStart(chunk: string, from: number, indent: string | null): number {
    if (indent === null) return chunk.length
    let before = head
    for (let at = from; at < chunk.length; ) {
      const feed = chunk.indexOf('\n', at)
      const lineEnd = feed < 0 ? chunk.length : feed
      const blanks = /^[ \t]*/.exec(chunk.slice(at, lineEnd))?.[0] ?? ''
      const place = at + blanks.length
      if (before !== null && before + blanks === indent && place < lineEnd && chunk[place] === '{') return place
      before = ''
      at = lineEnd + 1
    }
    return chunk.length
  }

  /** Passes over a part of an event; of one that is faulty only its length counts. */
  function keep(chunk: string, from: number, to: number): void {
    if (flawed === null) text.add(chunk.slice(from, to))
    length += to - from
    pass(chunk, from, to)
  }

  /** Counts lines and columns over a stretch, and what stands before the character after it. */
  function pass(chunk: string, from: number, to: number): void {
    // A slice of its own: what is looked for must not be looked for in all of the chunk, again and again.
    const passed = chunk.slice(from, to)
    const after = placeAfter({ line, column }, passed)
    if (after.line > line) head = ''
    line = after.line
    column = after.column
    if (head === null) return
    const blanks = /^[ \t\uFEFF]*$/.exec(passed.slice(passed.lastIndexOf('\n') + 1))?.[0].replaceAll('\uFEFF', '')
    head = blanks === undefined || head.length + blanks.length > deepestIndent ? null : head + blanks
  }
}

const commaBeforeEnd = "an event is expected, not ']'; remove the comma before it"

interface WholeLine {
  readonly json: Json
  /** Of its line feed. */
  readonly end: number
}

/** The event that a whole line is; null when it is none, or more, too much, or the chunk ends first. */
function wholeLine(chunk: string, at: number, limits: EventLimits): WholeLine | null {
  if (chunk.charCodeAt(at) !== 0x7b) return null
  const end = chunk.indexOf('\n', at)
  // A line has no more values than characters.
  if (end < 0 || end - at > Math.min(limits.length, limits.values)) return null
  if (chunk[end - 1] !== '}' && !/\}\s*$/.test(chunk.slice(Math.max(at, end - 8), end))) return null
  const json = shallowJson(chunk.slice(at, end), limits.depth)
  return json === undefined ? null : { json, end }
}

/** The first place from `at` that holds no blank. */
function endOfBlanks(chunk: string, at: number): number {
  ink.lastIndex = at
  return ink.exec(chunk)?.index ?? chunk.length
}

const ink = /\S/g
