import { Writable } from 'node:stream'
import { faultSentence, SourceError } from '../../sources/index.ts'

/** What Cucumber says of a file that it cannot write: `ENOSPC: no space left on device, write`. */
const said = /^([A-Z][A-Z0-9]+): [^\n,]+, (\w+)(?: '([^\n]*)')?\n$/

/** What our formatter says of a report that it cannot write, in one line. */
const noReport = /^sigmaproof wrote no report:\n([^\n]+)\n$/

/** Cucumber's own remarks, and what of them are failures of the file system. */
export interface HeardFaults {
  /** For Cucumber's remarks: all but such failures go on to the stream. */
  readonly stream: Writable
  /** A plain sentence for each failure, each once. */
  readonly sentences: () => readonly string[]
  /** Throws a SourceError of them in place of an error that came of them, else the error. */
  readonly blame: (error: unknown) => never
}

/**
 * Listens to what Cucumber remarks, which tells of a file that cannot be written and then goes on: it says nothing of it by
 * its API but that the run was no success.
 */
export function hearFaults(stderr: Writable, root: string): HeardFaults {
  const sentences = new Set<string>()
  const stream = new Writable({
    decodeStrings: false,
    write: (chunk: string | Buffer, _encoding, done) => {
      const text = String(chunk)
      const [, code, syscall, path] = said.exec(text) ?? []
      const sentence = noReport.exec(text)?.[1]
      if (sentence !== undefined) sentences.add(sentence)
      else if (code === undefined || syscall === undefined) stderr.write(text)
      else sentences.add(faultSentence({ code, syscall, ...(path !== undefined && { path }) }, root))
      done()
    },
  })
  return {
    stream,
    sentences: () => [...sentences],
    blame: (error) => {
      throw sentences.size === 0 ? error : new SourceError([...sentences].join('; '))
    },
  }
}
