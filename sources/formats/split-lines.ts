import { eventLimits, lengthInWords } from './event-limits.ts'
import { gatheredText } from './gathered-text.ts'
import type { JsonFinding, JsonSplitter } from './json/split-json.ts'

/**
 * Splits a text into its lines, each an event that is plain text. Lines of nothing but blanks are left out; one that is
 * longer than so many characters is a fault, and is not kept.
 */
export function splitLines(longest: number = eventLimits.length): JsonSplitter {
  const text = gatheredText()
  let length = 0
  let line = 1

  function* push(chunk: string): Generator<JsonFinding> {
    for (let at = 0; at < chunk.length; ) {
      const feed = chunk.indexOf('\n', at)
      const to = feed < 0 ? chunk.length : feed
      const wasTooLong = length > longest
      length += to - at
      if (length <= longest) text.add(chunk.slice(at, to))
      else if (!wasTooLong) {
        text.take()
        yield tooLong()
      }
      if (feed < 0) return
      yield* taken()
      line += 1
      at = feed + 1
    }
  }

  function* taken(): Generator<JsonFinding> {
    length = 0
    const found = text.take().replace(/\r$/, '')
    if (/\S/.test(found)) yield { kind: 'event', json: found }
  }

  function tooLong(): JsonFinding {
    const message = `this line is longer than ${lengthInWords(longest)} and is not read`
    return { kind: 'fault', line, column: 1, message, skippedTo: line }
  }

  return { push, end: taken }
}
