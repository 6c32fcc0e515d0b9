import type { Place } from '../../document/report.ts'

/** The lines that a replacement takes away, and those that stand there then. */
export interface LineDiff {
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/** A replacement within a text, told in whole lines; lines that stay as they are are left out. */
export function lineDiff(
  text: string,
  { start, end, replacement }: Place & { readonly replacement: string },
): LineDiff {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const isAtLineStart = end > start && text[end - 1] === '\n'
  const next = text.indexOf('\n', end)
  const to = isAtLineStart ? end - 1 : next < 0 ? text.length : next
  const old = text.slice(from, to).split('\n')
  const isWhole = isAtLineStart && from === start && replacement === ''
  const made = isWhole ? [] : `${text.slice(from, start)}${replacement}${text.slice(end, to)}`.split('\n')
  return { removed: old, added: made }
}
