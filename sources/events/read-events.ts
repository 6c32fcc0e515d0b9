import { join } from 'node:path'
import { UnreadableError, unpacked } from '../bytes/unpack.ts'
import { withBeginning } from '../bytes/with-beginning.ts'
import { eventFormats } from '../formats/event-formats.ts'
import { beginningBytes, foreignContent } from '../formats/foreign-files.ts'
import type { EventFile } from './event-files.ts'
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
 * what cannot be read comes as a fault, and reading goes on where that is safe. Each member of a list that an exporter
 * wrote as one record is an event.
 */
export async function* readEvents(
  root: string,
  { path, format, gzipped }: EventFile,
  spelling: EventSpelling = usualSpelling,
): AsyncGenerator<ReadEvent> {
  const { reader, takesAnyText } = eventFormats[format]
  const read = await reader()
  let position = 0
  for await (const record of read(recognized())) {
    if (record.kind === 'record') {
      for (const opened of openEvents(record.json, spelling)) {
        yield { ...opened, path, position }
        position += 1
      }
    } else {
      const { isRecord, ...fault } = record
      if (isRecord) position += 1
      yield { ...fault, path }
    }
  }

  /** The file's bytes; throws before the first where they are plainly no events. */
  async function* recognized(): AsyncGenerator<Uint8Array> {
    let isFirst = true
    for await (const bytes of withBeginning(unpacked(join(root, path), gzipped), beginningBytes)) {
      const foreign = isFirst ? foreignContent(bytes, path, takesAnyText) : null
      if (foreign !== null) throw new UnreadableError(`the file is ${foreign}`)
      isFirst = false
      yield bytes
    }
  }
}
