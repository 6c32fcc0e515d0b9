/** A value that is hardly what its writer meant, as its step says: backslashes that Gherkin took, or left, unforeseen. */
export interface Misreading {
  /** The line of the step. */
  readonly line: number
  readonly text: string
}

/** A misreading as a line of the scenario's log; {@link misreadingIn} reads it again. */
export function misreadingText({ line, text }: Misreading): string {
  return `misread (line ${line}): ${text}`
}

/** The misreading that a line of a scenario's log tells of; null for any other line. */
export function misreadingIn(log: string): Misreading | null {
  const [, line, text] = /^misread \(line (\d{1,9})\): ([\s\S]+)$/.exec(log) ?? []
  return line === undefined || text === undefined ? null : { line: Number(line), text }
}

/** The media type of Cucumber's log. */
export const logMediaType = 'text/x.cucumber.log+plain'
