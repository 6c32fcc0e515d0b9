import { type FieldFormat, windowsEventOf } from '../../catalogue/index.ts'
import { visibleText } from '../../sigma/index.ts'
import type { WrittenCell } from './written-cells.ts'

/** A text that a step states of a field. */
export interface StatedText {
  readonly field: string
  readonly text: string
}

/**
 * What to say of stated texts whose backslashes are hardly meant so, each with what to write. Tables make one backslash of
 * two, quotes and doc strings take them as they stand; told is only what no other reading explains as well.
 */
export function backslashWarnings(
  eventId: number | null,
  stated: readonly StatedText[],
  cells: readonly WrittenCell[],
): readonly string[] {
  return stated.flatMap(({ field, text }) => {
    if (!text.includes('\\')) return []
    const format = formatOf(eventId, field)
    const of = cells.filter(({ read }) => text.includes(unquotedCell(read)))
    const warning = halvedIn(format, of) ?? withoutDrive({ field, text }, format, of) ?? doubledIn(format, text, of)
    return warning === null ? [] : [visibleText(`${field}: ${warning}`)]
  })
}

function formatOf(eventId: number | null, field: string): FieldFormat | null {
  const event = windowsEventOf(eventId)
  const own = event !== null && Object.hasOwn(event.categoryNames, field) ? event.categoryNames[field] : field
  return event?.fields.find(({ name }) => name === own)?.format ?? null
}

/** Fields whose values may well begin with one backslash: `\lsass`, `\REGISTRY\MACHINE`, `\Device\Harddisk`. */
const beginsWithOne: readonly (FieldFormat | null)[] = ['pipe-name', 'registry-path', 'device']

/** Where the two backslashes of another computer's path may stand: at the start of a text, or of a word in it. */
const sharePlace = String.raw`(?<=^|[\s"'=(,;])`
const halvedShare = new RegExp(String.raw`${sharePlace}\\\\(?=[\w.?*$%-])`)
const loneBackslash = /(?<!\\)\\(?![\\|])/

/** A cell that doubles the backslashes of `\\server` alone: whoever wrote it does not know that tables read them. */
function halvedIn(format: FieldFormat | null, cells: readonly WrittenCell[]): string | null {
  if (beginsWithOne.includes(format)) return null
  const cell = cells.find(({ written }) => written !== null && halvedShare.test(written) && loneBackslash.test(written))
  if (cell === undefined || cell.written === null) return null
  const write = cell.written.replaceAll(/\\+/g, (run) => '\\'.repeat(run.length * 2))
  return `the cell ${cell.written} is read as ${cell.read}, since a table makes one backslash of two; write ${write}`
}

/** Names under which Windows keeps devices and the like; a path may begin with them. */
const namespace = /^\\(?:Device|SystemRoot|DosDevices|GLOBAL\?\?|\?\?|REGISTRY)\\/i

/** Fields that hold the name of another computer or what it shares, whatever event they are of. */
const ofOtherComputers = /share|host|server|computer|workstation/i

/** A cell that begins with one backslash, as no path or computer's name does that Windows writes. */
function withoutDrive(
  { field, text }: StatedText,
  format: FieldFormat | null,
  cells: readonly WrittenCell[],
): string | null {
  const cell = cells.find(({ read }) => unquotedCell(read) === text)
  const begins = beginningOf(field, format)
  if (begins === null || cell === undefined || !begins.test(text) || namespace.test(text)) return null
  const doubled = text.replaceAll('\\', '\\\\')
  const because = cell.written?.startsWith('\\\\') === false ? '' : ', since a table makes one of two'
  const drive = format === 'path' || format === 'directory' ? `; on this one with its drive: C:${doubled}` : ''
  return (
    `${text} begins with one backslash${because}; ` +
    `what is on another computer begins with four in a table: \\\\${doubled}${drive}`
  )
}

/** What a value of the field hardly begins with; null where it may begin with anything. */
function beginningOf(field: string, format: FieldFormat | null): RegExp | null {
  if (format === 'command-line') return /^\\[^\\\s]+\\[^\\\s]/
  const isPlace = format === 'path' || format === 'directory' || format === 'host-name'
  return isPlace || (ofOtherComputers.test(field) && !beginsWithOne.includes(format)) ? /^\\[^\\\s]/ : null
}

/** Formats of which a value never holds two backslashes in a row but at its start. */
const neverDoubled: readonly (FieldFormat | null)[] = ['path', 'directory', 'account', 'registry-path', 'device']

/** A drive's path, a text that is nothing but names between doubled backslashes, or one with four before a computer's name. */
const doubledPath =
  /(?<!\w)[A-Za-z]:\\\\(?!\\)|^\\{0,4}[^\s\\"']+(?:\\\\[^\s\\"']+)+$|(?<=^|[\s"'=(,;])\\{4}[^\s\\"']+\\\\[^\s\\"']/

/** A text of which every backslash is doubled, though it is not one that a table reads. */
function doubledIn(format: FieldFormat | null, text: string, cells: readonly WrittenCell[]): string | null {
  const share = new RegExp(String.raw`${sharePlace}(?:\\{4}|\\\\)(?!\\)`, 'g')
  const inner = text.replaceAll(share, '')
  const runs = inner.match(/\\+/g) ?? []
  if (runs.length === 0 || runs.some((run) => run.length !== 2)) return null
  if (!(neverDoubled.includes(format) || doubledPath.test(text))) return null
  if (!/[^\s\\]\\\\(?:[^\s\\"']|$)/.test(inner)) return null
  const meant = text.replaceAll(/\\{4}/g, '\\\\').replaceAll(/(?<=[^\s"'=(,;\\])\\\\/g, '\\')
  const cell = cells.find(({ read }) => unquotedCell(read) === text)
  return cell === undefined
    ? `${text} holds two backslashes in a row: quotes and doc strings take them as they stand; write ${meant}`
    : `${text} holds two backslashes in a row: a table makes two of four; write ${meant.replaceAll('\\', '\\\\')}`
}

function unquotedCell(read: string): string {
  return /^(["'])(.*)\1$/s.exec(read)?.[2] ?? read
}
