import type { JsonFinding, JsonSplitter } from './split-json.ts'

/** Splits a text into its lines, each an event that is plain text. Lines of nothing but blanks are left out. */
export function splitLines(): JsonSplitter {
  let pieces: string[] = []

  function* taken(): Generator<JsonFinding> {
    const line = pieces.join('').replace(/\r$/, '')
    pieces = []
    if (line.trim() !== '') yield { kind: 'event', json: line }
  }

  return {
    *push(chunk) {
      const [first = '', ...rest] = chunk.split('\n')
      pieces.push(first)
      for (const piece of rest) {
        yield* taken()
        pieces.push(piece)
      }
    },
    end: taken,
  }
}
