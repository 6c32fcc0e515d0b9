/** A path in lines that are no wider than a column, broken before a slash where that is possible. */
export function pathLines(path: string, width: number): string {
  const lines = ['']
  for (const piece of path.split(/(?=\/)/).flatMap((part) => chunksOf(part, width))) {
    const current = lines.at(-1) ?? ''
    if (current.length + piece.length <= width) lines[lines.length - 1] = current + piece
    else lines.push(piece)
  }
  return lines.filter((line) => line !== '').join('\n')
}

function chunksOf(text: string, width: number): readonly string[] {
  const characters = [...text]
  const count = Math.ceil(characters.length / width)
  return Array.from({ length: count }, (_, index) => characters.slice(index * width, (index + 1) * width).join(''))
}
