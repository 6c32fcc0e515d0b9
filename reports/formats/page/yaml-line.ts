import { html, type Markup } from './markup.ts'

const key = /^(\s*(?:- +)*)((?:'[^']*'|"[^"]*"|[^\s'"#:][^#:]*?))(\s*:)(?=\s|$)/
const comment = /(?:^|\s)#.*$/

/** Which of these lines of YAML stand inside a block of text, that is below a key that ends in `|` or `>`. */
export function textLines(lines: readonly string[]): ReadonlySet<number> {
  const inside = new Set<number>()
  let depth: number | null = null
  for (const [index, line] of lines.entries()) {
    const indent = line.length - line.trimStart().length
    if (depth !== null && (line.trim() === '' || indent > depth)) inside.add(index)
    else depth = /:\s+[|>][-+0-9]*\s*(?:#.*)?$/.test(line) ? indent : null
  }
  return inside
}

/** One line of YAML with its key and its comment set apart. Only looks: nothing is parsed, and every text is escaped. */
export function yamlLine(line: string): Markup {
  const start = commentStart(line)
  const code = line.slice(0, start)
  const found = key.exec(code)
  const [whole, indent, name, colon] = found ?? ['', '', '', '']
  const keyPart = found === null ? '' : html`${indent ?? ''}<b>${name ?? ''}</b>${colon ?? ''}`
  const rest = start < line.length ? html`<i>${line.slice(start)}</i>` : ''
  return html`${keyPart}${code.slice(whole.length)}${rest}`
}

/** Where the comment begins; past the end without one. A `#` after an opening quote belongs to the value. */
function commentStart(line: string): number {
  const found = comment.exec(line.replaceAll(/'[^']*'|"[^"]*"/g, (quoted) => '_'.repeat(quoted.length)))
  return found?.index ?? line.length
}
