import { once } from 'node:events'
import type { Writable } from 'node:stream'

/** Takes text of any amount without filling the memory: waits where the stream cannot keep up. */
export interface PieceWriter {
  readonly write: (text: string) => Promise<void>
  /** Hands over what is left. */
  readonly end: () => Promise<void>
}

/** So many characters are handed over at once: a system call for each line would cost more than finding it. */
const pieceLength = 64 * 1024

/** A writer for a stream that stays open. */
export function inPieces(stream: Writable): PieceWriter {
  let piece = ''

  async function flush(): Promise<void> {
    const full = piece
    piece = ''
    if (full === '' || stream.write(full)) return
    await once(stream, 'drain').catch((error: unknown) => {
      if (!isClosed(error)) throw error
    })
  }

  return {
    write: async (text) => {
      piece += text
      if (piece.length >= pieceLength) await flush()
    },
    end: flush,
  }
}

/** Nobody reads any more; what is still written goes nowhere, as `cli/bin.js` has it. */
function isClosed(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE'
}
