/**
 * The titles, names and ids that stand in the text of a rule file, as far as its lines show them: for a file that cannot be
 * read otherwise.
 */
export function namesWritten(text: string): readonly string[] {
  return [...text.matchAll(/^(?:title|name|id):\s*(?:'([^'\n]*)'|"([^"\n]*)"|([^\n#]*))/gm)].map((match) =>
    (match[1] ?? match[2] ?? match[3] ?? '').trim(),
  )
}
