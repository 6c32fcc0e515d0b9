import type { Expectation } from '../../sigma/index.ts'
import { bareName, table, valueText } from './table.ts'

/** The Then that states what is expected, without keyword, and the lines of its table. */
export interface Step {
  readonly text: string
  readonly lines: readonly string[]
}

/** The step of the vocabulary for an expectation about the rule under test. `indentation` is that of a table below it. */
export function expectedStep(expected: Expectation, indentation: string): Step {
  switch (expected.kind) {
    case 'fires':
      return { text: 'the rule fires', lines: [] }
    case 'fires-via':
      return { text: `the rule fires via ${bareName(expected.part) ?? expected.part}`, lines: [] }
    case 'fires-times':
      return { text: `the rule fires exactly ${expected.times} times`, lines: [] }
    case 'silent':
      return { text: 'the rule is silent', lines: [] }
    case 'wrong-log-source':
      return { text: 'the rule is silent because of its log source', lines: [] }
    case 'silent-because': {
      const name = onlyName(expected.parts)
      if (name !== null) return { text: `the rule is silent because ${name} does not match`, lines: [] }
      return { text: 'the rule is silent because these do not match:', lines: listed(expected.parts, indentation) }
    }
    case 'suppressed': {
      const name = onlyName(expected.filters)
      if (name !== null) return { text: `the rule is suppressed by ${name}`, lines: [] }
      return { text: 'the rule is suppressed by:', lines: listed(expected.filters, indentation) }
    }
  }
}

function onlyName(names: readonly string[]): string | null {
  const [name, ...others] = names
  return name === undefined || others.length > 0 ? null : bareName(name)
}

function listed(names: readonly string[], indentation: string): readonly string[] {
  return table(
    names.map((name) => [valueText(name)]),
    indentation,
  )
}
