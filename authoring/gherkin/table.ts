/** A cell as Gherkin reads it back: backslashes, pipes and line feeds escaped. */
export function cell(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('\n', '\\n')
}

/**
 * A value as the steps read it from a cell: in quotes where the blanks around it, or quotes of its own, would be lost, and
 * where it is empty.
 */
export function valueText(text: string): string {
  return text === '' || text.trim() !== text || /^(?:\u0085|(["']).*\1$)|\u0085$/s.test(text) ? `"${text}"` : text
}

/** Rows of cells, their columns aligned. */
export function table(rows: readonly (readonly string[])[]): readonly string[] {
  const texts = rows.map((row) => row.map(cell))
  const widths = (texts[0] ?? []).map((_, column) => Math.max(...texts.map((row) => (row[column] ?? '').length)))
  return texts.map((row) => {
    const padded = row.map((text, column) => text.padEnd(widths[column] ?? 0))
    return `| ${padded.join(' | ')} |`
  })
}

/** A text between delimiters that it does not hold itself. */
export function docString(text: string): readonly string[] {
  const delimiter = /"""|\\"\\"\\"/.test(text) ? '```' : '"""'
  return [delimiter, ...text.split('\n'), delimiter]
}

/** A name as `{part}`, `{field}` and `{filter}` read it; null where only a cell can hold it. */
export function bareName(name: string): string | null {
  if (/^[^\s"':,]+$/.test(name)) return name
  return quoted(name)
}

/** A text in the quotes that it does not hold; null when it holds both. */
export function quoted(text: string): string | null {
  if (!text.includes('"')) return `"${text}"`
  return text.includes("'") ? null : `'${text}'`
}
