/** What may stand before a command of a CI at the beginning of a line: blanks, and escape sequences that give colours. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what this looks for.
const lineStart = /^((?:[^\S\r\n]|\u0085|\u001B\[[\d;]*m)*)(?:(:)(?=:)|(section)_(?=(?:start|end):))/gm

/** Azure Pipelines, TeamCity and GitHub obey these wherever they stand in a line. */
const anywhere = /##(?=(?:vso|teamcity)?\[)/gi

/**
 * Text that a CI which reads commands out of what is printed finds none in: `::error::` of GitHub Actions, which drops blanks
 * before it, `##[`, `##vso[`, `##teamcity[` and the sections of GitLab. One character of each becomes `\u{...}`; anything else
 * stays as it is.
 */
export function inertLines(text: string): string {
  return text
    .replace(anywhere, '#\\u{23}')
    .replace(lineStart, (_, before: string, colon?: string) =>
      colon === undefined ? `${before}section\\u{5F}` : `${before}\\u{3A}`,
    )
}

/** The same for JSON: the escape is one of JSON, and the data stays what it is. */
export function inertJson(json: string): string {
  return json.replace(anywhere, '#\\u0023')
}

/** The same for XML without CDATA sections and comments. */
export function inertXml(xml: string): string {
  return xml.replace(anywhere, '#&#35;')
}
