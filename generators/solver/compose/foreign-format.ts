import type { FieldFormat } from '../../../catalogue/index.ts'
import type { Fields, Json } from '../../../sigma/index.ts'
import type { Chance } from '../../chance.ts'
import { ownValue } from '../../own-value.ts'
import type { Piece } from '../operators/definition.ts'
import { composedUnixCommand, composedUnixPath, namesProgram } from './compose-unix.ts'
import { foreignText } from './foreign-text.ts'

/** What a field of an event that no catalogue describes holds, as far as its name and what is wanted of it tell. */
export type ForeignFormat =
  | { readonly kind: 'windows'; readonly format: FieldFormat }
  | { readonly kind: 'unix-path'; readonly isProgram: boolean }
  | { readonly kind: 'unix-command'; readonly program: string | null }
  | { readonly kind: 'text' }

const files =
  /^(?:exe|name|cwd|key)$|image|process_?(?:name|path)|program|file_?(?:name|path)|application(?:path)?$|executable/i
const notFiles = /^OriginalFileName$|guid|\bid$|Id$|user|command/i
const programs = /^exe$|image|process|program|application|executable/i
const commands = /^(?:Parent)?CommandLine$|^cmdline$|command_?line/i

/** Tells it: paths of Windows for events of its logs and for pieces with its separators, else those of Linux and macOS. */
export function foreignFormat(name: string, pieces: readonly Piece[], base: Fields): ForeignFormat {
  const isOfWindows = isOfWindowsLog(base) || pieces.some(({ text }) => text.includes('\\'))
  const isFile = files.test(name) && !notFiles.test(name)
  if (isOfWindows) {
    if (isFile && pieces.every(({ text }) => !text.includes('/'))) return { kind: 'windows', format: 'path' }
    return commands.test(name) ? { kind: 'windows', format: 'command-line' } : { kind: 'text' }
  }
  if (commands.test(name)) {
    const program = ownValue(base, name.startsWith('Parent') ? 'ParentImage' : 'Image')
    return { kind: 'unix-command', program: typeof program === 'string' ? program : null }
  }
  const isPath = isFile && (/^[A-Z]|^exe$/.test(name) || pieces.some(({ text }) => text.startsWith('/')))
  return isPath ? { kind: 'unix-path', isProgram: programs.test(name) } : { kind: 'text' }
}

/** Whether the event is of a log of Windows. */
export function isOfWindowsLog(base: Fields): boolean {
  return ['Channel', 'EventID', 'Provider_Name'].some((name) => ownValue(base, name) !== undefined)
}

/** Whether a value that such a field may hold elsewhere can stand in this event. */
export function isAtHome(value: Json, foreign: ForeignFormat): boolean {
  if (typeof value !== 'string') return true
  switch (foreign.kind) {
    case 'windows':
      return !/^(?:\/|ls|cat|ps)(?:\b|\/)/.test(value) && !value.startsWith('/')
    case 'unix-command':
      return foreign.program === null || namesProgram(value, foreign.program)
    case 'unix-path':
    case 'text':
      return true
  }
}

/** A text of that format with the pieces where they belong; null where another way to put it together is as good. */
export function foreignTextOf(
  foreign: ForeignFormat,
  pieces: readonly Piece[],
  usual: string,
  attempt: number,
  chance: Chance,
): string | null {
  switch (foreign.kind) {
    case 'windows':
      return null
    case 'unix-path':
      return composedUnixPath(pieces, foreign.isProgram, chance)
    case 'unix-command':
      return composedUnixCommand(pieces, foreign.program, chance)
    case 'text':
      return attempt % 2 === 0 ? foreignText(pieces, usual) : null
  }
}

/** What stands in such a field of Windows where nothing better is known. */
export const usualOfWindows: Readonly<Partial<Record<FieldFormat, string>>> = {
  path: 'C:\\Windows\\System32\\svchost.exe',
  'command-line': 'C:\\Windows\\System32\\cmd.exe',
}
