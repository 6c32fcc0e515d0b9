import type { Source, Span } from '../../../sigma/index.ts'
import type { Replacement } from '../mutant.ts'

/** What stands before an element on its first line where it has its lines to itself. */
const leads: Readonly<Record<'item' | 'entry', RegExp>> = { item: /^ *- +$/, entry: /^ *$/ }

/**
 * Takes one of several elements out of a YAML list or map: its lines where it has them to itself, else the element with
 * what parts it from its neighbour, which serves flow style too. `spans` are all elements in the order written.
 */
export function withoutElement(
  { text, path }: Source,
  kind: 'item' | 'entry',
  spans: readonly Span[],
  index: number,
): Replacement | null {
  const own = spans[index]
  const [before, after] = [spans[index - 1], spans[index + 1]]
  if (own === undefined || (before === undefined && after === undefined)) return null
  const lines = linesAround(text, own)
  const hasOwnLines =
    leads[kind].test(text.slice(lines.start, own.start)) && /^[ \t]*(?:#.*)?\n?$/.test(text.slice(own.end, lines.end))
  if (hasOwnLines) return { span: { path, ...lines }, text: '' }
  if (before !== undefined) return { span: { path, start: before.end, end: own.end }, text: '' }
  return { span: { path, start: own.start, end: after?.start ?? own.end }, text: '' }
}

function linesAround(text: string, { start, end }: Span): { readonly start: number; readonly end: number } {
  const first = text.lastIndexOf('\n', start - 1) + 1
  if (text[end - 1] === '\n') return { start: first, end }
  const last = text.indexOf('\n', end)
  return { start: first, end: last < 0 ? text.length : last + 1 }
}
