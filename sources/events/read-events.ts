import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { decodeText } from './decode-text.ts'
import type { EventFile } from './event-files.ts'
import { type OpenedEvent, openEvents } from './open-event.ts'
import { type EventSpelling, usualSpelling } from './spelling.ts'
import { type JsonFinding, type JsonSplitter, splitJson } from './split-json.ts'
import { splitLines } from './split-lines.ts'

/** What one file of events holds, in its order. */
export type ReadEvent =
  /** `position` counts from 0; an event that cannot be read keeps its own. */
  (OpenedEvent & { readonly path: string; readonly position: number }) | EventFault

/** A place in a file where something cannot be read. */
export interface EventFault {
  readonly kind: 'fault'
  readonly path: string
  /** From 1. */
  readonly line: number
  readonly column: number
  /** One plain sentence without its full stop, what was lost included. Not made visible. */
  readonly message: string
}

/**
 * Reads a file's events as a stream, one in memory at a time. Never throws for what the file holds: what cannot be read
 * comes as a fault, and reading goes on where that is safe. UTF-8, or UTF-16 with a byte order mark. Each member of a list
 * that an exporter wrote as one record is an event.
 */
export async function* readEvents(
  root: string,
  file: EventFile,
  spelling: EventSpelling = usualSpelling,
): AsyncGenerator<ReadEvent> {
  const { path } = file
  const splitter: JsonSplitter = file.input === 'json' ? splitJson() : splitLines()
  let position = 0
  let line = 1

  try {
    for await (const { text, isBroken } of decodeText(bytesOf(root, file))) {
      if (isBroken) {
        const message = 'bytes near here are not UTF-8; each is read as U+FFFD'
        yield { kind: 'fault', path, line, column: 1, message }
      }
      for (const finding of splitter.push(text)) yield* located(finding)
      line += text.split('\n').length - 1
    }
    for (const finding of splitter.end()) yield* located(finding)
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause
    for (const finding of splitter.end()) yield* located(finding)
    yield { kind: 'fault', path, line, column: 1, message: `the file cannot be read on from near here (${cause.code})` }
  }

  function* located(finding: JsonFinding): Generator<ReadEvent> {
    if (finding.kind === 'event') {
      for (const opened of openEvents(finding.json, spelling)) {
        yield { ...opened, path, position }
        position += 1
      }
      return
    }
    const { message, skippedTo } = finding
    position += 1
    yield {
      kind: 'fault',
      path,
      line: finding.line,
      column: finding.column,
      message: message + lost(finding.line, skippedTo),
    }
  }
}

function lost(line: number, skippedTo: number | null): string {
  if (skippedTo === null) return '; nothing after this place is read'
  return skippedTo > line ? `; reading goes on after line ${skippedTo}` : ''
}

function bytesOf(root: string, { path, gzipped }: EventFile): AsyncIterable<Uint8Array> {
  const file = createReadStream(join(root, path))
  // The error comes out of the iteration as well, where it is caught.
  return gzipped ? pipeline(file, createGunzip(), () => undefined) : file
}
