import type { Suggestion } from '../../measures/index.ts'
import { statedIn } from './stated.ts'

/** Suggestions that differ in values of the same fields alone, in the order of the first of each. */
export function alikeGroups(suggestions: readonly Suggestion[]): readonly (readonly Suggestion[])[] {
  return [...Map.groupBy(suggestions, likeness).values()]
}

function likeness(suggestion: Suggestion): string {
  const { eventName, changes, expected, title, breaches } = suggestion
  const fields = statedIn(suggestion).map(([field]) => field)
  const why = breaches.map(({ message }) => message)
  return JSON.stringify([title.words, title.value === null, eventName, fields, changes, expected, why])
}
