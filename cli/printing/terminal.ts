import type { Writable } from 'node:stream'
import { WriteStream } from 'node:tty'
import type { TerminalOptions } from '../../reports/index.ts'
import type { Invocation } from '../invocation.ts'

/** Lines are this wide where the stream is no terminal, or one that does not tell its width. */
export const columnsOfAFile = 100

/** How text stands in a file. */
export const asInAFile: TerminalOptions = { columns: columnsOfAFile, colour: false }

/** Whether text for these options is what a file holds. */
export function isAsInAFile({ columns, colour }: TerminalOptions): boolean {
  return columns === columnsOfAFile && !colour
}

/** How the stream shows text: colours and its own width only on a terminal, colours not where NO_COLOR is set. */
export function terminalOf(stream: Writable, env: Invocation['env']): TerminalOptions {
  if (!(stream instanceof WriteStream)) return asInAFile
  return { columns: stream.columns || columnsOfAFile, colour: (env.NO_COLOR ?? '') === '' && stream.hasColors() }
}
