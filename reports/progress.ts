import type { Writable } from 'node:stream'
import { WriteStream } from 'node:tty'
import { visibleText } from '../sigma/index.ts'

/** Says on a terminal how far long work is; elsewhere it is silent, because nobody watches. */
export interface Progress {
  /** Puts this in the place of what was shown. */
  readonly show: (text: string) => void
  /** Takes away what was shown. */
  readonly end: () => void
}

/** Of a terminal that does not tell its width. */
const usualColumns = 80
/** More often, nobody could read it. */
const pauseInMilliseconds = 100

/** Progress on this stream. */
export function progressOn(stream: Writable): Progress {
  if (!(stream instanceof WriteStream)) return { show: () => undefined, end: () => undefined }
  let shownAt = 0
  return {
    show: (text) => {
      const now = Date.now()
      if (now - shownAt < pauseInMilliseconds) return
      shownAt = now
      stream.write(`${clearedLine}${visibleText(text).slice(0, (stream.columns || usualColumns) - 1)}`)
    },
    end: () => {
      if (shownAt > 0) stream.write(clearedLine)
    },
  }
}

const clearedLine = '\r\u001B[2K'
