import { stripVTControlCharacters } from 'node:util'

/** Breaks lines at blanks so that none is wider than `columns`, the rest of a line indented; a longer word is left whole. */
export function wrap(text: string, columns: number): string {
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, columns))
    .join('\n')
}

function wrapLine(line: string, columns: number): readonly string[] {
  if (widthOf(line) <= columns) return [line]
  const indent = /^ */.exec(line)?.[0] ?? ''
  const [first = '', ...words] = line.slice(indent.length).split(' ')
  const lines = [`${indent}${first}`]
  for (const word of words) {
    const current = lines.at(-1) ?? ''
    if (widthOf(current) + 1 + widthOf(word) <= columns) lines[lines.length - 1] = `${current} ${word}`
    else lines.push(`${indent}    ${word}`)
  }
  return lines
}

function widthOf(text: string): number {
  return stripVTControlCharacters(text).length
}
