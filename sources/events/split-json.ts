import type { Json } from '../../sigma/index.ts'
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

/** No log writes an event this large; it keeps a hostile file from filling the memory. */
const longestEvent = 64 * 1024 * 1024

/** What `evtx_dump` writes before each event unless told not to. */
const recordLine = /^Record \d+\s*$/

interface Fault {
  readonly line: number
  readonly column: number
  readonly message: string
}

type Mode =
  /** Between events; in a list, `comma` says that one must come before the next. */
  | { readonly kind: 'between' }
  | { readonly kind: 'event'; readonly scan: JsonScan; readonly indent: string | null }
  /** After a fault: on to a line that starts as the broken event's did. */
  | { readonly kind: 'skipping'; readonly fault: Fault; readonly indent: string | null }
  /** In a line between events that is none. */
  | { readonly kind: 'line' }

/**
 * Splits a text into the JSON objects in it: one, a list of them, or one after another over any number of lines. Holds
 * one event at a time. After a fault it goes on at the next line that starts like the broken event, and says how far that
 * was; where events do not start on lines of their own, it cannot.
 */
export function splitJson(): JsonSplitter {
  let mode: Mode = { kind: 'between' }
  let list: 'none' | 'first' | 'value' | 'comma' = 'none'
  /** The open event's or line's text so far. */
  let pieces: string[] = []
  let length = 0
  let flawed: Fault | null = null
  let line = 1
  let column = 1
  /** The blanks before the current character on its line; null when there is more than blanks. */
  let head: string | null = ''
  let lastIndent: string | null = ''

  return { push, end }

  function* push(chunk: string): Generator<JsonFinding> {
    let at = 0
    while (at < chunk.length) {
      switch (mode.kind) {
        case 'between': {
          const whole: WholeLine | null = list === 'none' && head === '' ? wholeLine(chunk, at) : null
          if (whole !== null) {
            yield { kind: 'event', json: whole.json }
            lastIndent = ''
            pass(chunk, at, whole.end)
            at = whole.end
          } else at = betweenEvents(chunk, at)
          break
        }
        case 'event': {
          const { scan, indent }: { scan: JsonScan; indent: string | null } = mode
          const stop = scan(chunk, at)
          const to = stop.kind === 'open' ? chunk.length : stop.kind === 'closed' ? stop.end : stop.at
          keep(chunk, at, to)
          at = to
          if (stop.kind === 'flaw')
            flawed ??= { line, column: Math.max(1, column - stop.length), message: stop.message }
          else if (stop.kind === 'fault') fail(stop.message, indent)
          else if (stop.kind === 'closed') yield finished()
          else if (length > longestEvent) fail('an event is longer than 64 MB', indent)
          break
        }
        case 'skipping': {
          const { fault, indent }: { fault: Fault; indent: string | null } = mode
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
          const to = feed < 0 ? chunk.length : feed
          keep(chunk, at, to)
          at = to
          if (feed >= 0 || length > 200) endOfLine()
          break
        }
      }
    }
  }

  function* end(): Generator<JsonFinding> {
    if (mode.kind === 'line') endOfLine()
    if (mode.kind === 'event') fail('the text ends inside an event', mode.indent)
    else if (mode.kind === 'between' && list !== 'none') fail("the text ends before the list's ']'", null)
    if (mode.kind === 'skipping') yield { kind: 'fault', ...mode.fault, skippedTo: null }
  }

  /** Takes one character, or some blanks, that stand outside events. */
  function betweenEvents(chunk: string, at: number): number {
    const char = chunk.charAt(at)
    if (/\s/.test(char)) pass(chunk, at, at + 1)
    else if (char === '{' && list !== 'comma') start()
    else if (list === 'none' && char === 'R' && head === '') mode = { kind: 'line' }
    else if (
      list === 'none' ? char !== '[' : !(char === ']' && list !== 'value') && !(char === ',' && list === 'comma')
    )
      fail(list === 'comma' ? "',' or ']' is expected after an event" : 'an event must be a JSON object', lastIndent)
    else {
      list = char === '[' ? 'first' : char === ',' ? 'value' : 'none'
      pass(chunk, at, at + 1)
    }
    return mode.kind === 'between' ? at + 1 : at
  }

  function start(): void {
    lastIndent = head ?? (list === 'none' ? '' : null)
    mode = { kind: 'event', scan: scanJson(), indent: lastIndent }
  }

  function finished(): JsonFinding {
    const json = flawed === null ? parsed(pieces.join('')) : undefined
    const fault: Fault = flawed ?? { line, column, message: 'an escape in this event is no JSON' }
    forget()
    mode = { kind: 'between' }
    if (list !== 'none') list = 'comma'
    return json === undefined ? { kind: 'fault', ...fault, skippedTo: line } : { kind: 'event', json }
  }

  function endOfLine(): void {
    const isRecord = recordLine.test(pieces.join(''))
    const before = length
    forget()
    mode = { kind: 'between' }
    if (isRecord) return
    column -= before
    fail('an event must be a JSON object', lastIndent)
  }

  function fail(message: string, indent: string | null): void {
    mode = { kind: 'skipping', fault: { line, column, message }, indent }
    if (list === 'comma' || list === 'first') list = 'value'
    forget()
  }

  function forget(): void {
    pieces = []
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

  function keep(chunk: string, from: number, to: number): void {
    const piece = chunk.slice(from, to)
    pieces.push(piece)
    length += piece.length
    pass(chunk, from, to)
  }

  /** Counts lines and columns over a stretch, and what stands before the character after it. */
  function pass(chunk: string, from: number, to: number): void {
    let start = from
    for (let feed = chunk.indexOf('\n', start); feed >= 0 && feed < to; feed = chunk.indexOf('\n', start)) {
      line += 1
      column = 1
      head = ''
      start = feed + 1
    }
    column += to - start
    const rest = chunk.slice(start, to)
    if (head !== null) head = /^[ \t]*$/.test(rest) ? head + rest : null
  }
}

interface WholeLine {
  readonly json: Json
  readonly end: number
}

/** The event that a whole line is; null when it is none, or more, or the chunk ends first. */
function wholeLine(chunk: string, at: number): WholeLine | null {
  if (chunk.charCodeAt(at) !== 0x7b) return null
  const end = chunk.indexOf('\n', at)
  if (end < 0 || !/\}\s*$/.test(chunk.slice(Math.max(at, end - 8), end))) return null
  const json = parsed(chunk.slice(at, end))
  return json === undefined ? null : { json, end }
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
