import type { Writable } from 'node:stream'
import { WriteStream } from 'node:tty'
import type { TerminalOptions } from '../reports/index.ts'
import type { Invocation } from './invocation.ts'

/** Lines are this wide where the stream is no terminal, or one that does not tell its width. */
export const columnsOfAFile = 100

/** How the stream shows text: colours and its own width only on a terminal, colours not where NO_COLOR is set. */
export function terminalOf(stream: Writable, env: Invocation['env']): TerminalOptions {
  if (!(stream instanceof WriteStream)) return { columns: columnsOfAFile, colour: false }
  return { columns: stream.columns || columnsOfAFile, colour: (env.NO_COLOR ?? '') === '' && stream.hasColors() }
}
