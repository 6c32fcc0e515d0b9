import type { Piece } from '../operators/definition.ts'

/**
 * A text for a field that no catalogue describes: what it may usually hold, with the pieces in it where they belong, as far
 * as they can be: the caller checks it. A path keeps its folders before a name that ends it.
 */
export function foreignText(pieces: readonly Piece[], usual: string): string {
  const whole = pieces.find(({ start, end }) => start && end)
  if (whole !== undefined) return whole.text
  const start = pieces.find((piece) => piece.start)?.text
  const end = pieces.find((piece) => piece.end)?.text ?? ''
  const inner = pieces.filter((piece) => !piece.start && !piece.end).map(({ text }) => text)
  const isPath = /^\/\S*$/.test(usual)
  const lead =
    start ?? (isPath && (end.startsWith('/') || inner[0]?.startsWith('/') === true) ? folderIn(usual) : usual)
  return [...inner, end].reduce((left, right) => joined(left, right, isPath), lead)
}

function folderIn(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}

function joined(left: string, right: string, isPath: boolean): string {
  if (left === '' || right === '' || isPath || /\s$/.test(left) || /^\s/.test(right)) return left + right
  return `${left} ${right}`
}
