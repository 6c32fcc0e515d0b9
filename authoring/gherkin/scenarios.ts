import type { Violation } from '../../generators/index.ts'
import { type PointId, type Suggestion, unreadTag } from '../../measures/index.ts'
import { visibleText } from '../../sigma/index.ts'
import { alikeGroups } from './alike.ts'
import { expectedStep } from './expected-step.ts'
import { givenSteps } from './given-steps.ts'
import { freshNames, type Names, nameOf } from './names.ts'
import { outlineOf } from './outline.ts'
import { type StatedField, statedIn } from './stated.ts'
import { table } from './table.ts'
import { linesOf } from './written-step.ts'

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
  readonly breaches: readonly Violation[]
}

const indentation = '  '

/**
 * Suggestions for one rule as Gherkin, tagged as what nobody has read: those that differ in values of the same fields alone become one outline. No two
 * scenarios, rows of outlines included, are called alike.
 */
export function scenarioTexts(suggestions: readonly Suggestion[]): readonly ScenarioText[] {
  const names = freshNames()
  return alikeGroups(suggestions).flatMap((group) => {
    const outline = outlineTextOf(group, names)
    return outline === null ? group.map((suggestion) => scenarioOf(suggestion, names)) : [outline]
  })
}

function scenarioOf(suggestion: Suggestion, names: Names): ScenarioText {
  const wanted = nameOf(suggestion.title)
  const name = `${wanted}${names.take(wanted)}`
  return textOf([suggestion], name, [`${indentation}Scenario: ${name}`, ...stepsOf(suggestion, statedIn(suggestion))])
}

/** Null where there is but one, and where something in them would be taken for a column. */
function outlineTextOf(group: readonly Suggestion[], names: Names): ScenarioText | null {
  const [first, ...others] = group
  if (first === undefined || others.length === 0) return null
  const outline = outlineOf(group, names)
  if (outline === null) return null
  const { name, stated, examples } = outline
  const steps = stepsOf(first, stated)
  const [columns = [], ...rows] = examples
  const places = columns.map((column) => `<${column}>`)
  const fixed = [
    visibleText(first.title.words),
    ...stepsOf(
      first,
      stated.map(([field, text]) => [field, isPlace(text, places) ? '' : text]),
    ),
  ]
  if (places.some((place) => [...fixed, ...rows.flat()].some((text) => text.includes(place)))) return null
  for (const told of outline.names) names.take(told)
  return textOf(group, name, [
    `${indentation}Scenario Outline: ${name}`,
    ...steps,
    '',
    `${indentation}  Examples:`,
    ...table(examples).map((line) => `${indentation}    ${line}`),
  ])
}

function isPlace(text: string, places: readonly string[]): boolean {
  return places.includes(text) || places.includes(text.slice(1, -1))
}

function stepsOf(suggestion: Suggestion, stated: readonly StatedField[]): readonly string[] {
  const deeper = `${indentation}  `
  return [...givenSteps(suggestion, stated, deeper), ...linesOf('Then', expectedStep(suggestion.expected), deeper)]
}

function textOf(group: readonly Suggestion[], name: string, lines: readonly string[]): ScenarioText {
  const breaches = group[0]?.breaches ?? []
  const comments = breaches.map(({ message }) => `${indentation}# unrealistic: ${visibleText(message)}`)
  return {
    text: `${[...comments, `${indentation}${unreadTag}`, ...lines].join('\n')}\n`,
    name,
    scenarios: group.length,
    covers: [...new Set(group.flatMap(({ covers }) => covers))].sort(),
    kills: group.flatMap(({ kills }) => (kills === null ? [] : [kills])),
    breaches,
  }
}
