import type { Expectation } from '../../sigma/index.ts'
import { bareName, table, valueText } from './table.ts'
import { oneLine, type WrittenStep } from './written-step.ts'

/** The step of the vocabulary for an expectation about the rule under test. */
export function expectedStep(expected: Expectation): WrittenStep {
  switch (expected.kind) {
    case 'fires':
      return oneLine('the rule fires')
    case 'fires-via':
      return oneLine(`the rule fires via ${bareName(expected.part) ?? expected.part}`)
    case 'fires-times':
      return oneLine(`the rule fires exactly ${expected.times} times`)
    case 'silent':
      return oneLine('the rule is silent')
    case 'wrong-log-source':
      return oneLine('the rule is silent because of its log source')
    case 'silent-because': {
      const name = onlyName(expected.parts)
      if (name !== null) return oneLine(`the rule is silent because ${name} does not match`)
      return { text: 'the rule is silent because these do not match:', below: listed(expected.parts) }
    }
    case 'suppressed': {
      const name = onlyName(expected.filters)
      if (name !== null) return oneLine(`the rule is suppressed by ${name}`)
      return { text: 'the rule is suppressed by:', below: listed(expected.filters) }
    }
  }
}

function onlyName(names: readonly string[]): string | null {
  const [name, ...others] = names
  return name === undefined || others.length > 0 ? null : bareName(name)
}

function listed(names: readonly string[]): readonly string[] {
  return table(names.map((name) => [valueText(name)]))
}
