import { stripVTControlCharacters } from 'node:util'

/**
 * Breaks a line at blanks so that no line is wider than `columns`; every line but the first begins with `indent` blanks.
 * A single word that is wider is left whole.
 */
export function wrap(line: string, columns: number, indent: number): string {
  const lead = /^ */.exec(line)?.[0] ?? ''
  const [first = '', ...words] = line.slice(lead.length).split(' ')
  const lines = [`${lead}${first}`]
  for (const word of words) {
    const current = lines.at(-1) ?? ''
    if (widthOf(current) + 1 + widthOf(word) <= columns) lines[lines.length - 1] = `${current} ${word}`
    else lines.push(`${' '.repeat(indent)}${word}`)
  }
  return lines.map((each) => each.trimEnd()).join('\n')
}

function widthOf(text: string): number {
  return stripVTControlCharacters(text).length
}
