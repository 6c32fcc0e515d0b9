import { join } from 'node:path'
import { decodeText } from './bytes/decode-text.ts'
import { UnreadableError, unpacked } from './bytes/unpack.ts'
import { withBeginning } from './bytes/with-beginning.ts'
import type { EventFile } from './event-files.ts'
import { foreignContent, tellingBytes } from './formats/foreign-files.ts'
import { type JsonFinding, type JsonSplitter, splitJson } from './formats/json/split-json.ts'
import { splitLines } from './formats/split-lines.ts'
import { type Place, placeAfter } from './formats/text-position.ts'
import { type OpenedEvent, openEvents } from './spelling/open-event.ts'
import { type EventSpelling, usualSpelling } from './spelling/spelling.ts'

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
 * Reads a file's events as a stream, one in memory at a time and none over 64 MB. Never throws for what the file holds:
 * what cannot be read comes as a fault, and reading goes on where that is safe. UTF-8, or UTF-16 with a byte order mark.
 * Each member of a list that an exporter wrote as one record is an event.
 */
export async function* readEvents(
  root: string,
  file: EventFile,
  spelling: EventSpelling = usualSpelling,
): AsyncGenerator<ReadEvent> {
  const { path } = file
  const isText = file.input === 'text'
  const splitter: JsonSplitter = isText ? splitLines() : splitJson()
  let position = 0
  let place: Place = { line: 1, column: 1 }

  try {
    for await (const { text, brokenAt } of decodeText(recognized())) {
      if (brokenAt !== null)
        yield { kind: 'fault', path, ...placeAfter(place, text.slice(0, brokenAt)), message: broken }
      for (const finding of splitter.push(text)) yield* located(finding)
      place = placeAfter(place, text)
    }
    for (const finding of splitter.end()) yield* located(finding)
  } catch (cause) {
    if (!(cause instanceof Error && (cause instanceof UnreadableError || 'code' in cause))) throw cause
    for (const finding of splitter.end()) yield* located(finding)
    const message = 'code' in cause ? `the file cannot be read on from near here (${cause.code})` : cause.message
    yield { kind: 'fault', path, ...place, message }
  }

  /** The file's bytes; throws before the first where they are plainly no events. */
  async function* recognized(): AsyncGenerator<Uint8Array> {
    let isFirst = true
    for await (const bytes of withBeginning(unpacked(join(root, path), file.gzipped), tellingBytes)) {
      const foreign = isFirst ? foreignContent(bytes, path, isText) : null
      if (foreign !== null) throw new UnreadableError(`the file is ${foreign}`)
      isFirst = false
      yield bytes
    }
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

const broken =
  'from here on bytes are not UTF-8 but perhaps Latin-1 or Windows-1252; each is read as U+FFFD; save the file as UTF-8'
