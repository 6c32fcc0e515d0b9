import type { Breach } from '../../../generators/index.ts'
import type { PointId, Suggestion } from '../../../measures/index.ts'
import { visibleText } from '../../../sigma/index.ts'
import { alikeGroups } from './alike.ts'
import { expectedStep } from './expected-step.ts'
import { givenSteps } from './given-steps.ts'
import { outlineOf } from './outline.ts'
import { type StatedField, statedIn } from './stated.ts'
import { table } from './table.ts'

/** A scenario, or an outline with its rows, ready to paste. */
export interface ScenarioText {
  /** Lines indented as in a feature, with a line feed at the end. */
  readonly text: string
  readonly name: string
  /** How many scenarios it is. */
  readonly scenarios: number
  /** All points that it covers, sorted. */
  readonly covers: readonly PointId[]
  /** The mutants that it kills. */
  readonly kills: readonly string[]
  readonly breaches: readonly Breach[]
}

const indentation = '  '
/** A longer value is cut in a title; the step has it whole. */
const longestValue = 60

/** Suggestions for one rule as Gherkin: those that differ in values of the same fields alone become one outline. */
export function scenarioTexts(suggestions: readonly Suggestion[]): readonly ScenarioText[] {
  return alikeGroups(suggestions).flatMap((group) => {
    const outline = outlineTextOf(group)
    return outline === null ? group.map(scenarioOf) : [outline]
  })
}

function scenarioOf(suggestion: Suggestion): ScenarioText {
  const { words, value } = suggestion.title
  const name = visibleText(value === null ? words : `${words} ${shown(value)}`)
  return textOf([suggestion], name, [`${indentation}Scenario: ${name}`, ...stepsOf(suggestion, statedIn(suggestion))])
}

/** Null where there is but one, and where something in them would be taken for a column. */
function outlineTextOf(group: readonly Suggestion[]): ScenarioText | null {
  const [first, ...others] = group
  if (first === undefined || others.length === 0) return null
  const outline = outlineOf(
    group,
    group.map(({ title }) => (title.value === null ? null : shown(title.value))),
  )
  if (outline === null) return null
  const { titleColumn, stated, examples } = outline
  const words = visibleText(first.title.words)
  const steps = stepsOf(first, stated)
  const [columns = [], ...rows] = examples
  const places = columns.map((column) => `<${column}>`)
  const fixed = [
    words,
    ...stepsOf(
      first,
      stated.map(([field, text]) => [field, isPlace(text, places) ? '' : text]),
    ),
  ]
  if (places.some((place) => [...fixed, ...rows.flat()].some((text) => text.includes(place)))) return null
  const name = titleColumn === null ? words : `${words} <${titleColumn}>`
  return textOf(group, name, [
    `${indentation}Scenario Outline: ${name}`,
    ...steps,
    '',
    `${indentation}  Examples:`,
    ...table(examples, `${indentation}    `),
  ])
}

function isPlace(text: string, places: readonly string[]): boolean {
  return places.includes(text) || places.includes(text.slice(1, -1))
}

function stepsOf(suggestion: Suggestion, stated: readonly StatedField[]): readonly string[] {
  const { text, lines } = expectedStep(suggestion.expected, `${indentation}    `)
  return [...givenSteps(suggestion, stated, `${indentation}  `), `${indentation}  Then ${text}`, ...lines]
}

function textOf(group: readonly Suggestion[], name: string, lines: readonly string[]): ScenarioText {
  const breaches = group[0]?.breaches ?? []
  const comments = breaches.map(({ message }) => `${indentation}# unrealistic: ${visibleText(message)}`)
  return {
    text: `${[...comments, ...lines].join('\n')}\n`,
    name,
    scenarios: group.length,
    covers: [...new Set(group.flatMap(({ covers }) => covers))].sort(),
    kills: group.flatMap(({ kills }) => (kills === null ? [] : [kills])),
    breaches,
  }
}

function shown(value: string): string {
  const text = visibleText(value)
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text
}
