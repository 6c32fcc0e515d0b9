/** A step as it stands in a feature, without its keyword. */
export interface WrittenStep {
  readonly text: string
  /** The lines of its table or doc string, without indentation. */
  readonly below: readonly string[]
}

/** A step of one line. */
export function oneLine(text: string): WrittenStep {
  return { text, below: [] }
}

/** Its lines, what stands below it two blanks deeper. An empty line stays empty. */
export function linesOf(keyword: string, { text, below }: WrittenStep, indentation: string): readonly string[] {
  return [`${indentation}${keyword} ${text}`, ...below.map((line) => (line === '' ? '' : `${indentation}  ${line}`))]
}
