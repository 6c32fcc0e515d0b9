import { visibleText } from '../../sigma/index.ts'

/** What Gherkin's parser says of a line that it did not expect: the tokens that it did, and the line. */
const unexpected = /^expected: (.*), got '([\s\S]*)'$/

/**
 * What is wrong with a feature in the words of its writer, out of what Gherkin's parser says, which lists tokens; anything
 * else that it says is left as it is.
 */
export function gherkinFault(said: string): string {
  const [, expected = '', line = ''] = unexpected.exec(said) ?? []
  const shown = `"${visibleText(line)}"`
  if (expected === '') return visibleText(said)
  if (/^Background\s*:/i.test(line)) {
    return `${shown} cannot stand here: a feature, and each Rule in it, has one Background, before its scenarios`
  }
  if (expected.includes('#FeatureLine'))
    return `${shown} cannot stand here: a feature begins with "Feature: " and its name`
  if (/^Examples\s*:/i.test(line))
    return `${shown} cannot stand here: Examples belong to a Scenario Outline, after its steps`
  if (expected.includes('#StepLine')) {
    return `${shown} is no step: a step begins with Given, When, Then, And, But or *, a new scenario with "Scenario: "`
  }
  return `${shown} cannot stand here; there may be ${expected.replaceAll('#', '')}`
}
