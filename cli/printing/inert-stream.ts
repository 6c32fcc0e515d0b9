import { Writable } from 'node:stream'
import { WriteStream } from 'node:tty'
import { inertLines } from '../../sigma/text/index.ts'

/** Blanks and colours alone, since the last line ended. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what this looks for.
const stillAtStart = /(?:^|[\r\n])(?:[^\S\r\n]|\u0085|\u001B\[[\d;]*m)*$/

/**
 * A stream to this one that no text of a rule or a feature can speak through to a CI. A terminal is itself: nobody obeys
 * there.
 */
export function inertStream(stream: Writable): Writable {
  if (stream instanceof WriteStream) return stream
  let isAtStart = true
  return new Writable({
    decodeStrings: false,
    write: (chunk: string | Buffer, _encoding, done) => {
      const text = typeof chunk === 'string' ? chunk : chunk.toString('utf8')
      // A letter before the text keeps its first line from being the beginning of one.
      const inert = isAtStart ? inertLines(text) : inertLines(`x${text}`).slice(1)
      isAtStart = stillAtStart.test(isAtStart ? text : `x${text}`)
      if (stream.destroyed || stream.write(inert)) return done()
      const goOn = (): void => {
        stream.off('drain', goOn).off('close', goOn).off('error', goOn)
        done()
      }
      stream.once('drain', goOn).once('close', goOn).once('error', goOn)
      return undefined
    },
  })
}
