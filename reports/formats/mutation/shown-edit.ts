import type { MutantReport } from '../../mutation/mutation-report.ts'

/** What the public schema says of an edit: lines and columns from 1, the end after the last character. */
export interface ShownEdit {
  readonly location: { readonly start: ShownPosition; readonly end: ShownPosition }
  readonly replacement: string
}

interface ShownPosition {
  readonly line: number
  readonly column: number
}

/**
 * An edit of a text by the public schema. It wants an end after the start, so that an insertion covers the character that
 * follows, at the end of a line the one before, and puts it back.
 */
export function shownEdit(
  text: string,
  { place, replacement }: Pick<MutantReport, 'place' | 'replacement'>,
): ShownEdit {
  const { start, line, column, endLine, endColumn } = place
  if (place.end > start) {
    return { location: { start: { line, column }, end: { line: endLine, column: endColumn } }, replacement }
  }
  const next = /^[^\n]/u.exec(text.slice(start, start + 2))?.[0]
  if (next !== undefined) return { location: across(line, column, next), replacement: replacement + next }
  const last = /[^\n]$/u.exec(text.slice(Math.max(0, start - 2), start))?.[0]
  if (last !== undefined) return { location: across(line, column - last.length, last), replacement: last + replacement }
  return { location: { start: { line, column }, end: { line: line + 1, column: 1 } }, replacement: `${replacement}\n` }
}

function across(line: number, column: number, text: string): ShownEdit['location'] {
  return { start: { line, column }, end: { line, column: column + text.length } }
}
