import { decodeText } from '../bytes/decode-text.ts'
import { UnreadableError } from '../bytes/unpack.ts'
import { type JsonFinding, type JsonSplitter, splitJson } from './json/split-json.ts'
import type { FileRecord, RecordReader } from './record-reader.ts'
import { splitLines } from './split-lines.ts'
import { placeAfter, type TextPosition } from './text-position.ts'

/** Reads JSON objects. */
export const jsonReader: RecordReader = textReader(splitJson)

/** Reads lines of text. */
export const lineReader: RecordReader = textReader(splitLines)

/** A reader of a format that is text, in UTF-8 or with a byte order mark in UTF-16: cut into records by the splitter. */
function textReader(splitterOf: () => JsonSplitter): RecordReader {
  return async function* read(bytes) {
    const splitter = splitterOf()
    let place: TextPosition = { line: 1, column: 1 }
    try {
      for await (const { text, brokenAt } of decodeText(bytes)) {
        if (brokenAt !== null) yield atPlace(placeAfter(place, text.slice(0, brokenAt)), broken)
        for (const finding of splitter.push(text)) yield recordOf(finding)
        place = placeAfter(place, text)
      }
      for (const finding of splitter.end()) yield recordOf(finding)
    } catch (cause) {
      if (!(cause instanceof Error && (cause instanceof UnreadableError || 'code' in cause))) throw cause
      for (const finding of splitter.end()) yield recordOf(finding)
      yield atPlace(
        place,
        'code' in cause ? `the file cannot be read on from near here (${cause.code})` : cause.message,
      )
    }
  }
}

function atPlace({ line, column }: TextPosition, message: string): FileRecord {
  return { kind: 'fault', line, column, message, isRecord: false }
}

function recordOf(finding: JsonFinding): FileRecord {
  if (finding.kind === 'event') return { kind: 'record', json: finding.json }
  const { line, column, message, skippedTo } = finding
  return { kind: 'fault', line, column, message: message + lost(line, skippedTo), isRecord: true }
}

function lost(line: number, skippedTo: number | null): string {
  if (skippedTo === null) return '; nothing after this place is read'
  return skippedTo > line ? `; reading goes on after line ${skippedTo}` : ''
}

const broken =
  'from here on bytes are not UTF-8 but perhaps Latin-1 or Windows-1252; each is read as U+FFFD; save the file as UTF-8'
