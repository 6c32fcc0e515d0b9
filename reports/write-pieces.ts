import { mkdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Writes a file piece by piece, folders above it included; a file of that name is replaced. */
export async function writePieces(path: string, pieces: Iterable<string>): Promise<void> {
  mkdirSync(dirname(path), { recursive: true })
  const file = await open(path, 'w')
  try {
    let waiting = ''
    for (const piece of pieces) {
      waiting += piece
      if (waiting.length < pieceLength) continue
      await file.write(waiting)
      waiting = ''
    }
    await file.write(waiting)
  } finally {
    await file.close()
  }
}

/** Small pieces are written together: a call for each would cost more than making them. */
const pieceLength = 1 << 20
