import type { Source, Span } from '../../sigma/index.ts'
import type { Place } from '../document/report.ts'

/** Finds the lines and columns of a file's spans; the file's line starts are looked up once. */
export function placesIn(source: Source): (span: Span) => Place {
  const starts = [0]
  for (let at = source.text.indexOf('\n'); at !== -1; at = source.text.indexOf('\n', at + 1)) starts.push(at + 1)
  return ({ path, start, end }) => {
    const first = positionIn(starts, start)
    const last = positionIn(starts, end)
    return { path, start, end, ...first, endLine: last.line, endColumn: last.column }
  }
}

function positionIn(starts: readonly number[], offset: number): { readonly line: number; readonly column: number } {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}
